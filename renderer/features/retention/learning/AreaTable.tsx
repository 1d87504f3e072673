import type { LearningAreas } from '#contract';
import { dateText, percentText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { ratingKind } from '../self-assessment/words.ts';
import { DrawnTable } from '../../../components/DrawnTable.tsx';

/** Placement areas by priority: the level of the newest date, and what it was before where it was another. */
export function AreaTable({ data, onOpen }: { data: LearningAreas; onOpen: (round: number) => void }) {
  const level = (key: string | null) => data.levels.find((one) => one.key === key);
  const shown = (score: { numerator: number; denominator: number }) =>
    score.denominator === 0 ? 'none' : `${score.numerator} of ${score.denominator}, ${percentText(score)}`;
  return (
    <>
      <DrawnTable
        caption="Maturity by placement area and priority, newest dates"
        className="table round-table"
        definitions={[
          { term: 'A level', meaning: 'From 0, not in place, to 3, established, as the area was last assessed.' },
          { term: 'All that were assessed', meaning: 'Levels added up ÷ the most that those assessed could have.' },
        ]}
      >
        <thead>
          <tr>
            <th scope="col">Priority</th>
            {data.areas.map(({ place, round }) => (
              <th scope="col" key={round.id}>
                <AreaHead place={place} day={round.day} onOpen={() => onOpen(round.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.priorities.map((priority, at) => (
            <tr key={priority.key}>
              <th scope="row">{priority.name}</th>
              {data.areas.map(({ round, ratings }) => {
                const [now, before] = [level(ratings[at]?.rating ?? null), level(ratings[at]?.before ?? null)];
                return (
                  <td key={round.id}>
                    <span className="post-name">
                      {now ? <Status kind={ratingKind(now, data.levels)} word={now.name} /> : 'Not assessed'}
                      {before && before.key !== now?.key && <small>was {before.name}</small>}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="table__total">
            <th scope="row">All that were assessed</th>
            {data.areas.map(({ round, score, scoreBefore, before }) => (
              <td key={round.id}>
                <span className="post-name">
                  {shown(score)}
                  {before && scoreBefore && (
                    <small>
                      {dateText(before.day)}: {shown(scoreBefore)}
                    </small>
                  )}
                </span>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Gaps without an action</th>
            {data.areas.map(({ round, gapsWithoutAction }) => (
              <td key={round.id}>{gapsWithoutAction}</td>
            ))}
          </tr>
        </tfoot>
      </DrawnTable>
      <p>Levels from 0, not in place, to 3, established, added up, of the most that those assessed could have.</p>
    </>
  );
}

/** A placement area with the day it was assessed; it opens. */
function AreaHead({ place, day, onOpen }: { place: string; day: string; onOpen: () => void }) {
  return (
    <span className="post-name">
      <button type="button" className="link" onClick={onOpen}>
        {place}
      </button>
      <small>{dateText(day)}</small>
    </span>
  );
}
