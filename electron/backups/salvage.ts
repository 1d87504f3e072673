import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { connect, findOrphans, tableNames } from '../database/connection.ts';
import { closeDatabase } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { quote } from '../database/recorder.ts';
import { changeKey, type StoreKey } from '../database/store-key.ts';
import { putInPlace, type RecoverOrder } from './recover.ts';

/** What was read of a table; `lost` is null where nothing tells how many rows there were. */
export interface SalvagedTable {
  readonly table: string;
  readonly read: number;
  readonly lost: number | null;
}

export type Salvaged =
  /** `aside` is where the damaged file is kept, `report` the list of what was read and lost. */
  | { readonly kind: 'salvaged'; readonly tables: SalvagedTable[]; readonly aside: string; readonly report: string }
  /** Not one row could be read; all is as it was. */
  | { readonly kind: 'none' };

/** Tries at ranges of rows that cannot be read, in each table: each bad page costs some dozens. */
const TRIES = 3000;

/**
 * For a store that does not open: reads what reads, table by table and row by row, into a new store, and puts that in the
 * damaged one's place, which is kept in the folder of backups. Whatever fails before that leaves all as it was.
 */
export function salvageStore({ dataFolder, migrationsFolder, at, key }: RecoverOrder): Salvaged {
  const folder = join(dataFolder, 'backups');
  const own = join(folder, `.restoring-${randomBytes(6).toString('hex')}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  try {
    const opened = openDatabase({ dataFolder: own, migrationsFolder, now: () => new Date(at), key });
    if (opened.kind === 'refused') throw new Error(opened.details);
    const { sqlite } = opened.database;
    const file = join(dataFolder, 'planner.sqlite');
    const tables = readInto(sqlite, file, key);
    closeDatabase(opened.database);
    if (tables === undefined || tables.every(({ read }) => read === 0)) return { kind: 'none' };
    const stem = join(folder, `damaged-${at.replace(/[-:.]/g, '')}`);
    const report = `${stem}.txt`;
    writeFileSync(report, inWords(tables, at), { mode: 0o600 });
    // A new store is readable: it is made like the one whose place it takes.
    changeKey(join(own, 'planner.sqlite'), undefined, key);
    putInPlace(file, join(own, 'planner.sqlite'), `${stem}.sqlite`);
    return { kind: 'salvaged', tables, aside: `${stem}.sqlite`, report };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Undefined where the list of tables itself cannot be read: then nothing tells what the pages hold. */
function readInto(store: Sqlite, file: string, key: StoreKey | undefined): SalvagedTable[] | undefined {
  store.pragma('foreign_keys = OFF');
  const damaged = attempt(() => connect(file, { readonly: true, nativeBinding: undefined, key }));
  if (damaged === undefined) return undefined;
  try {
    const tables = tableNames(store).filter((table) => table !== '__drizzle_migrations');
    const salvaged = store.transaction(() => {
      const read = tables.map((table) => copyTable(damaged, store, table));
      return withoutOrphans(store, read);
    });
    return salvaged();
  } finally {
    damaged.close();
  }
}

/** Copies the rows that can be read and that fit: what a bad page made of a row is refused by the table's own rules. */
function copyTable(damaged: Sqlite, store: Sqlite, table: string): SalvagedTable {
  const columns = store
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .map(quote);
  const count =
    attempt(() =>
      damaged
        .prepare<[], number>(`SELECT count(*) FROM ${quote(table)}`)
        .pluck()
        .get(),
    ) ?? null;
  let read = 0;
  const insert = store.prepare(
    `INSERT OR ABORT INTO ${quote(table)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  attempt(() => {
    const rows = damaged
      .prepare<[bigint, bigint], unknown[]>(
        `SELECT ${columns.join(', ')} FROM ${quote(table)} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
      )
      .raw()
      .safeIntegers();
    const last = lastRow(damaged, table);
    readRange(
      (from, to) => rows.all(from, to),
      (row) => {
        if (attempt(() => insert.run(...row)) !== undefined) read += 1;
      },
      last,
    );
  });
  if (count === null) return { table, read, lost: null };
  return { table, read, lost: Math.max(0, count - read) };
}

/** The highest row there may be: as the table says, or as far as it is worth looking. */
function lastRow(damaged: Sqlite, table: string): bigint {
  const last = attempt(() =>
    damaged
      .prepare<[], bigint | null>(`SELECT max(rowid) FROM ${quote(table)}`)
      .pluck()
      .safeIntegers()
      .get(),
  );
  return last ?? 4_194_304n;
}

/** Reads what it can from 1 to `last`, cutting each range that cannot be read in halves until single rows are left. */
function readRange(
  rowsIn: (from: bigint, to: bigint) => unknown[][],
  take: (row: unknown[]) => void,
  last: bigint,
): void {
  const waiting: [bigint, bigint][] = [[1n, last]];
  for (let tries = 0; waiting.length > 0 && tries < TRIES; ) {
    const [from, to] = waiting.pop() ?? [1n, 0n];
    if (from > to) continue;
    const rows = attempt(() => rowsIn(from, to));
    if (rows !== undefined) {
      for (const row of rows) take(row);
      continue;
    }
    tries += 1;
    if (from === to) continue;
    const middle = (from + to) / 2n;
    // The lower half is the next.
    waiting.push([middle + 1n, to], [from, middle]);
  }
}

/** Takes out what points at rows that were lost, and counts it as lost too. */
function withoutOrphans(store: Sqlite, tables: SalvagedTable[]): SalvagedTable[] {
  const gone = new Map<string, number>();
  const orphans = store.prepare<[], { table: string; rowid: number }>(
    'SELECT "table", rowid FROM pragma_foreign_key_check',
  );
  // The audit refuses to be changed, and points at nothing.
  for (let found = orphans.all(); found.length > 0; found = orphans.all()) {
    const rows = new Map(found.map((orphan) => [`${orphan.table} ${orphan.rowid}`, orphan]));
    for (const { table, rowid } of rows.values()) {
      store.prepare(`DELETE FROM ${quote(table)} WHERE rowid = ?`).run(rowid);
      gone.set(table, (gone.get(table) ?? 0) + 1);
    }
  }
  const left = findOrphans(store);
  if (left !== undefined) throw new Error(left);
  return tables.map(({ table, read, lost }) => {
    const more = gone.get(table) ?? 0;
    return { table, read: read - more, lost: lost === null ? null : lost + more };
  });
}

function attempt<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work();
  } catch (error) {
    // What SQLite cannot read or will not take is what this is about; anything else is a bug.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return undefined;
    throw error;
  }
}

/** How many rows were read and lost, in a sentence. */
export function salvageSentence(tables: readonly SalvagedTable[]): string {
  const read = tables.reduce((sum, one) => sum + one.read, 0);
  const lost = tables.reduce((sum, one) => sum + (one.lost ?? 0), 0);
  const unknown = tables.filter((one) => one.lost === null).length;
  const more = unknown === 0 ? '' : ` Of ${unknown} tables nobody can say how much is missing.`;
  return `The data file was damaged. ${read} rows of it were read and are here; ${lost} could not be read.${more}`;
}

function inWords(tables: readonly SalvagedTable[], at: string): string {
  const lines = tables
    .filter(({ read, lost }) => read > 0 || lost !== 0)
    .map(
      ({ table, read, lost }) =>
        `${table.replaceAll('_', ' ')}: ${read} read, ${lost ?? 'nobody can say how many'} lost`,
    );
  return [salvageSentence(tables), `Read at ${at}.`, '', ...lines, ''].join('\n');
}
