import type { Database as Sqlite } from 'better-sqlite3';
import { quote, type RecordedTable, recordedTables, rowAsJson, text } from './recorder.ts';

export type Direction = 'undo' | 'redo';

/** Thrown within the transaction of an undo or redo that cannot be done; `message` ends "cannot be undone: …". */
class Conflict extends Error {}

const depended = 'other records now depend on what it added';

type Note = { name: string; rowId: bigint; before: string | null; after: string | null };

/**
 * Takes the rows of a change back, last touched first, or touches them again in order, each only if it still is as the
 * change left it. Within the caller's transaction; throws a `Conflict`, or SQLite's error where a constraint objects.
 */
export function replay(sqlite: Sqlite, changeId: number, direction: Direction): void {
  // Rows of one statement may refer to each other, so all references are looked at in the end, RESTRICT included.
  sqlite.pragma('defer_foreign_keys = ON');
  const notes = sqlite
    .prepare<[number], Note>(
      `SELECT table_name AS name, row_id AS rowId, before, after FROM change_row
       WHERE change_id = ? ORDER BY id ${direction === 'undo' ? 'DESC' : 'ASC'}`,
    )
    .safeIntegers()
    .all(changeId);
  const total = sqlite.prepare<[], number>('SELECT total_changes()').pluck();
  const tables = recordedTables(sqlite);
  const touched = new Set<string>();
  for (const { name, rowId, before, after } of notes) {
    const table = tables.get(name);
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const sql = table && sqlFor(table, from, to);
    if (sql === undefined) throw new Conflict('it was made with an earlier version of the planner');
    const soFar = total.get() ?? 0;
    const { changes } = sqlite.prepare(sql).run({ rowId, from, to });
    if (changes !== 1)
      throw new Conflict('what it changed has been changed again since, by an import or in another window');
    // More rows than this one: a deletion took others along that this change knows nothing of.
    if (total.get() !== soFar + 1) throw new Conflict(depended);
    touched.add(name);
  }
  for (const name of touched) {
    const orphans = sqlite.prepare(`PRAGMA foreign_key_check(${quote(name)})`).all();
    if (orphans.length > 0) throw new Conflict('a record that it belongs to is no longer there');
  }
}

/** The statement that turns the row from one state into the other; undefined where the table has lost a column since. */
function sqlFor({ name, key, columns }: RecordedTable, from: string | null, to: string | null): string | undefined {
  const noted = Object.keys(JSON.parse(to ?? from ?? '{}') as object);
  if (!noted.every((column) => columns.includes(column))) return undefined;
  const table = quote(name);
  // Values stay in SQLite's hands, so that integers beyond 2^53 come back whole.
  const valueOf = (column: string) => `json_extract(@to, ${text(`$."${column}"`)})`;
  const asItWas = `${quote(key)} = @rowId AND ${rowAsJson(table, noted)} = @from`;
  if (to === null) return `DELETE FROM ${table} WHERE ${asItWas}`;
  if (from === null)
    return `INSERT INTO ${table} (${noted.map(quote).join(', ')}) VALUES (${noted.map(valueOf).join(', ')})`;
  // The key stays as it is; to name it would have SQLite look through all rows that refer to this one.
  const set = noted.filter((column) => column !== key).map((column) => `${quote(column)} = ${valueOf(column)}`);
  return `UPDATE ${table} SET ${set.join(', ')} WHERE ${asItWas}`;
}

/** Why an undo or redo could not be done, to follow a colon; undefined for an error that no state of the data explains. */
export function reasonOf(error: unknown): string | undefined {
  if (error instanceof Conflict) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return depended;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return 'another record now has its name or its place';
  }
  return undefined;
}
