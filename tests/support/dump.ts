import type { Database as Sqlite } from 'better-sqlite3';
import { tableNames } from '../../electron/database/connection.ts';

type Extent = { history?: boolean };

/** Every row of every table as text, exact to the byte, without the history of changes unless asked for. */
export function dump(sqlite: Sqlite, extent: Extent = {}): string {
  return dumper(sqlite, extent)();
}

/** Makes `dump` ready to be called often. */
export function dumper(sqlite: Sqlite, { history = false }: Extent = {}): () => string {
  const columnsOf = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck();
  const tables = tableNames(sqlite)
    // The audit only grows: no undo and no restore takes what was done out of it.
    .filter((table) => table !== 'audit_entry' && (history || (table !== 'change' && table !== 'change_row')))
    .map((table) => {
      const columns = columnsOf.all(table);
      const values = columns.map((column) => `quote("${column}")`).join(` || ',' || `);
      return { table, rows: sqlite.prepare<[], string>(`SELECT ${values} FROM "${table}" ORDER BY rowid`).pluck() };
    });
  return () => tables.map(({ table, rows }) => [`-- ${table}`, ...rows.all()].join('\n')).join('\n');
}
