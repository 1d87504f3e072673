/**
 * Rows of several imports that say something of the same thing: those of the newest import count, since a later export
 * knows better. Rows of one import are never weighed against each other.
 */
export function newestOf<Row extends { readonly batchId: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const newest = new Map<string, number>();
  for (const row of rows) newest.set(keyOf(row), Math.max(newest.get(keyOf(row)) ?? 0, row.batchId));
  return rows.filter((row) => newest.get(keyOf(row)) === row.batchId);
}
