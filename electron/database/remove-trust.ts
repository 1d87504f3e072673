import type { Database } from './database.ts';
import { inTransaction } from './database.ts';
import { belongsToLmns, belongsToTrust, type Reference } from './of-trust.ts';

/**
 * Takes a trust away with every row that belongs to it, by `trust_id` or through the rows it points at, in one
 * transaction. The tables are found in the store itself, so a new one is never forgotten.
 */
export function removeTrust(database: Database, trustId: number): void {
  removeOwned(database, belongsToTrust(database.sqlite), { trustId });
}

/** Takes an LMNS away in the same manner: what it received, answered and recorded. Its trusts' own data stay. */
export function removeLmns(database: Database, lmnsId: number): void {
  removeOwned(database, belongsToLmns(database.sqlite), { lmnsId });
}

function removeOwned(
  database: Database,
  belongs: (table: string) => string | null,
  owner: Readonly<Record<string, number>>,
): void {
  const { sqlite } = database;
  const tables = sqlite.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  const references = new Map(
    tables.map((table) => [table, sqlite.pragma(`foreign_key_list("${table}")`) as Reference[]]),
  );
  inTransaction(database, () => {
    for (const table of childrenFirst(tables, references)) {
      const condition = belongs(table);
      if (condition) sqlite.prepare(`delete from "${table}" where ${condition}`).run(owner);
    }
  });
}

/** Each table after all that point at it. */
function childrenFirst(tables: readonly string[], references: ReadonlyMap<string, readonly Reference[]>): string[] {
  const parentsFirst: string[] = [];
  const visit = (table: string) => {
    if (parentsFirst.includes(table)) return;
    for (const parent of references.get(table) ?? []) if (parent.table !== table) visit(parent.table);
    parentsFirst.push(table);
  };
  for (const table of tables) visit(table);
  return parentsFirst.reverse();
}
