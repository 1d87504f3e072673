import type { Careers } from '#contract';
import { DataTable } from '../../../components/DataTable.tsx';

/** Steps of a career by band and role: from where, what it takes, and what it leads on to. */
export function Pathways({ data: { pathways, pack } }: { data: Careers }) {
  const nameOf = (key: string) => pathways.find((step) => step.key === key)?.name ?? key;
  const names = (keys: readonly string[]) => keys.map(nameOf).join(', ');
  return (
    <>
      <DataTable
        caption="Career pathways"
        columns={[
          { key: 'name', title: 'Role', header: true, value: ({ name }) => name },
          { key: 'band', title: 'Band', value: ({ band }) => (band === '-' ? '' : band) },
          { key: 'from', title: 'From', value: ({ from }) => names(from) },
          {
            key: 'takes',
            title: 'What it takes',
            value: ({ takes }) => takes.join('; '),
            means: 'Experience, learning and registration that the role asks for.',
          },
          {
            key: 'to',
            title: 'Leads on to',
            value: ({ to }) => names(to),
            means: 'Roles for which this one prepares.',
          },
        ]}
        rows={pathways}
        rowKey={({ key }) => key}
      />
      <p className="below-table">
        Version {pack.version} of a start written for the planner. Requirements of your own trust and of each post come
        first.
      </p>
    </>
  );
}
