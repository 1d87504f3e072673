import type { Database as Sqlite } from 'better-sqlite3';
import { groupedBy } from '../core/grouped.ts';

/** Tables whose changes are not recorded for undo. */
const notRecorded: ReadonlySet<string> = new Set([
  // An import is undone as a whole, by its batch.
  'batch',
  'batch_row',
  'set_aside',
  'duty',
  'unavailability',
  'booking',
  'assignment',
  'leaver',
  'absence_episode',
  'ledger_line',
  // A received file is kept as it came; that it was received is recorded beside it.
  'received_document',
  'received_file',
  // What is in view is no change of the data, and neither is what was typed and not saved.
  'preference',
  'draft',
  // Nobody's past is undone, and an undo must not bring an old PIN back.
  'audit_entry',
  'profile',
  // The history itself, and the list of migrations.
  'change',
  'change_row',
  '__drizzle_migrations',
]);

/** A table whose changes by hand are recorded: its name, its integer key, and all its columns, the key included. */
export type RecordedTable = { name: string; key: string; columns: string[] };

/** Quotes a name for SQL. */
export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Quotes a string for SQL. */
export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** SQL for a row as a JSON object, byte for byte the same for the same values; `row` is a table, NEW or OLD. */
export function rowAsJson(row: string, columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `${text(column)}, ${row}.${quote(column)}`).join(', ')})`;
}

/**
 * The tables whose changes by hand are recorded, by name. Throws on a column whose values JSON cannot hold exactly, and on a
 * table without one integer key.
 */
export function recordedTables(sqlite: Sqlite): Map<string, RecordedTable> {
  const columns = sqlite
    .prepare<[], Column>(
      `SELECT "table".name AS "table", "column".name AS name, "column".type AS type, "column".pk AS pk
       FROM main.sqlite_schema AS "table", pragma_table_info("table".name) AS "column"
       WHERE "table".type = 'table' AND "table".name NOT GLOB 'sqlite_*' ORDER BY "table".name, "column".cid`,
    )
    .all();
  const tables = groupedBy(columns, ({ table }) => table);
  for (const name of notRecorded) tables.delete(name);
  return new Map([...tables].map(([name, its]) => [name, recordedTable(name, its)]));
}

type Column = { table: string; name: string; type: string; pk: number };

function recordedTable(name: string, columns: readonly Column[]): RecordedTable {
  const inexact = columns.find(({ type }) => !/^(integer|text)$/i.test(type));
  if (inexact) throw new Error(`${name}.${inexact.name} is ${inexact.type}: it could not be undone exactly`);
  const [key, ...more] = columns.filter(({ pk }) => pk > 0);
  if (key === undefined || more.length > 0 || !/^integer$/i.test(key.type)) {
    throw new Error(`${name} needs one integer primary key to be undone by, or a place among the tables not recorded`);
  }
  return { name, key: key.name, columns: columns.map((column) => column.name) };
}

/**
 * Makes the triggers that note each touched row in `change_row` while `recording` holds the id of a change. They and
 * `recording` are temporary: they live with this connection, and a transaction that is rolled back takes its notes along.
 */
export function startRecorder(sqlite: Sqlite): void {
  const made = ['CREATE TEMP TABLE recording (change_id INTEGER NOT NULL) STRICT'];
  for (const { name, key, columns } of recordedTables(sqlite).values()) {
    const before = rowAsJson('OLD', columns);
    const after = rowAsJson('NEW', columns);
    const note = (values: string, more = '') =>
      `INSERT INTO change_row (change_id, table_name, row_id, before, after)
       SELECT change_id, ${text(name)}, ${values} FROM recording${more};`;
    const [oldKey, newKey] = [`OLD.${quote(key)}`, `NEW.${quote(key)}`];
    const notes = {
      insert: note(`${newKey}, NULL, ${after}`),
      // A row whose id changes is one row gone and another come. Each row is made into JSON once, and only while recording:
      // the text is read at every start, and CROSS JOIN keeps SQLite to this order.
      update: note(
        `iif(come, ${newKey}, ${oldKey}), iif(come, NULL, before), iif(come OR ${newKey} = ${oldKey}, after, NULL)`,
        ` CROSS JOIN (SELECT ${before} AS before, ${after} AS after)
          CROSS JOIN (SELECT false AS come UNION ALL SELECT true)
          WHERE iif(come, ${newKey} <> ${oldKey}, before <> after)`,
      ),
      delete: note(`${oldKey}, ${before}, NULL`),
    };
    for (const [event, body] of Object.entries(notes)) {
      const trigger = quote(`record_${event}_${name}`);
      made.push(`CREATE TEMP TRIGGER ${trigger} AFTER ${event} ON main.${quote(name)} BEGIN ${body} END`);
    }
  }
  // One after the other, each in a transaction of its own, they would take half as long again at every start.
  sqlite.exec(`SAVEPOINT recorder; ${made.join('; ')}; RELEASE recorder`);
}
