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
import { Status, type StatusKind } from '../../../components/Status.tsx';
import { openAction } from '../opened.ts';
import { type Statement, StatementDialog } from './StatementDialog.tsx';

type Named = { key: string; name: string };
const kinds: Readonly<Record<string, StatusKind>> = { in_place: 'green', partly: 'amber', not_in_place: 'red' };

interface RoundViewProps {
  id: number;
  ratings: Named[];
  priorities: Named[];
}

/** A round by its elements: each statement with its rating and the earlier one, evidence, gap, priority and action. */
export function RoundView({ id, ratings, priorities }: RoundViewProps) {
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
    const word = ratings.find(({ key }) => key === rating)?.name ?? rating;
    const kind = kinds[rating];
    return kind ? <Status kind={kind} word={word} /> : word;
  };
  return (
    <Answered query={query}>
      {(round) => (
        <>
          <Scores round={round} />
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
                      {round.before && <th scope="col">{dateText(round.before.day)}</th>}
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
                        {round.before && <td>{rated(one.ratingBefore)}</td>}
                        <td>{one.evidence}</td>
                        <td>{one.gap}</td>
                        <td>{priorities.find(({ key }) => key === one.priority)?.name}</td>
                        <td>
                          {one.action ? (
                            <button
                              type="button"
                              className="link"
                              onClick={() => one.action && openAction(one.action.key)}
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
            <Button kind="warning" onClick={() => remove.mutate(undefined, failed)}>
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
function Scores({ round }: { round: SelfAssessmentRound }) {
  const shown = (score: { numerator: number; denominator: number }) =>
    score.denominator === 0 ? 'Not rated' : `${score.numerator} of ${score.denominator}, ${percentText(score)}`;
  return (
    <section aria-labelledby="scores-title">
      <h2 id="scores-title">By element</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">
            Score by element: in place counts 2, partly 1, of the most that the rated statements could have
          </caption>
          <thead>
            <tr>
              <th scope="col">Element</th>
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
      <p>In place counts 2, partly in place 1, not in place 0, of the most that the rated statements could have.</p>
    </section>
  );
}
