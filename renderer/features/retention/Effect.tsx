import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ActionEffect, RetentionAction } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { dateText, decimal } from '../../components/numbers.ts';
import { Status, type StatusKind } from '../../components/Status.tsx';

// Charts are large to load and are looked at last.
const VariationChart = lazy(() => import('./VariationChart.tsx'));

const said: Record<ActionEffect['judgement'], { kind: StatusKind; word: string }> = {
  no_start: { kind: 'blue', word: 'No start yet' },
  too_few_before: { kind: 'blue', word: 'Too little is known of before' },
  all_the_same: { kind: 'blue', word: 'No range can be drawn' },
  none_after: { kind: 'blue', word: 'Too early to tell' },
  ordinary: { kind: 'blue', word: 'Ordinary variation' },
  changed: { kind: 'amber', word: 'More than ordinary variation' },
  better: { kind: 'green', word: 'More than ordinary variation: better' },
  worse: { kind: 'red', word: 'More than ordinary variation: worse' },
};
const phases = { earlier: 'earlier', before: 'before the start', after: 'since the start' } as const;
const groups = [
  { key: 'maternity', name: 'Midwives and support workers', some: undefined },
  { key: 'midwives', name: 'Midwives', some: ['midwives'] },
  { key: 'support', name: 'Support workers', some: ['support'] },
];

/** Whether an action works: its figure before and after the start, and whether the change is more than ordinary variation. */
export function Effect({ action, onName }: { action: RetentionAction; onName: () => void }) {
  const trust = useTrust().code;
  const [chosen, setChosen] = useState('maternity');
  const some = groups.find(({ key }) => key === chosen)?.some;
  const query = useQuery({
    queryKey: ['action effect', trust, action.key, chosen],
    queryFn: () => planner.retention.effect({ trust, key: action.key, ...(some ? { groups: some } : {}) }),
  });
  return (
    <Answered query={query}>
      {(effect) =>
        effect === null ? (
          <section className="chart-section" aria-labelledby="effect-title">
            <h2 id="effect-title">Does it work?</h2>
            <p>
              Nobody can tell yet: the action names no figure, and no value of its measure was taken. Name a figure that
              the planner works out, such as leavers in a month, or add values of the measure below.
            </p>
            <Button onClick={onName}>Name a figure</Button>
          </section>
        ) : (
          <Judged
            effect={effect}
            choice={
              effect.figure && <Choose title="Staff group" value={chosen} choices={groups} onChoose={setChosen} />
            }
          />
        )
      }
    </Answered>
  );
}

function Judged({ effect, choice }: { effect: ActionEffect; choice: ReactNode }) {
  const [asTable, setAsTable] = useState(false);
  const { points, limits, start } = effect;
  const isWhole = effect.unit === 'leavers';
  const text = (value: number) =>
    effect.unit === 'percent' ? `${decimal(value, 2)} %` : decimal(value, isWhole && Number.isInteger(value) ? 0 : 1);
  const nameOf = (day: string) => {
    const [date, month, year] = dateText(day).split(' ');
    return effect.figure ? `${month?.slice(0, 3)} ${year}` : `${date} ${month?.slice(0, 3)} ${year}`;
  };
  const valueOf = (point: ActionEffect['points'][number]) =>
    point.value === null ? null : point.value.numerator / point.value.denominator;
  const shown = points.filter(({ phase }) => phase !== 'earlier' || start === null);
  const known = shown.filter(({ value }) => value !== null).length;
  return (
    <section className="chart-section" aria-labelledby="effect-title">
      <div className="chart-section__head">
        <h2 id="effect-title">Does it work?</h2>
        {choice}
        <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show the chart' : 'Show as a table'}
        </Button>
      </div>
      <p className="effect-judgement">
        <Status {...said[effect.judgement]} />
      </p>
      <p className="effect-sentence">
        <strong>{effect.name}.</strong> {effect.sentence}
      </p>
      {asTable ? (
        <DataTable
          caption={effect.name}
          columns={[
            {
              key: 'day',
              title: effect.figure ? 'Month' : 'Day',
              header: true,
              value: ({ day }) => day,
              show: ({ day }) => nameOf(day),
            },
            {
              key: 'value',
              title: effect.name,
              number: true,
              value: valueOf,
              show: (point) => {
                const value = valueOf(point);
                return value === null ? 'not known' : text(value);
              },
            },
            { key: 'phase', title: 'When', value: ({ phase }) => phases[phase] },
            {
              key: 'signal',
              title: 'More than ordinary variation',
              value: (point) => (isMarked(effect, point) ? 'yes' : ''),
              means: 'A value outside the limits of ordinary variation, or one of a run on one side of the average.',
            },
          ]}
          rows={[...points].reverse()}
          rowKey={({ day }) => day}
        />
      ) : (
        known > 1 && (
          <Suspense fallback={<p role="status">Drawing the chart…</p>}>
            <VariationChart
              label={effect.sentence}
              points={shown.map((point) => ({
                name: nameOf(point.day),
                value: valueOf(point),
                marked: isMarked(effect, point),
              }))}
              startAt={start === null ? -1 : shown.findIndex(({ phase }) => phase === 'after')}
              limits={limits}
              text={text}
              whole={isWhole}
            />
          </Suspense>
        )
      )}
      {known < 2 && <p>Too few values are known to draw: import earlier lists, or add values.</p>}
      <details className="effect-method">
        <summary>How this is worked out</summary>
        {limits && (
          <p>
            Mean {text(limits.mean)} of {limits.values} values; mean difference between neighbours{' '}
            {decimal(limits.movingRange, 2)}; limits {text(limits.lower)} and {text(limits.upper)}.
          </p>
        )}
        {effect.method.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
    </section>
  );
}

/** Since the start, and beyond a limit or where a rule tells a change. */
function isMarked({ limits, signals }: ActionEffect, { day, value, phase }: ActionEffect['points'][number]): boolean {
  if (phase !== 'after' || value === null || !limits) return false;
  const size = value.numerator / value.denominator;
  return size > limits.upper || size < limits.lower || signals.some((signal) => signal.day === day);
}
