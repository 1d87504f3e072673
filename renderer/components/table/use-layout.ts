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
import { useMemo, useState } from 'react';
import type { TableLayout } from '#contract';
import { columnsInOrder, type Line, linesOf, PLAIN, shownColumns } from './arrange.ts';
import type { Column } from './column.ts';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  sortFns,
  filterFns,
});

/** Rows filtered, sorted and put together as they are arranged, and the arrangement itself, to keep or to change. */
export function useLayout<Row extends object>(
  columns: readonly Column<Row>[],
  rows: Row[],
  rowKey: (row: Row) => string | number,
  hiddenAtFirst: readonly string[] = PLAIN.hidden,
) {
  const plain: TableLayout = { ...PLAIN, hidden: [...hiddenAtFirst] };
  const [arranged, setArranged] = useState<Pick<TableLayout, 'order' | 'hidden' | 'group'>>(plain);
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
  const model = table.getRowModel().rows;
  const lines: Line<Row>[] = useMemo(
    () =>
      linesOf(
        model.map((row) => row.original),
        group,
      ),
    [model, group],
  );
  const shown = useMemo(() => shownColumns(columns, { ...PLAIN, ...arranged }), [columns, arranged]);
  return {
    layout,
    apply,
    change: (part: Partial<TableLayout>) => apply({ ...layout, ...part }),
    sortBy: (key: string) => table.getColumn(key)?.toggleSorting(),
    ordered: columnsInOrder(columns, arranged.order),
    shown,
    lines,
    count: model.length,
    /** As the screen draws it of itself. */
    plain,
    isArranged: arranged.order.length > 0 || arranged.hidden.join() !== plain.hidden.join() || group !== undefined,
  };
}
