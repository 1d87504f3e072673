import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VacancyPost } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useSignedIn } from '../../../client/session.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { MadeLine } from '../../../components/MadeLine.tsx';
import { dateText, wteText } from '../../../components/numbers.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { vacantMade } from '../figures.ts';

const bands = [
  { name: 'up to 30 days', from: 0, to: 30 },
  { name: '31 to 60 days', from: 31, to: 60 },
  { name: '61 to 90 days', from: 61, to: 90 },
  { name: '91 to 180 days', from: 91, to: 180 },
  { name: 'over 180 days', from: 181, to: Infinity },
];

interface Row {
  name: string;
  posts: VacancyPost[];
}

const columns = (onRows: (row: Row) => void): Column<Row>[] => [
  { key: 'name', title: 'Vacant for', value: ({ name }) => name, header: true },
  {
    key: 'posts',
    title: 'Posts',
    value: ({ posts }) => posts.length,
    number: true,
    means: 'Vacant posts of the vacancy plan.',
  },
  {
    key: 'wte',
    title: 'WTE',
    number: true,
    value: ({ posts }) => sum(posts) / 100_000,
    show: (row) => (
      <button
        type="button"
        className="link"
        aria-label={`${wteText(sum(row.posts))}: posts vacant ${row.name}`}
        onClick={() => onRows(row)}
      >
        {wteText(sum(row.posts))}
      </button>
    ),
    means: 'WTE of these posts.',
  },
];

const postColumns: Column<VacancyPost>[] = [
  {
    key: 'post',
    title: 'Post',
    value: ({ post, vacancyRef }) => [vacancyRef, post].filter(Boolean).join(' '),
    header: true,
  },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'band', title: 'Band', value: ({ band }) => band },
  {
    key: 'since',
    title: 'Counted from',
    value: ({ since, approved, advertised }) => since ?? approved ?? advertised,
    show: ({ since, approved, advertised }) => {
      const day = since ?? approved ?? advertised;
      return day === null ? 'not known' : dateText(day);
    },
    means: 'The day of vacancy; without it, of approval or of the advert.',
  },
  { key: 'age', title: 'Days', number: true, value: ({ age }) => age, means: 'Days from there to today.' },
  {
    key: 'source',
    title: 'File and row',
    value: ({ from }) => (from === null ? 'entered by hand' : `${from.fileName}, ${from.sheet}, row ${from.row}`),
  },
  {
    key: 'wte',
    title: 'WTE',
    number: true,
    value: ({ wte }) => wte / 100_000,
    show: ({ wte }) => wteText(wte),
    means: 'WTE of the post.',
  },
];

const sum = (posts: readonly VacancyPost[]) => posts.reduce((total, { wte }) => total + wte, 0);

/** How long the live posts of the vacancy plan have been vacant, of all staff groups. */
export function VacancyAge({ trust }: { trust: string }) {
  const [behind, setBehind] = useState<Row | null>(null);
  const { isOn } = useSignedIn();
  const plan = useQuery({
    queryKey: ['vacancy plan', trust],
    queryFn: () => planner.vacancies.plan({ trust }),
    enabled: isOn('vacancies'),
  });
  const live = plan.data?.posts.filter((post) => post.live) ?? [];
  if (live.length === 0) return null;
  const unknown = live.filter(({ age }) => age === null);
  const rows = [
    ...bands.map(({ name, from, to }) => ({
      name,
      posts: live.filter(({ age }) => age !== null && age >= from && age <= to),
    })),
    ...(unknown.length > 0 ? [{ name: 'not known since when', posts: unknown }] : []),
  ];
  return (
    <section>
      <h2>Age of vacancies, all staff groups</h2>
      <p>
        Days since the post fell vacant, else since its approval, else since its advert.{' '}
        <ScreenLink to="/vacancies">See each post</ScreenLink>
      </p>
      <DataTable caption="Age of vacancies" columns={columns(setBehind)} rows={rows} rowKey={({ name }) => name} />
      {behind && (
        <Dialog title={`Vacant for ${behind.name}`} wide onClose={() => setBehind(null)}>
          {plan.data && (
            <MadeLine
              name={`Vacant for ${behind.name}`}
              value={`${wteText(sum(behind.posts))} WTE`}
              making={vacantMade(plan.data, behind.posts.length, live.length)}
            />
          )}
          <DataTable caption={behind.name} columns={postColumns} rows={behind.posts} rowKey={({ key }) => key} />
          <DialogFoot onCancel={() => setBehind(null)} />
        </Dialog>
      )}
    </section>
  );
}
