import BetterSqlite3 from 'better-sqlite3';
import { openEncrypted, type StoreKey } from './store-key.ts';

/** Marks a SQLite file as the planner's ("MWP1"), in the header field that SQLite keeps for this. */
export const applicationId = 0x4d575031;

/** How long opening waits for another process that holds the file, in milliseconds. */
const patience = 1000;

type Options = {
  readonly?: boolean;
  nativeBinding: string | undefined;
  /** What encrypts the file; none for one that is not encrypted. */
  key?: StoreKey | undefined;
};

/**
 * Opens a connection with the settings that every use of the data file shares. Reads nothing yet, so a damaged file
 * throws at the first query.
 */
export function connect(file: string, { readonly = false, nativeBinding, key }: Options): BetterSqlite3.Database {
  const options = { readonly, fileMustExist: readonly, timeout: patience };
  const sqlite =
    key === undefined
      ? new BetterSqlite3(file, { ...options, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
      : openEncrypted(key, file, options);
  try {
    // Functions and views of a file from elsewhere get no powers (https://www.sqlite.org/pragma.html#pragma_trusted_schema).
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('foreign_keys = ON');
    // A commit is on the disk before the screen says saved; better-sqlite3 would use NORMAL in WAL mode.
    sqlite.pragma('synchronous = FULL');
    // A person who is removed leaves no trace in free pages, nor in temporary files.
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma('temp_store = MEMORY');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/** The settings of the one connection that the app works with. */
export function settle(sqlite: BetterSqlite3.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('busy_timeout = 5000');
  // So that rows that a REPLACE pushes out are recorded for undo like any other deletion.
  sqlite.pragma('recursive_triggers = ON');
}

/** How often and how long folding the log waits for readers, in milliseconds. */
const tries = 40;
const pause = 10;

/**
 * Folds the log of a large change into the file: left to SQLite, whoever saves next would do it, and its thread would
 * answer nobody meanwhile. For a thread of its own, which may wait for readers on the spot.
 */
export function foldLog(sqlite: BetterSqlite3.Database): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let left = tries; left > 0; left--) {
    const [state] = sqlite.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[];
    if (state === undefined || state.log === state.checkpointed) return;
    Atomics.wait(clock, 0, 0, pause);
  }
}

/** Rows of each table of the planner, by table name. */
export function countRows(sqlite: BetterSqlite3.Database): Map<string, number> {
  return new Map(
    tableNames(sqlite).map((table) => [
      table,
      sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0,
    ]),
  );
}

/** Names of the tables in the file, SQLite's own left out. */
export function tableNames(sqlite: BetterSqlite3.Database): string[] {
  const tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name";
  return sqlite.prepare<[], string>(tables).pluck().all();
}

/** The first damage that `check` finds, in SQLite's words; undefined where there is none. */
export function findDamage(
  sqlite: BetterSqlite3.Database,
  check: 'quick_check' | 'integrity_check',
): string | undefined {
  const found = String(sqlite.pragma(`${check}(1)`, { simple: true }));
  return found === 'ok' ? undefined : found;
}

/** The foreign keys that point at nothing, as a sentence; undefined where all hold. */
export function findOrphans(sqlite: BetterSqlite3.Database): string | undefined {
  const orphans = sqlite.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  const [first] = orphans;
  return (
    first && `${orphans.length} rows point at rows that are not there, the first from ${first.table} to ${first.parent}`
  );
}
