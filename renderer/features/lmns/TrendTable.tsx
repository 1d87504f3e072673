import { type Column, DataTable } from '../../components/DataTable.tsx';
import type { Series } from '../../components/LineChart.tsx';

interface TrendTableProps {
  points: string[];
  series: Series[];
  text: (value: number) => string;
}

/** What a chart draws, as a table: a row for each line of it. */
export function TrendTable({ points, series, text }: TrendTableProps) {
  const columns: Column<Series>[] = [
    { key: 'name', title: 'What', header: true, value: ({ name }) => name },
    ...points.map(
      (point, at): Column<Series> => ({
        key: point,
        title: point,
        means: 'Of that period. “not shown” where no return tells it, or the number is too small to be shown.',
        number: true,
        value: ({ values }) => values[at] ?? null,
        copied: ({ values }) => values[at] ?? 'not shown',
        show: ({ values }) => (values[at] == null ? 'not shown' : text(values[at])),
      }),
    ),
  ];
  return (
    <DataTable
      className="table--dense"
      caption="By period"
      columns={columns}
      rows={series}
      rowKey={({ name }) => name}
    />
  );
}
