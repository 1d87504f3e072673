import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackComparison, PackDifference, TrainingCoursesShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { decimal } from '../../components/numbers.ts';

const columns: Column<PackDifference>[] = [
  { key: 'of', title: 'Of', header: true, value: ({ of }) => of, means: 'What the value is of.' },
  { key: 'what', title: 'What', value: ({ what }) => what },
  { key: 'before', title: 'Before', value: ({ before }) => before ?? 'not there', means: 'As in the earlier pack.' },
  { key: 'after', title: 'After', value: ({ after }) => after ?? 'not there', means: 'As in the later pack.' },
  { key: 'forUs', title: 'For us', value: ({ forUs }) => forUs, means: 'What it means for the trust’s own people.' },
];

const hourColumns: Column<PackComparison['hours'][number]>[] = [
  { key: 'group', title: 'Staff group', header: true, value: ({ group }) => group },
  { key: 'heads', title: 'Heads', number: true, value: ({ heads }) => heads, means: 'People of the group in post.' },
  {
    key: 'before',
    title: 'Hours before',
    number: true,
    value: ({ before }) => before,
    show: ({ before }) => decimal(before, 1),
    means: 'Training hours a year by the earlier pack.',
  },
  {
    key: 'after',
    title: 'Hours after',
    number: true,
    value: ({ after }) => after,
    show: ({ after }) => decimal(after, 1),
    means: 'Training hours a year by the later pack.',
  },
  {
    key: 'more',
    title: 'More',
    number: true,
    value: ({ before, after }) => after - before,
    show: ({ before, after }) => decimal(after - before, 1),
    means: 'Hours after less hours before.',
  },
];

/** What changes for the trust from one published pack to another. */
export function ComparePacks({ data }: { data: TrainingCoursesShown }) {
  const trust = useTrust().code;
  const { packs } = data;
  const schemes = packs.filter(({ kind }) => kind === 'scheme');
  const [before, setBefore] = useState(schemes[schemes.length - 2]?.id ?? packs[0]?.id ?? '');
  const [after, setAfter] = useState(schemes[schemes.length - 1]?.id ?? packs[0]?.id ?? '');
  const kind = packs.find(({ id }) => id === before)?.kind;
  const others = packs.filter((pack) => pack.kind === kind);
  const asked = { trust, before, after };
  const comparison = useQuery({
    queryKey: ['training packs', asked],
    queryFn: () => planner.training.comparePacks(asked),
    placeholderData: keepPreviousData,
  });
  const choose = (id: string) => {
    setBefore(id);
    const alike = packs.filter((pack) => pack.kind === packs.find((one) => one.id === id)?.kind);
    if (!alike.some((pack) => pack.id === after)) setAfter(alike[alike.length - 1]?.id ?? id);
  };
  return (
    <>
      <h2>What changes for us</h2>
      <div className="filters pack-choice">
        <label className="filter">
          From
          <select aria-label="From the pack" value={before} onChange={({ target }) => choose(target.value)}>
            {packs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          to
          <select aria-label="to the pack" value={after} onChange={({ target }) => setAfter(target.value)}>
            {others.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Answered query={comparison}>
        {(answer) => (
          <>
            <p>
              {answer.differences.length} differences, {answer.same} things the same. Source: {answer.after.source}.{' '}
              {answer.after.confidence.map(({ of, mark }) => `${mark}: ${of}`).join('; ')}.
            </p>
            {answer.differences.length > 0 && (
              <DataTable
                caption="What changes"
                columns={columns}
                rows={answer.differences}
                rowKey={({ of, what }) => `${of} ${what}`}
              />
            )}
            {answer.hours.length > 0 && (
              <>
                <h3>Hours a year of required topics</h3>
                <p>
                  Heads × minutes × 12 ÷ months between two times, of the minimum standard; hours fall by head, never by
                  WTE.
                </p>
                <DataTable
                  caption="Hours a year"
                  columns={hourColumns}
                  rows={answer.hours}
                  rowKey={({ group }) => group}
                />
              </>
            )}
          </>
        )}
      </Answered>
    </>
  );
}
