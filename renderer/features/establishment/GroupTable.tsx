import type { EstablishmentSheet } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { CellContent } from './CellContent.tsx';
import { figureColumns } from './columns.ts';
import { titleOf } from './GridLine.tsx';
import { lineTitle } from './rows.ts';
import { positionMeans } from '../../components/position-words.ts';

type Totals = EstablishmentSheet['byGroupAndBand'][number];

const columns: Column<Totals>[] = [
  { key: 'group', title: 'Staff group and band', value: lineTitle, header: true },
  ...figureColumns.map(
    (column): Column<Totals> => ({
      key: column.key,
      title: titleOf(column),
      number: true,
      ...(column.key in positionMeans && { means: positionMeans[column.key as keyof typeof positionMeans] }),
      value: ({ position }) => {
        const { plain } = column.of(position, null);
        return plain === '' ? null : Number.parseFloat(plain);
      },
      show: ({ position }) => <CellContent text={column.of(position, null)} />,
    }),
  ),
];

/** Totals by staff group and band over the units shown, with each staff group and all below. */
export function GroupTable({ sheet }: { sheet: EstablishmentSheet }) {
  const totals = [
    ...sheet.byGroup.map(({ staffGroup, position }) => ({ title: `${staffGroup.name}, all bands`, position })),
    { title: 'All, net', position: sheet.all },
  ];
  return (
    <DataTable
      caption="Establishment by staff group and band"
      columns={columns}
      rows={sheet.byGroupAndBand}
      rowKey={({ staffGroup, band }) => `${staffGroup.key} ${band.key}`}
      footer={totals.map(({ title, position }) => (
        <tr key={title} className="table__total">
          <th scope="row">{title}</th>
          {figureColumns.map((column) => (
            <td key={column.key} className="number">
              <CellContent text={column.of(position, null)} />
            </td>
          ))}
        </tr>
      ))}
    />
  );
}
