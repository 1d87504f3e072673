import type { Database } from '../database/database.ts';
import { judgedRowsOf, type SourceBatch } from './sources.ts';

/** What was read: summed over the imports, and for a single one row by row. */
export function namedSources(database: Database, sources: readonly SourceBatch[]): Record<string, unknown> {
  const sum = (count: (batch: SourceBatch) => number) => sources.reduce((total, batch) => total + count(batch), 0);
  const counts = {
    rows_read: sum(({ rowsRead }) => rowsRead),
    rows_accepted: sum(({ rowsAccepted }) => rowsAccepted),
    rows_refused: sum(({ rowsRefused }) => rowsRefused),
    rows_ignored: sum(({ rowsIgnored }) => rowsIgnored),
  };
  const imports = sources.map(({ id, fileName, sheet, headerRow }) => ({
    batch: id,
    file: fileName,
    sheet,
    header_row: headerRow,
  }));
  const [only, ...more] = sources;
  if (only === undefined || more.length > 0) return { ...counts, imports };
  const rows = judgedRowsOf(database, only.id);
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome);
  const warnings: Record<string, number[]> = {};
  for (const { row, reason } of of('accepted')) (warnings[reason] ??= []).push(row);
  const plain = (outcome: string) => of(outcome).map(({ row, reason }) => ({ row, reason }));
  const file = { file: only.fileName, sheet: only.sheet, header_row: only.headerRow };
  return { ...file, ...counts, refused: plain('refused'), ignored: plain('ignored'), warnings, imports };
}
