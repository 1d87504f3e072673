import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFns,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { TableLayout } from '#contract';
import { byValue, columnsInOrder, type Line, linesOf, PLAIN, shownColumns, wordsOf } from './arrange.ts';
import type { Column } from './column.ts';
import { useSteady } from './use-steady.ts';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns,
});

/** A row as the library hands it to be sorted. */
interface Found<Row> {
  readonly original: Row;
  getValue<Value>(key: string): Value;
}

interface LayoutOptions<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Columns that are left out until they are asked for. */
  hidden?: readonly string[] | undefined;
  /** The column by which rows are put together until another is asked for. */
  group?: string | undefined;
  /** The row of a group as a whole, by the column and its words. */
  groupRow?: ((column: string, name: string) => Row | undefined) | undefined;
  /** True where rows keep their places while they are typed into. */
  steady?: boolean | undefined;
}

/** Rows filtered, sorted and put together as they are arranged, and the arrangement itself, to keep or to change. */
export function useLayout<Row extends object>(options: LayoutOptions<Row>) {
  const { columns, rows, rowKey, hidden: hiddenAtFirst = PLAIN.hidden, group: groupAtFirst = null } = options;
  const { groupRow, steady = false } = options;
  const plain: TableLayout = { ...PLAIN, hidden: [...hiddenAtFirst], group: groupAtFirst };
  const [arranged, setArranged] = useState<Pick<TableLayout, 'order' | 'hidden' | 'group'>>(plain);
  const defined = useMemo(
    () =>
      columns.map((column) => {
        const order = byValue(column);
        const valueOf = (row: Found<Row>) =>
          column.inOrder ? wordsOf(column, row.original) : row.getValue<string | number | undefined>(column.key);
        return {
          id: column.key,
          header: column.title,
          // What is not known comes last, whichever way a column is sorted.
          accessorFn: (row: Row) => column.value(row) ?? undefined,
          sortUndefined: 'last' as const,
          sortFn: (one: Found<Row>, other: Found<Row>) => order(valueOf(one), valueOf(other)),
        };
      }),
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
  const [sorted] = table.state.sorting ?? [];
  const filter = (table.state.globalFilter as string | undefined) ?? '';
  const layout: TableLayout = {
    ...arranged,
    sort: sorted ? { column: sorted.id, down: sorted.desc } : null,
    filter,
  };
  const apply = (next: TableLayout) => {
    const { order, hidden, group } = next;
    const known = (key: string) => columns.some((column) => column.key === key);
    setArranged({ order, hidden, group: group !== null && known(group) ? group : null });
    table.setSorting(next.sort && known(next.sort.column) ? [{ id: next.sort.column, desc: next.sort.down }] : []);
    table.setGlobalFilter(next.filter);
  };
  const group = columns.find(({ key }) => key === arranged.group);
  const found = table.getRowModel().rows;
  const model = useMemo(() => found.map(({ original }) => original), [found]);
  const isAsked = sorted !== undefined || filter !== '' || arranged.group !== groupAtFirst;
  const asked = JSON.stringify([layout.sort, layout.filter, layout.group]);
  const standing = useSteady({ model, rows, rowKey, group, asked: steady && isAsked ? asked : null });
  const lines: Line<Row>[] = useMemo(
    () => linesOf(standing.rows, standing.group, groupRow),
    [standing.rows, standing.group, groupRow],
  );
  const shown = useMemo(() => shownColumns(columns, arranged), [columns, arranged]);
  return {
    layout,
    apply,
    change: (part: Partial<TableLayout>) => apply({ ...layout, ...part }),
    sortBy: (key: string) => table.getColumn(key)?.toggleSorting(),
    ordered: columnsInOrder(columns, arranged.order),
    shown,
    lines,
    count: standing.rows.length,
    /** As the screen draws it of itself. */
    plain,
    isArranged:
      arranged.order.length > 0 || arranged.hidden.join() !== plain.hidden.join() || arranged.group !== groupAtFirst,
  };
}
