import { useMemo } from 'react';
import type { StayingGroup, StayingBy, Staying, SharedStayingGroup, Stayed } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { hoursText, percentText } from '../../components/numbers.ts';
import { groups, leftOutText, share, shareText } from './staying-words.ts';

type StayingColumn = Column<StayingGroup> & { key: keyof SharedStayingGroup | 'full' };

const stayedColumn = (key: 'at12' | 'at24', title: string, of: (row: StayingGroup) => Stayed): StayingColumn => ({
  key,
  title,
  number: true,
  value: (row) => share(of(row).rate),
  means: `In post at the close of the day ${key === 'at12' ? 12 : 24} months after the start ÷ all whose day has come and of whom a list or an entry tells.`,
  show: (row) => <StayedCell stayed={of(row)} />,
});

function StayedCell({ stayed }: { stayed: Stayed }) {
  const out = leftOutText(stayed);
  return (
    <span className="post-name">
      {shareText(stayed.rate)}
      {out && <small>{out}</small>}
    </span>
  );
}

const hoursOf = ({ supernumerary: { numerator, denominator } }: StayingGroup) =>
  denominator === 0 ? '–' : `${hoursText(numerator)} of ${hoursText(denominator)}`;

const columnsOf = (by: StayingBy): StayingColumn[] => [
  { key: 'name', title: groups[by], header: true, value: ({ name }) => name },
  {
    key: 'people',
    title: 'People',
    number: true,
    value: ({ people }) => people,
    means: 'Preceptees of the group who have started.',
  },
  {
    key: 'meetings',
    title: 'Meetings on time',
    number: true,
    value: ({ meetings }) => share(meetings),
    show: ({ meetings }) => shareText(meetings),
    means: 'Meetings held by their day ÷ meetings that fell due.',
  },
  {
    key: 'supernumerary',
    title: 'Supernumerary',
    number: true,
    value: ({ supernumerary }) => share(supernumerary),
    show: (row) => (
      <span className="post-name">
        {percentText(row.supernumerary)}
        <small>{hoursOf(row)}</small>
      </span>
    ),
    means: 'Supernumerary hours given, at most those owed ÷ hours owed by now.',
  },
  {
    key: 'full',
    title: 'Fully supported',
    number: true,
    value: ({ fullySupported }) => fullySupported,
    means: 'People with every meeting that fell due held on time, and all hours owed by now given.',
  },
  stayedColumn('at12', 'In post at 12 months', ({ at12 }) => at12),
  stayedColumn('at24', 'In post at 24 months', ({ at24 }) => at24),
];

/** What is copied goes by the same rule as what is exported: small counts stay in the trust. */
function columnsFor(by: StayingBy, { rows }: Staying['shared']): Column<StayingGroup>[] {
  const shared = new Map(rows.map((row) => [row.name, row]));
  return columnsOf(by).map((column) => {
    const { key } = column;
    return { ...column, copied: ({ name }) => (key === 'full' ? null : shared.get(name)?.[key]) ?? 'not shown' };
  });
}

/** Who stayed, beside the support given, by group. */
export function StayingTable({ staying: { rows, all, by, shared } }: { staying: Staying }) {
  const columns = useMemo(() => columnsFor(by, shared), [by, shared]);
  return (
    <div className="people-table not-printed">
      <DataTable
        caption="Support and staying in post"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        footer={
          <tr className="table__total">
            {columns.map((column) => {
              const content = column.show ? column.show(all) : column.value(all);
              return column.header ? (
                <th key={column.key} scope="row">
                  {content}
                </th>
              ) : (
                <td key={column.key} className="number">
                  {content}
                </td>
              );
            })}
          </tr>
        }
      />
    </div>
  );
}
