import { changesOf, type Database } from './database.ts';

interface Kept {
  readonly state: string;
  readonly values: Map<string, { readonly by: object | undefined; readonly value: unknown }>;
}

/** Rows that each connection wrote quietly. */
const quiet = new WeakMap<object, number>();

/** Writes what is none of the data, so that what was kept of it still holds and no backup is made for its sake. */
export function writeQuietly(database: Pick<Database, 'sqlite'>, write: () => void): void {
  const { sqlite } = database;
  const [before, known] = [changesOf(sqlite), quiet.get(sqlite) ?? 0];
  try {
    write();
  } finally {
    quiet.set(sqlite, known + changesOf(sqlite) - before);
  }
}

/** Differs once anything was written to the store, by this connection or by another one, but for what was written quietly. */
export function writtenState(database: Pick<Database, 'sqlite' | 'turns'>): string {
  const { sqlite, turns } = database;
  const written = changesOf(sqlite) - (quiet.get(sqlite) ?? 0);
  return `${turns} ${written} ${String(sqlite.pragma('data_version', { simple: true }))}`;
}

/**
 * Keeps up to `most` answers of each store. `kept` answers what `read` reads from the store, known by a key and by the rules
 * that it is read by (an object of their own for each set of values), until anything is written; within a transaction it is
 * read anew. What is kept is shared: nobody may change it. Where the key itself tells what was written, `stateOf` is constant.
 */
export function keeper(most: number, stateOf: (database: Database) => string = writtenState) {
  const keptOf = new WeakMap<Database, Kept>();
  return function kept<Value>(database: Database, key: string, read: () => Value, by?: object): Value {
    if (database.sqlite.inTransaction) return read();
    const state = stateOf(database);
    let own = keptOf.get(database);
    if (own === undefined || own.state !== state) keptOf.set(database, (own = { state, values: new Map() }));
    const { values } = own;
    const found = values.get(key);
    const entry = found !== undefined && found.by === by ? found : { by, value: read() };
    // The one that was asked for longest ago goes first.
    values.delete(key);
    values.set(key, entry);
    for (const oldest of values.keys()) if (values.size > most) values.delete(oldest);
    return entry.value as Value;
  };
}
