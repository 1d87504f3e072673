import { wordsOf } from './arrange.ts';
import type { Column } from './column.ts';

type KeyOf<Row> = (row: Row) => string | number;

/** Every row that was there, in its place, with the words of its group; null for one that was filtered out. */
export type Places = ReadonlyMap<string, { readonly at: number; readonly group: string } | null>;

/** The places of rows as they are filtered and sorted now, of all that there are. */
export function placesOf<Row>(
  model: readonly Row[],
  rows: readonly Row[],
  rowKey: KeyOf<Row>,
  group: Column<Row> | undefined,
): Places {
  const keyOf = (row: Row) => String(rowKey(row));
  const groupOf = (row: Row) => (group ? String(wordsOf(group, row) ?? '') : '');
  return new Map([
    ...rows.map((row) => [keyOf(row), null] as const),
    ...model.map((row, at) => [keyOf(row), { at, group: groupOf(row) }] as const),
  ]);
}

/** Rows in their places of then, and in their groups; those that came since stand at the end. */
export function standingBy<Row>(
  places: Places,
  rows: readonly Row[],
  rowKey: KeyOf<Row>,
  group: Column<Row> | undefined,
): { readonly rows: readonly Row[]; readonly group: Column<Row> | undefined } {
  const placeOf = (row: Row) => places.get(String(rowKey(row)));
  return {
    rows: rows
      .filter((row) => placeOf(row) !== null)
      .sort((one, other) => (placeOf(one)?.at ?? places.size) - (placeOf(other)?.at ?? places.size)),
    group: group && { ...group, copied: (row) => placeOf(row)?.group ?? wordsOf(group, row) },
  };
}
