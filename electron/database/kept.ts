import type { Database } from './database.ts';

interface Kept {
  state: string;
  readonly values: Map<string, unknown>;
}

const keptOf = new WeakMap<Database, Kept>();
/** One answer reads the same few lists several times; more than these are not worth their memory. */
const most = 6;

/**
 * What `read` reads from the store, kept under a key until anything is written, by this connection or by another one.
 * Within a transaction it is read anew. What is kept is shared: nobody may change it.
 */
export function kept<Value>(database: Database, key: string, read: () => Value): Value {
  const { sqlite } = database;
  if (sqlite.inTransaction) return read();
  const written = sqlite.prepare<[], number>('SELECT total_changes()').pluck().get();
  const state = `${written} ${String(sqlite.pragma('data_version', { simple: true }))}`;
  let own = keptOf.get(database);
  if (own === undefined || own.state !== state) keptOf.set(database, (own = { state, values: new Map() }));
  const { values } = own;
  const value = values.has(key) ? (values.get(key) as Value) : read();
  // The one that was asked for longest ago goes first.
  values.delete(key);
  values.set(key, value);
  for (const oldest of values.keys()) if (values.size > most) values.delete(oldest);
  return value;
}
