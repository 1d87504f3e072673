import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingCompliance } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Choose } from '../../components/Choose.tsx';
import { Status } from '../../components/Status.tsx';
import type { Behind } from './PeopleDialog.tsx';
import { fractionText, nameIn, shareText } from './words.ts';

/** One staff group by unit and course. Groups are looked at one by one: they are never added together. */
export function UnitHeatMap({ data, onOpen }: { data: TrainingCompliance; onOpen: (behind: Behind) => void }) {
  const trust = useTrust().code;
  const [group, setGroup] = useState(data.groups[0]?.key ?? '');
  const asked = { trust, on: data.census, group };
  const map = useQuery({
    queryKey: ['training heat map', asked],
    queryFn: () => planner.training.heatMap(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="filters">
        <Choose title="Staff group" value={group} choices={data.groups} onChoose={setGroup} />
      </div>
      <Answered query={map}>
        {({ units, courses, threshold }) =>
          units.length === 0 ? (
            <p>Nobody of this group is in post on this day.</p>
          ) : (
            <div className="table-scroll">
              <table className="table table--dense compliance">
                <caption className="unseen">{`In date by unit and course, ${nameIn(data.groups, group)}`}</caption>
                <thead>
                  <tr>
                    <th scope="col">Unit</th>
                    {courses.map(({ key, name }) => (
                      <th key={key} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {units.map(({ unit, cells }) => (
                    <tr key={unit ?? ''}>
                      <th scope="row">{unit ?? 'No unit on the list'}</th>
                      {cells.map(({ course, inDate, meets }) => {
                        const what = `${nameIn(courses, course)}, ${unit ?? 'no unit'}`;
                        const share = inDate.numerator / inDate.denominator;
                        const heat = meets ? 'met' : share >= 0.75 ? 'near' : 'far';
                        return (
                          <td key={course} className={`heat heat--${heat}`}>
                            <span className="compliance__cell">
                              <button
                                type="button"
                                className="link"
                                aria-label={`${fractionText(inDate)}: ${what}`}
                                onClick={() =>
                                  onOpen({
                                    course,
                                    group,
                                    unit: unit ?? '',
                                    which: 'missing',
                                    title: `${what}: not in date`,
                                  })
                                }
                              >
                                {fractionText(inDate)}
                              </button>
                              <Status
                                kind={meets ? 'green' : share >= 0.75 ? 'amber' : 'red'}
                                word={shareText(inDate, meets, threshold)}
                              />
                            </span>
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </>
  );
}
