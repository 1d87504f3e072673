import type { Database as Sqlite, Statement } from 'better-sqlite3';

/** How many are kept for each connection; lists of values of every length make statements of their own. */
const MOST = 400;

/**
 * A connection, seen so that what was prepared once is kept: SQLite takes longer to read the text of a usual query of drizzle
 * than to answer it. For drizzle alone, which asks at once, reads to the end, and says each time whether it wants rows as lists.
 */
export function keepStatements(sqlite: Sqlite): Sqlite {
  const kept = new Map<string, Statement>();
  const prepare = (text: string): Statement => {
    const statement = kept.get(text) ?? savedOrThrown(sqlite, sqlite.prepare(text));
    // The one that was asked for longest ago goes first.
    kept.delete(text);
    kept.set(text, statement);
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
    if (statement.reader) statement.raw(false);
    return statement;
  };
  return Object.create(sqlite, { prepare: { value: prepare } }) as Sqlite;
}

/**
 * A row that is written and asked back at once is committed after it was read, where nobody would hear that the disk did
 * not take it. So it is a transaction of its own, unless it is a part of one.
 */
function savedOrThrown(sqlite: Sqlite, statement: Statement): Statement {
  if (!statement.reader || statement.readonly) return statement;
  const get = statement.get.bind(statement);
  const inOwn = sqlite.transaction((...values: unknown[]) => get(...values));
  statement.get = (...values: unknown[]) => (sqlite.inTransaction ? get(...values) : inOwn.immediate(...values));
  return statement;
}
