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
import { DataTable, type Column } from '../../../components/DataTable.tsx';

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
  const nameOf = (rating: string | null) => ratings.find(({ key }) => key === rating)?.name ?? rating;
  const columnsFor = (round: SelfAssessmentRound): Column<Statement>[] => [
    {
      key: 'statement',
      title: 'Statement',
      header: true,
      value: ({ statement }) => statement,
      show: (one) => (
        <button type="button" className="link" onClick={() => setOpen(one)}>
          {one.statement}
        </button>
      ),
    },
    {
      key: 'rating',
      title: 'Rating',
      value: ({ rating }) => nameOf(rating),
      show: ({ rating }) => rated(rating),
      means: 'How far the trust is with the statement, as it judges itself.',
    },
    ...round.earlier.slice(0, mostBeside).map(
      (earlier, at): Column<Statement> => ({
        key: String(earlier.id),
        title: dateText(earlier.day),
        value: (one) => nameOf(one.earlier[at] ?? null),
        show: (one) => rated(one.earlier[at] ?? null),
        means: 'The rating in the round of that day.',
      }),
    ),
    { key: 'evidence', title: 'Evidence', value: ({ evidence }) => evidence },
    { key: 'gap', title: 'Gap', value: ({ gap }) => gap, means: 'What is wanting, in the trust’s own words.' },
    {
      key: 'priority',
      title: 'Priority',
      value: ({ priority }) => priorities.find(({ key }) => key === priority)?.name ?? null,
      means: 'How urgent the gap is to the trust.',
    },
    {
      key: 'action',
      title: 'Action',
      value: ({ action }) => action?.title ?? null,
      show: ({ key, gap, action }) =>
        action ? (
          <button type="button" className="link" onClick={() => openPlace('action', action.key)}>
            {action.title}
          </button>
        ) : (
          gap && (
            <Button aria-label={`Make an action of the gap: ${gap}`} onClick={() => act.mutate(key, failed)}>
              Make an action
            </Button>
          )
        ),
      means: 'The action of the improvement plan that was made of the gap.',
    },
  ];
  return (
    <Answered query={query}>
      {(round) => (
        <>
          <Scores round={round} ratings={ratings} />
          {round.elements.map((element) => (
            <section key={element.key} aria-label={element.name}>
              <h2>{element.name}</h2>
              <DataTable
                className="round-table"
                caption={element.name}
                columns={columnsFor(round)}
                rows={element.statements}
                rowKey={({ key }) => key}
              />
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
  const valueOf = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    denominator === 0 ? null : numerator / denominator;
  const { before } = round;
  const columns: Column<SelfAssessmentRound['elements'][number]>[] = [
    {
      key: 'name',
      title: round.tool === 'learning' ? 'Assessed by' : 'Element',
      header: true,
      value: ({ name }) => name,
    },
    {
      key: 'score',
      title: 'Score of rated statements',
      value: ({ score }) => valueOf(score),
      copied: ({ score }) => shown(score),
      show: ({ score }) => shown(score),
      means:
        'Ratings added up ÷ the most that the rated statements could have. Statements without a rating do not count.',
    },
    ...(before
      ? [
          {
            key: 'before',
            title: `${before.name}, ${dateText(before.day)}`,
            value: ({ scoreBefore }: SelfAssessmentRound['elements'][number]) => scoreBefore && valueOf(scoreBefore),
            copied: ({ scoreBefore }: SelfAssessmentRound['elements'][number]) => scoreBefore && shown(scoreBefore),
            show: ({ scoreBefore }: SelfAssessmentRound['elements'][number]) => scoreBefore && shown(scoreBefore),
            means: 'The same score in the round before.',
          },
        ]
      : []),
    {
      key: 'rated',
      title: 'Rated',
      number: true,
      value: ({ statements }) => statements.filter(({ rating }) => rating !== null).length,
      show: ({ statements }) => `${statements.filter(({ rating }) => rating !== null).length} of ${statements.length}`,
      means: 'Statements that have a rating, of all.',
    },
    {
      key: 'gaps',
      title: 'Gaps without an action',
      number: true,
      sum: 0,
      value: ({ statements }) => statements.filter(({ gap, action }) => gap !== null && action === null).length,
      means: 'Statements with a gap for which the plan has no action yet.',
    },
  ];
  return (
    <section aria-labelledby="scores-title">
      <h2 id="scores-title">{round.tool === 'learning' ? 'Score' : 'By element'}</h2>
      <DataTable caption="Score by element" columns={columns} rows={round.elements} rowKey={({ key }) => key} />
      <p>{counts}, of the most that the rated statements could have.</p>
    </section>
  );
}
