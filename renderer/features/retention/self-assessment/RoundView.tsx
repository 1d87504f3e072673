import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SelfAssessmentRound } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { dateText, percentText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { openPlace } from '../../../client/opened.ts';
import { type Statement, StatementDialog } from './StatementDialog.tsx';
import { type Rating, ratingKind } from './words.ts';

type Named = { key: string; name: string };
/** So many earlier rounds stand beside one. */
const mostBeside = 3;

interface RoundViewProps {
  id: number;
  ratings: Rating[];
  priorities: Named[];
  onRemoved?: () => void;
}

/** A round by its elements: each statement with its rating and the earlier ones, evidence, gap, priority and action. */
export function RoundView({ id, ratings, priorities, onRemoved }: RoundViewProps) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<Statement | null>(null);
  const query = useQuery({
    queryKey: ['self-assessment', trust, id],
    queryFn: () => planner.retention.round({ trust, id }),
  });
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const act = useAct(
    (statement: string) => planner.retention.actOnGap({ trust, id, statement }),
    ({ label }) => label,
  );
  const remove = useAct(
    () => planner.retention.removeRound({ trust, id }),
    ({ label }) => `${label}. Undo brings it back.`,
  );
  const rated = (rating: string | null) => {
    if (rating === null) return 'Not rated';
    const found = ratings.find(({ key }) => key === rating);
    return found ? <Status kind={ratingKind(found, ratings)} word={found.name} /> : rating;
  };
  return (
    <Answered query={query}>
      {(round) => (
        <>
          <Scores round={round} ratings={ratings} />
          {round.elements.map((element) => (
            <section key={element.key} aria-label={element.name}>
              <h2>{element.name}</h2>
              <div className="table-scroll">
                <table className="table round-table">
                  <caption className="unseen">{element.name}</caption>
                  <thead>
                    <tr>
                      <th scope="col">Statement</th>
                      <th scope="col">Rating</th>
                      {round.earlier.slice(0, mostBeside).map((earlier) => (
                        <th scope="col" key={earlier.id}>
                          {dateText(earlier.day)}
                        </th>
                      ))}
                      <th scope="col">Evidence</th>
                      <th scope="col">Gap</th>
                      <th scope="col">Priority</th>
                      <th scope="col">Action</th>
                    </tr>
                  </thead>
                  <tbody>
                    {element.statements.map((one) => (
                      <tr key={one.key}>
                        <th scope="row">
                          <button type="button" className="link" onClick={() => setOpen(one)}>
                            {one.statement}
                          </button>
                        </th>
                        <td>{rated(one.rating)}</td>
                        {round.earlier.slice(0, mostBeside).map((earlier, at) => (
                          <td key={earlier.id}>{rated(one.earlier[at] ?? null)}</td>
                        ))}
                        <td>{one.evidence}</td>
                        <td>{one.gap}</td>
                        <td>{priorities.find(({ key }) => key === one.priority)?.name}</td>
                        <td>
                          {one.action ? (
                            <button
                              type="button"
                              className="link"
                              onClick={() => one.action && openPlace('action', one.action.key)}
                            >
                              {one.action.title}
                            </button>
                          ) : (
                            one.gap && (
                              <Button
                                aria-label={`Make an action of the gap: ${one.gap}`}
                                onClick={() => act.mutate(one.key, failed)}
                              >
                                Make an action
                              </Button>
                            )
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          ))}
          <p className="not-printed">
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { ...failed, onSuccess: () => onRemoved?.() })}
            >
              Remove the round
            </Button>
          </p>
          {open && (
            <StatementDialog
              round={round.id}
              statement={open}
              ratings={ratings}
              priorities={priorities}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </Answered>
  );
}

/** How each element stands: what its rated statements score of the most that they could. */
function Scores({ round, ratings }: { round: SelfAssessmentRound; ratings: readonly Rating[] }) {
  const shown = (score: { numerator: number; denominator: number }) =>
    score.denominator === 0 ? 'Not rated' : `${score.numerator} of ${score.denominator}, ${percentText(score)}`;
  const counts = ratings.map(({ name, score }, at) => `${name}${at === 0 ? ' counts' : ''} ${score}`).join(', ');
  return (
    <section aria-labelledby="scores-title">
      <h2 id="scores-title">{round.tool === 'learning' ? 'Score' : 'By element'}</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Score by element</caption>
          <thead>
            <tr>
              <th scope="col">{round.tool === 'learning' ? 'Assessed by' : 'Element'}</th>
              <th scope="col">Score of rated statements</th>
              {round.before && (
                <th scope="col">
                  {round.before.name}, {dateText(round.before.day)}
                </th>
              )}
              <th scope="col" className="number">
                Rated
              </th>
              <th scope="col" className="number">
                Gaps without an action
              </th>
            </tr>
          </thead>
          <tbody>
            {round.elements.map(({ key, name, score, scoreBefore, statements }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{shown(score)}</td>
                {round.before && <td>{scoreBefore && shown(scoreBefore)}</td>}
                <td className="number">
                  {statements.filter(({ rating }) => rating !== null).length} of {statements.length}
                </td>
                <td className="number">
                  {statements.filter(({ gap, action }) => gap !== null && action === null).length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{counts}, of the most that the rated statements could have.</p>
    </section>
  );
}
