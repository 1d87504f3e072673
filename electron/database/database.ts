import type { Database as Sqlite } from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from '#drizzle';
import { callInHand } from './call-in-hand.ts';
import type { StoreKey } from './store-key.ts';

/** The open data file: one connection, seen as drizzle (`db`) for queries and as better-sqlite3 (`sqlite`) for bulk rows. */
export type Database = {
  sqlite: Sqlite;
  db: BetterSQLite3Database<typeof schema>;
  /** Absolute path of the data file. */
  file: string;
  /** What encrypts the data file; undefined where nothing does. */
  key: StoreKey | undefined;
  /** How often it was opened anew in this process, which happens when it is encrypted or made readable. */
  turns: number;
  /** Who is signed in, by name: stands beside each change. */
  who?: string;
  /** In which role, as the trust calls it; null for a profile that has none, undefined where there are no profiles. */
  post?: string | null | undefined;
};

/** What a transaction may answer: anything but a promise, which would settle after the transaction has ended. */
export type Settled<T> = T & (T extends PromiseLike<unknown> ? never : unknown);

/**
 * Does `work` as a whole or not at all, and returns what it returns; a throw undoes it and is thrown on.
 * Within another transaction it is a part of that one; with a call's first one goes what is kept of the call. An async function is refused: it would write after the end.
 */
export function inTransaction<T>(database: Pick<Database, 'sqlite'>, work: () => Settled<T>): T {
  if (work.constructor.name === 'AsyncFunction') throw new TypeError('A transaction cannot be async');
  const { sqlite } = database;
  const call = sqlite.inTransaction ? undefined : callInHand.getStore();
  if (call === undefined) return sqlite.transaction(work).immediate();
  let isKept = false;
  const answer = sqlite
    .transaction(() => {
      const before = changesOf(sqlite);
      const done = work();
      isKept = changesOf(sqlite) !== before && call.within(sqlite, done);
      return done;
    })
    .immediate();
  if (isKept) call.committed();
  return answer;
}

/** How many rows a connection has changed since it was opened. */
export const changesOf = (sqlite: Sqlite): number =>
  sqlite.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;

/** Tidies up and closes the data file; nothing of the planner's is left beside it. */
export function closeDatabase(database: Pick<Database, 'sqlite'>): void {
  const { sqlite } = database;
  try {
    sqlite.pragma('optimize');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Both only make the next start quicker, and either may find the file in use: what was saved is safe without them.
  } finally {
    sqlite.close();
  }
}
