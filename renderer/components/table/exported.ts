import type { ColumnKind, ExportTable, TableValue } from '#contract';
import { type Line, sumOf, wordsOf } from './arrange.ts';
import { type Column, type Definition, headingOf } from './column.ts';

/** A share is kept to a millionth. */
const SHARE = 1_000_000;

/** What a sheet shows a column as, by what stands in it. */
function kindOf<Row>(column: Column<Row>, rows: readonly Row[]): ColumnKind {
  const values = rows.map((row) => wordsOf(column, row)).filter((value) => value !== null && value !== '');
  if (!column.number) {
    const isDate = values.length > 0 && values.every((value) => /^\d{4}-\d\d-\d\d$/.test(String(value)));
    return isDate ? 'date' : values.some((value) => String(value).length > 60) ? 'long_text' : 'text';
  }
  if (isShare(column, rows)) return 'rate';
  return values.every((value) => typeof value !== 'number' || Number.isInteger(value)) ? 'count' : 'number';
}

/** True where numbers up to one are drawn in percent. */
function isShare<Row>({ value, show }: Column<Row>, rows: readonly Row[]): boolean {
  const shown = rows.map((row) => [value(row), show?.(row)] as const).filter(([number]) => typeof number === 'number');
  const inPercent = shown.filter(([number, text]) => Math.abs(Number(number)) <= 2 && String(text).endsWith('%'));
  return shown.length > 0 && inPercent.length > 0 && inPercent.length >= shown.length / 2;
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
  const valueOf = (column: Column<Row>, kind: ColumnKind | undefined, row: Row): TableValue => {
    const value = wordsOf(column, row);
    if (kind === 'rate' && typeof value === 'number')
      return { numerator: Math.round(value * SHARE), denominator: SHARE };
    return value;
  };
  const valuesOf = (row: Row) => columns.map((column, at) => valueOf(column, kinds[at], row));
  const sums = (of: readonly Row[], name: string): TableValue[] =>
    columns.map((column, at) => (at === 0 ? name : sumOf(column, of)));
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
