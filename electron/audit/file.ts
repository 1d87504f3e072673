import type { ColumnKind, ExportTable } from '#contract';
import type { Database } from '../database/database.ts';
import { type AuditRow, HASHED } from './chain.ts';
import { entriesAfter } from './repository.ts';

/** How an auditor verifies an exported audit without the planner. */
export const HOW_TO_VERIFY =
  'Each hash is the SHA-256, in hexadecimal, of the row’s fields from “chain” to “previous” as one JSON array without spaces ' +
  '(numbers as numbers, empty cells as null), as UTF-8; “previous” is the hash of the row before it in its chain, and 64 zeros ' +
  'in the first. Numbers rise by one. Keep the last hash of this file: a later export that does not hold it has lost its end.';

/** Every entry, by chain and number. */
export function allEntries(database: Database): AuditRow[] {
  const all: AuditRow[] = [];
  for (;;) {
    const rows = entriesAfter(database, all.at(-1) ?? null, 5000);
    all.push(...rows);
    if (rows.length < 5000) return all;
  }
}

const fields = [...HASHED, 'hash'] as const;
const kindOf = (field: (typeof fields)[number]): ColumnKind => (field === 'number' ? 'count' : 'text');

/** Sheets hold so many rows at the most; the newest are shown, and the CSV file has them all. */
const MOST_ROWS = 30_000;

/** Entries with their hashes as a table; at most so many, the newest. */
export function auditTable(rows: readonly AuditRow[], at: string, most = MOST_ROWS): ExportTable {
  const shown = rows.slice(-most);
  return {
    title: 'Audit',
    subtitle:
      shown.length === rows.length
        ? `All entries to ${at}`
        : `The last ${MOST_ROWS} entries to ${at}; save as CSV for all`,
    columns: fields.map((field) => ({ heading: field, kind: kindOf(field) })),
    rows: shown.map((row) => ({ kind: 'row', values: fields.map((field) => row[field]) })),
    definitions: [{ term: 'How to verify', meaning: HOW_TO_VERIFY }],
  };
}
