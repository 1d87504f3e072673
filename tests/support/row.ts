import type { Database as Sqlite } from 'better-sqlite3';

/** Inserts a row and gives every required column that is not named something to hold, so that a new column breaks no test. */
export function insertRow(sqlite: Sqlite, table: string, values: Record<string, string | number | null>): void {
  const required = sqlite
    .prepare<[string], { name: string; type: string }>(
      'SELECT name, type FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0',
    )
    .all(table);
  const fillers: Record<string, unknown> = { TEXT: 'x', INTEGER: 0, BLOB: Buffer.alloc(0) };
  const row = {
    ...Object.fromEntries(required.map(({ name, type }) => [name, fillers[type.toUpperCase()]])),
    ...values,
  };
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  sqlite.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(row);
}
