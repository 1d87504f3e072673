import type { LearningAreas } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText, percentText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { ratingKind } from '../self-assessment/words.ts';

type Area = LearningAreas['areas'][number];
interface Said {
  readonly text: string;
  readonly level?: LearningAreas['levels'][number] | undefined;
  /** What it was before, where it was another. */
  readonly before: string | null | undefined;
}
interface Line {
  readonly key: string;
  readonly title: string;
  readonly of: (area: Area) => Said;
}

const scoreText = (score: Area['score']) =>
  score.denominator === 0 ? 'none' : `${score.numerator} of ${score.denominator}, ${percentText(score)}`;

const totals: Line[] = [
  {
    key: 'all',
    title: 'All that were assessed',
    of: ({ score, scoreBefore, before }) => ({
      text: scoreText(score),
      before: before && scoreBefore && `${dateText(before.day)}: ${scoreText(scoreBefore)}`,
    }),
  },
  {
    key: 'gaps',
    title: 'Gaps without an action',
    of: ({ gapsWithoutAction }) => ({ text: String(gapsWithoutAction), before: null }),
  },
];

/** Placement areas by priority: the level of the newest date, and what it was before where it was another. */
export function AreaTable({ data, onOpen }: { data: LearningAreas; onOpen: (round: number) => void }) {
  const levelOf = (key: string | null | undefined) => data.levels.find((one) => one.key === key);
  const priorities = data.priorities.map(
    ({ key, name }, at): Line => ({
      key,
      title: name,
      of: ({ ratings }) => {
        const [now, before] = [levelOf(ratings[at]?.rating), levelOf(ratings[at]?.before)];
        return {
          text: now?.name ?? 'Not assessed',
          level: now,
          before: before && before.key !== now?.key ? `was ${before.name}` : null,
        };
      },
    }),
  );
  const columns: Column<Line>[] = [
    {
      key: 'priority',
      title: 'Priority',
      header: true,
      value: ({ title }) => title,
      means: 'What a placement area is assessed by, and all of it together.',
    },
    ...data.areas.map(
      (area): Column<Line> => ({
        key: area.place,
        title: area.place,
        value: ({ of }) => of(area).text,
        inOrder: data.levels.map(({ name }) => name),
        show: ({ of }) => {
          const { text, level, before } = of(area);
          return (
            <span className="post-name">
              {level ? <Status kind={ratingKind(level, data.levels)} word={text} /> : text}
              {before && <small>{before}</small>}
            </span>
          );
        },
        below: (
          <button type="button" className="link" onClick={() => onOpen(area.round.id)}>
            {dateText(area.round.day)}
            <span className="unseen">, open {area.place}</span>
          </button>
        ),
        means: 'From 0, not in place, to 3, established, as the area was last assessed.',
      }),
    ),
  ];
  return (
    <>
      <DataTable
        caption="Maturity by placement area and priority, newest dates"
        className="round-table"
        columns={columns}
        rows={priorities}
        rowKey={({ key }) => key}
        totals={totals}
        definitions={[
          { term: 'All that were assessed', meaning: 'Levels added up ÷ the most that those assessed could have.' },
        ]}
      />
      <p>Levels from 0, not in place, to 3, established, added up, of the most that those assessed could have.</p>
    </>
  );
}
