import { useMemo } from 'react';
import type { Outcome, OutcomeBy, Stayed } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { hoursText, percentText } from '../../components/numbers.ts';
import { groups, leftOutText, share, shareText } from './outcome-words.ts';

const stayedColumn = (key: string, title: string, of: (row: Outcome) => Stayed): Column<Outcome> => ({
  key,
  title,
  number: true,
  value: (row) => share(of(row).rate),
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

const hoursOf = ({ supernumerary: { numerator, denominator } }: Outcome) =>
  denominator === 0 ? '–' : `${hoursText(numerator)} of ${hoursText(denominator)}`;

const columnsFor = (by: OutcomeBy): Column<Outcome>[] => [
  { key: 'name', title: groups[by], header: true, value: ({ name }) => name },
  { key: 'people', title: 'People', number: true, value: ({ people }) => people },
  {
    key: 'meetings',
    title: 'Meetings on time',
    number: true,
    value: ({ meetings }) => share(meetings),
    show: ({ meetings }) => shareText(meetings),
  },
  {
    key: 'hours',
    title: 'Supernumerary hours',
    number: true,
    value: ({ supernumerary }) => share(supernumerary),
    show: (row) => (
      <span className="post-name">
        {percentText(row.supernumerary)}
        <small>{hoursOf(row)}</small>
      </span>
    ),
  },
  { key: 'full', title: 'Fully supported', number: true, value: ({ fullySupported }) => fullySupported },
  stayedColumn('at12', 'In post at 12 months', ({ at12 }) => at12),
  stayedColumn('at24', 'In post at 24 months', ({ at24 }) => at24),
];

/** Who stayed, beside the support given, by group. */
export function OutcomeTable({ rows, all, by }: { rows: Outcome[]; all: Outcome; by: OutcomeBy }) {
  const columns = useMemo(() => columnsFor(by), [by]);
  return (
    <div className="people-table">
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
