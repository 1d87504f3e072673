import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFns,
  globalFilteringFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyTable } from './copy-table.ts';
import { counted, decimal } from './numbers.ts';

/** A column: `value` is what is sorted, filtered and copied; `show` may draw it otherwise. */
export interface Column<Row> {
  key: string;
  title: string;
  value: (row: Row) => string | number | null;
  /** What is copied in place of the value, where that is not to leave the trust. */
  copied?: (row: Row) => string | number | null;
  show?: (row: Row) => ReactNode;
  number?: boolean;
  /** The column that names the row to a screen reader. */
  header?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** Drawn below the rows, such as totals. */
  footer?: ReactNode;
  /** More buttons beside filter and copy. */
  tools?: ReactNode;
}

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  sortFns,
  filterFns,
});

const AT_ONCE = 200;

/** A table with filter, sort by heading and copy as a spreadsheet pastes. Long tables show 200 rows until asked for all. */
export function DataTable<Row extends object>({ caption, columns, rows, rowKey, footer, tools }: DataTableProps<Row>) {
  const [all, setAll] = useState(false);
  const defined = useMemo(
    () =>
      columns.map((column) => ({
        id: column.key,
        header: column.title,
        accessorFn: (row: Row) => column.value(row),
        sortUndefined: 'last' as const,
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: defined,
    data: rows,
    getRowId: (row) => String(rowKey(row)),
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
  });
  const shown = table.getRowModel().rows;
  const visible = all ? shown : shown.slice(0, AT_ONCE);
  const filter = (table.state.globalFilter as string | undefined) ?? '';

  return (
    <>
      <div className="table-tools">
        {rows.length > 8 && (
          <label className="filter">
            Filter
            <input
              type="search"
              value={filter}
              onChange={(event) => table.setGlobalFilter(event.target.value)}
              aria-label={`Filter ${caption}`}
            />
          </label>
        )}
        <span role="status">
          {shown.length === rows.length ? '' : `${decimal(shown.length, 0)} of `}
          {counted(rows.length, 'row')}
        </span>
        <span>
          {tools}{' '}
          <Button
            onClick={() => {
              copyTable(
                columns,
                shown.map((row) => row.original),
              );
              announce(`Copied ${counted(shown.length, 'row')}. Paste into a spreadsheet.`);
            }}
          >
            Copy
          </Button>
        </span>
      </div>
      <div className="table-scroll">
        <table className="table" aria-rowcount={shown.length + 1}>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {table.getHeaderGroups()[0]?.headers.map((header, index) => {
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={columns[index]?.number ? 'number' : undefined}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                  >
                    <button type="button" onClick={header.column.getToggleSortingHandler()}>
                      {columns[index]?.title}
                      <span aria-hidden="true">{sorted === 'asc' ? ' ▲' : sorted === 'desc' ? ' ▼' : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => {
                  const content = column.show ? column.show(row.original) : column.value(row.original);
                  return column.header ? (
                    <th key={column.key} scope="row">
                      {content}
                    </th>
                  ) : (
                    <td key={column.key} className={column.number ? 'number' : undefined}>
                      {content}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {footer && <tfoot>{footer}</tfoot>}
        </table>
      </div>
      {shown.length > visible.length && (
        <p>
          Showing the first {AT_ONCE} of {counted(shown.length, 'row')}.{' '}
          <Button onClick={() => setAll(true)}>Show all {counted(shown.length, 'row')}</Button>
        </p>
      )}
    </>
  );
}
