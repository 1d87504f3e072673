import { useQuery } from '@tanstack/react-query';
import type { VacancyPost } from '#contract';
import { planner } from '../../../client/planner.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { wteText } from '../../../components/numbers.ts';

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

const columns: Column<Row>[] = [
  { key: 'name', title: 'Vacant for', value: ({ name }) => name, header: true },
  { key: 'posts', title: 'Posts', value: ({ posts }) => posts.length, number: true },
  {
    key: 'wte',
    title: 'WTE',
    number: true,
    value: ({ posts }) => sum(posts) / 100_000,
    show: ({ posts }) => wteText(sum(posts)),
  },
];

const sum = (posts: readonly VacancyPost[]) => posts.reduce((total, { wte }) => total + wte, 0);

/** How long the live posts of the vacancy plan have been vacant, of all staff groups. */
export function VacancyAge({ trust }: { trust: string }) {
  const plan = useQuery({ queryKey: ['vacancy plan', trust], queryFn: () => planner.vacancies.plan({ trust }) });
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
        <a href="#/vacancies">See each post</a>
      </p>
      <DataTable caption="Age of vacancies" columns={columns} rows={rows} rowKey={({ name }) => name} />
    </section>
  );
}
