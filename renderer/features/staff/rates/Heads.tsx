import { useQuery } from '@tanstack/react-query';
import type { RateHead } from '#contract';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText, wteText } from '../../../components/numbers.ts';

const columns = (at: 'start' | 'end'): Column<RateHead>[] => [
  {
    key: 'source',
    title: 'File and row',
    value: ({ fileName, sheet, row }) => `${fileName}, ${sheet}, row ${row}`,
    header: true,
  },
  { key: 'name', title: 'Name', value: ({ name, person }) => name ?? person },
  { key: 'position', title: 'Post', value: ({ position }) => position },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'start', title: 'Started', value: ({ start }) => start, show: ({ start }) => dateText(start) },
  ...(at === 'start'
    ? [
        {
          key: 'stays',
          title: 'In post at the end',
          value: ({ stays, leaving }: RateHead) =>
            stays ? 'yes' : `no${leaving === null ? '' : `, left on ${dateText(leaving)}`}`,
          means: 'Whether the person is still in post on the last day.',
        },
      ]
    : []),
  {
    key: 'counts',
    title: 'Counts as',
    value: ({ counts }) => (counts ? 'a head' : 'a second assignment'),
    means: 'A person counts once; a second assignment does not.',
  },
  {
    key: 'fte',
    title: 'WTE',
    number: true,
    value: ({ fte }) => fte / 100_000,
    show: ({ fte }) => wteText(fte),
    means: 'WTE of the assignment.',
  },
];

interface HeadsProps {
  scope: { trust: string; period: { first: string; last: string }; groups: string[] };
  at: 'start' | 'end';
}

/** Who was in post at the start or the end of a rate's period; whoever was gone by its end stands first. */
export function Heads({ scope, at }: HeadsProps) {
  const rows = useQuery({
    queryKey: ['rate heads', scope, at],
    queryFn: () => planner.staff.heads({ ...scope, at, limit: 1000 }),
  });
  return (
    <Answered query={rows}>
      {({ day, total, heads, stayed, wte, rows: found }) => (
        <>
          <p>
            At the close of {day === null ? 'that day' : dateText(day)}: {heads} people with {total} assignments,{' '}
            {wteText(wte)} WTE.
            {at === 'start' && ` ${stayed} of the ${heads} people are in post at the end, in any staff group.`}
            {total > found.length && ` The first ${found.length} are shown.`}
          </p>
          <DataTable
            caption={at === 'start' ? 'In post at the start' : 'In post at the end'}
            columns={columns(at)}
            rows={found}
            rowKey={({ batch, row, assignment }) => `${batch} ${row} ${assignment}`}
          />
        </>
      )}
    </Answered>
  );
}
