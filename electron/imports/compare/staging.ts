import type { Database as Sqlite } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '#drizzle';
import { connect } from '../../database/connection.ts';
import type { Database } from '../../database/database.ts';
import { quote } from '../../database/recorder.ts';
import type { ImportKind } from '../kinds.ts';
import { type Extent, within } from '../overlaps.ts';
import type { Run } from '../run.ts';
import type { Tally } from '../tally.ts';

/** Columns that say where a row was read and not what it says. */
const ofTheImport: ReadonlySet<string> = new Set(['id', 'trust_id', 'batch_id', 'row', 'columns']);

/** Where the rows of a file lie beside those of the store that they are compared with: in memory, so that nothing is left on the disk. */
export interface Staging {
  readonly sqlite: Sqlite;
  /** What the rows of a table say, without where they come from. */
  columnsOf(table: string): string[];
}

/** The table of the store's rows beside the file's. */
export const storedTable = (table: string): string => `stored_${table}`;

/** Opens a place for the rows of a kind, with the names of the trust's units in `unit_name`. */
export function openStaging(store: Database, kind: ImportKind<unknown>, trustId: number): Staging {
  const sqlite = connect(':memory:', { nativeBinding: undefined });
  sqlite.pragma('foreign_keys = OFF');
  const definition = store.sqlite.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  for (const table of kind.tables) sqlite.exec(definition.get(table) ?? '');
  sqlite.exec('CREATE TABLE unit_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
  const name = sqlite.prepare('INSERT INTO unit_name (id, name) VALUES (?, ?)');
  const units = store.sqlite.prepare<[number], [number, string]>('SELECT id, name FROM unit WHERE trust_id = ?').raw();
  for (const unit of units.all(trustId)) name.run(...unit);
  const columns = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck();
  return { sqlite, columnsOf: (table) => columns.all(table).filter((column) => !ofTheImport.has(column)) };
}

/** Puts the entries of a reading there, as they would be stored. Units that the trust does not have yet get ids below zero. */
export async function stageEntries(
  { sqlite }: Staging,
  kind: ImportKind<unknown>,
  trustId: number,
  { units, entries, keptEntries }: Tally,
  unitIdOf: (name: string) => number | undefined,
  run: Run,
): Promise<void> {
  const name = sqlite.prepare('INSERT INTO unit_name (id, name) VALUES (?, ?)');
  const ids = new Map<string, number>();
  const idOf = (unit: string): number => {
    const known = ids.get(unit) ?? unitIdOf(unit);
    const id = known ?? -1 - ids.size;
    if (known === undefined) name.run(id, unit);
    ids.set(unit, id);
    return id;
  };
  for (const unit of units.keys()) idOf(unit);
  const database: Database = { sqlite, db: drizzle(sqlite, { schema }), file: '', key: undefined, turns: 0 };
  const insert = kind.inserter(database, { trustId, batchId: 0, unitId: idOf });
  run.begin('comparing', entries.length + keptEntries.length);
  for (const some of [entries, keptEntries]) {
    for (let from = 0; from < some.length; from += 1000) {
      for (const entry of some.slice(from, from + 1000)) {
        insert(entry);
        run.step();
      }
      await run.pause();
    }
  }
}

/** What is compared with: the day of a list, or the days of a file; null where the store holds nothing to compare with. */
export interface Against {
  readonly first: string;
  readonly last: string;
  readonly rows: number;
}

/** Puts the store's rows there that the file is compared with. Of a row that several imports have, the newest import's. */
export function stageStored(
  { sqlite }: Staging,
  store: Database,
  kind: ImportKind<unknown>,
  extent: Extent,
): Against | null {
  const { against, rows: identities } = kind.compared;
  sqlite.prepare('ATTACH ? AS store').run(store.file);
  try {
    let rows = 0;
    let [first, last] = [extent.period.first, extent.period.last];
    for (const [table, { key }] of Object.entries(identities)) {
      const into = quote(storedTable(table));
      const columns = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
      const names = columns.map(quote).join(', ');
      const which = against === 'day' ? newestDay(sqlite, table, extent) : extent;
      if (which !== null) [first, last] = [which.period.first, which.period.last];
      const { condition, values } = which === null ? { condition: 'false', values: [] } : within(which);
      sqlite.exec(`CREATE TABLE ${into} AS SELECT ${names} FROM ${quote(table)} WHERE false`);
      sqlite
        .prepare(
          `INSERT INTO ${into} SELECT ${names} FROM (
             SELECT *, max(batch_id) OVER (PARTITION BY ${key.join(', ')}) AS newest
             FROM store.${quote(table)} WHERE ${condition}) WHERE batch_id = newest`,
        )
        .run(...values);
      rows += sqlite.prepare<[], number>(`SELECT count(*) FROM ${into}`).pluck().get() ?? 0;
    }
    return rows === 0 ? null : { first, last, rows };
  } finally {
    sqlite.exec('DETACH store');
  }
}

/** The newest day of a list that is not after the file's own. */
function newestDay(sqlite: Sqlite, table: string, extent: Extent): Extent | null {
  const day = sqlite
    .prepare<[number, string], string | null>(
      `SELECT max(date) FROM store.${quote(table)} WHERE trust_id = ? AND date <= ?`,
    )
    .pluck()
    .get(extent.trustId, extent.period.last);
  return day ? { ...extent, period: { first: day, last: day } } : null;
}
