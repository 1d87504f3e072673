import type { Database } from './database.ts';
import { inTransaction } from './database.ts';

interface Reference {
  table: string;
  from: string;
}

/**
 * Takes a trust away with every row that belongs to it, by `trust_id` or through the rows it points at, in one
 * transaction. The tables are found in the store itself, so a new one is never forgotten.
 */
export function removeTrust(database: Database, trustId: number): void {
  const { sqlite } = database;
  const tables = sqlite.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  const references = new Map(
    tables.map((table) => [table, sqlite.pragma(`foreign_key_list("${table}")`) as Reference[]]),
  );
  const belongs = (table: string): string | null => {
    if (table === 'trust') return 'id = @trustId';
    const columns = sqlite.pragma(`table_info("${table}")`) as { name: string }[];
    if (columns.some(({ name }) => name === 'trust_id')) return 'trust_id = @trustId';
    // By any of its references: one of them may be null.
    const conditions = (references.get(table) ?? []).flatMap((parent) => {
      const condition = parent.table === table ? null : belongs(parent.table);
      return condition ? [`"${parent.from}" in (select id from "${parent.table}" where ${condition})`] : [];
    });
    return conditions.length > 0 ? conditions.join(' or ') : null;
  };
  inTransaction(database, () => {
    for (const table of childrenFirst(tables, references)) {
      const condition = belongs(table);
      if (condition) sqlite.prepare(`delete from "${table}" where ${condition}`).run({ trustId });
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
