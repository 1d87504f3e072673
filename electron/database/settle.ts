import { type Database, inTransaction } from './database.ts';

/** Rows of a table that nobody may undo any more. */
export interface SettledRows {
  readonly table: string;
  readonly rowIds: readonly number[];
}

/**
 * Makes every change that touched one of these rows one that can neither be undone nor done again. Its name stays in the
 * history. Changes that touched none of them are undone as before.
 */
export function settle(database: Database, settled: readonly SettledRows[]): void {
  const { sqlite } = database;
  inTransaction(database, () => {
    const touched = sqlite
      .prepare<[string, string], number>(
        `SELECT DISTINCT change_id FROM change_row
         WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?))`,
      )
      .pluck();
    const drop = sqlite.prepare('DELETE FROM change_row WHERE change_id = ?');
    for (const { table, rowIds } of settled)
      for (const change of touched.all(table, JSON.stringify(rowIds))) drop.run(change);
  });
}
