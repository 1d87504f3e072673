import type { ColumnKind, ExportTable, TableValue } from '#contract';
import { type Line, sumOf, toPlaces, wordsOf } from './arrange.ts';
import { type Column, type Definition, headingOf } from './column.ts';

/** What a sheet shows a column as, by what stands in it. */
function kindOf<Row>(column: Column<Row>, rows: readonly Row[]): ColumnKind {
  const values = rows.map((row) => wordsOf(column, row)).filter((value) => value !== null && value !== '');
  if (column.share) return values.every((value) => typeof value === 'number') ? 'share' : 'text';
  if (!column.number) {
    const isDate = values.length > 0 && values.every((value) => /^\d{4}-\d\d-\d\d$/.test(String(value)));
    return isDate ? 'date' : values.some((value) => String(value).length > 60) ? 'long_text' : 'text';
  }
  return values.every((value) => typeof value !== 'number' || Number.isInteger(value)) ? 'count' : 'number';
}

/** The table as it stands on the screen, for a file: its columns and order, its groups and sums, its definitions. */
export function exportedTable<Row>(
  head: { title: string; subtitle: string },
  columns: readonly Column<Row>[],
  lines: readonly Line<Row>[],
  definitions: readonly Definition[],
  totals: readonly Row[] = [],
): ExportTable {
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const kinds = columns.map((column) => kindOf(column, rows));
  const valuesOf = (row: Row): TableValue[] => columns.map((column) => toPlaces(wordsOf(column, row)));
  const sums = (of: readonly Row[], name: string): TableValue[] =>
    columns.map((column, at) => (at === 0 ? name : toPlaces(sumOf(column, of))));
  const groupOf = (line: Line<Row> & { kind: 'group' }): TableValue[] => {
    const name = `${line.name} (${line.rows.length})`;
    return line.whole === undefined ? sums(line.rows, name) : [name, ...valuesOf(line.whole).slice(1)];
  };
  return {
    title: head.title.slice(0, 200),
    subtitle: head.subtitle.slice(0, 500),
    columns: columns.map((column, at) => ({ heading: headingOf(column), kind: kinds[at] ?? 'text' })),
    rows: [
      ...lines.map((line) =>
        line.kind === 'group'
          ? { kind: 'group' as const, values: groupOf(line) }
          : { kind: 'row' as const, values: valuesOf(line.row) },
      ),
      ...(totals.length === 0 && columns.some(({ sum }) => sum !== undefined)
        ? [{ kind: 'total' as const, values: sums(rows, `All ${rows.length}`) }]
        : []),
      ...totals.map((row) => ({ kind: 'total' as const, values: valuesOf(row) })),
    ],
    definitions: [...definitions],
  };
}
