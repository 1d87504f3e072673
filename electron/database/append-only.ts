import type { Database as Sqlite } from 'better-sqlite3';

/** Tables of this PC rather than of the data: no backup that is put back rewinds them. */
export const ofThisPc: ReadonlySet<string> = new Set(['audit_entry', 'profile', 'draft']);

/**
 * Refuses every change to entries of the audit, by whatever connection: the triggers lie in the file itself. Made at every
 * opening, so that one which was dropped comes back.
 */
export function refuseChanges(sqlite: Sqlite): void {
  for (const event of ['UPDATE', 'DELETE'])
    sqlite.exec(
      `CREATE TRIGGER IF NOT EXISTS audit_entry_no_${event.toLowerCase()} BEFORE ${event} ON audit_entry
       BEGIN SELECT RAISE(ABORT, 'The audit is added to alone'); END`,
    );
}
