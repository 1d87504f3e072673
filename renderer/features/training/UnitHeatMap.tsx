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
import { DataTable, type Column } from '../../components/DataTable.tsx';

type HeatMap = Awaited<ReturnType<typeof planner.training.heatMap>>;
type HeatCell = HeatMap['units'][number]['cells'][number];

const shareOf = ({ inDate }: HeatCell) => inDate.numerator / inDate.denominator;

const columnsFor = (
  { courses, threshold }: Pick<HeatMap, 'courses' | 'threshold'>,
  group: string,
  onOpen: (behind: Behind) => void,
): Column<HeatMap['units'][number]>[] => [
  { key: 'unit', title: 'Unit', header: true, value: ({ unit }) => unit ?? 'No unit on the list' },
  ...courses.map(({ key, name }): Column<HeatMap['units'][number]> => {
    const cellOf = ({ cells }: HeatMap['units'][number]) => cells.find(({ course }) => course === key);
    return {
      key,
      title: name,
      value: (row) => {
        const cell = cellOf(row);
        return cell ? `${fractionText(cell.inDate)}, ${shareText(cell.inDate, cell.meets, threshold)}` : null;
      },
      look: (row) => {
        const cell = cellOf(row);
        return cell && `heat heat--${cell.meets ? 'met' : shareOf(cell) >= 0.75 ? 'near' : 'far'}`;
      },
      show: (row) => {
        const cell = cellOf(row);
        if (!cell) return null;
        const what = `${name}, ${row.unit ?? 'no unit'}`;
        return (
          <span className="compliance__cell">
            <button
              type="button"
              className="link"
              aria-label={`${fractionText(cell.inDate)}: ${what}`}
              onClick={() =>
                onOpen({ course: key, group, unit: row.unit ?? '', which: 'missing', title: `${what}: not in date` })
              }
            >
              {fractionText(cell.inDate)}
            </button>
            <Status
              kind={cell.meets ? 'green' : shareOf(cell) >= 0.75 ? 'amber' : 'red'}
              word={shareText(cell.inDate, cell.meets, threshold)}
            />
          </span>
        );
      },
      means: 'People of the staff group in post on the day who are in date ÷ all who are counted.',
    };
  }),
];

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
            <DataTable
              className="table--dense compliance"
              caption={`In date by unit and course, ${nameIn(data.groups, group)}`}
              columns={columnsFor({ courses, threshold }, group, onOpen)}
              rows={units}
              rowKey={({ unit }) => unit ?? ''}
            />
          )
        }
      </Answered>
    </>
  );
}
