import type { DatePeriod } from '../core/dates.ts';
import type { Database } from '../database/database.ts';
import { isKindOfFile, tablesOf } from './tables.ts';

/** An import that has rows in the store, as figures name their sources. */
export interface SourceBatch {
  readonly id: number;
  readonly format: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly first: string;
  readonly last: string;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRefused: number;
  readonly rowsIgnored: number;
  readonly remarks: { readonly code: string; readonly message: string }[];
  readonly committedAt: string;
}

/** Imports of a kind that have rows, and whose period touches the given one, in their order: none that later ones replaced as a whole. */
export function sourceBatches(
  { sqlite }: Database,
  trustId: number,
  kind: string,
  period: DatePeriod | null,
): SourceBatch[] {
  const rows = sqlite
    .prepare(
      `SELECT id, format, file_name AS fileName, sheet, header_row AS headerRow, period_first AS first, period_last AS last,
         rows_read AS rowsRead, rows_accepted AS rowsAccepted, rows_refused AS rowsRefused, rows_ignored AS rowsIgnored,
         remarks, committed_at AS committedAt
       FROM batch WHERE trust_id = ? AND kind = ? AND undone_at IS NULL AND period_first IS NOT NULL
         AND period_first <= ? AND period_last >= ? AND (${hasRows(kind)}) ORDER BY id`,
    )
    .all(trustId, kind, period?.last ?? '9999-12-31', period?.first ?? '0001-01-01') as (Omit<
    SourceBatch,
    'remarks'
  > & { remarks: string })[];
  return rows.map((row) => ({ ...row, remarks: JSON.parse(row.remarks) as SourceBatch['remarks'] }));
}

/** True of an import with rows in a table of its kind. */
const hasRows = (kind: string): string =>
  isKindOfFile(kind)
    ? tablesOf[kind].map((table) => `EXISTS (SELECT 1 FROM "${table}" WHERE batch_id = batch.id)`).join(' OR ')
    : '1';

/** Refused and ignored rows and warnings of an import: row and reason, in order. */
export function judgedRowsOf(
  { sqlite }: Database,
  batchId: number,
): { row: number; outcome: string; reason: string }[] {
  return sqlite
    .prepare('SELECT DISTINCT row, outcome, reason FROM batch_row WHERE batch_id = ? ORDER BY row, reason')
    .all(batchId) as { row: number; outcome: string; reason: string }[];
}
