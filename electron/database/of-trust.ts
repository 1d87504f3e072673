import type { Database as Sqlite } from 'better-sqlite3';

export interface Reference {
  readonly table: string;
  readonly from: string;
}

/**
 * The SQL condition that is true for a table's rows of the trust `@trustId`, by its `trust_id` or through the rows that it
 * points at; null for a table whose rows belong to no trust.
 */
export const belongsToTrust = (sqlite: Sqlite) => belongsTo(sqlite, 'trust', 'trustId');

/** The same for the rows of an LMNS, `@lmnsId`. */
export const belongsToLmns = (sqlite: Sqlite) => belongsTo(sqlite, 'lmns', 'lmnsId');

function belongsTo(sqlite: Sqlite, owner: string, parameter: string): (table: string) => string | null {
  const belongs = (table: string): string | null => {
    if (table === owner) return `id = @${parameter}`;
    const columns = sqlite.pragma(`table_info("${table}")`) as { name: string }[];
    if (columns.some(({ name }) => name === `${owner}_id`)) return `${owner}_id = @${parameter}`;
    // By any of its references: one of them may be null.
    const conditions = (sqlite.pragma(`foreign_key_list("${table}")`) as Reference[]).flatMap((parent) => {
      const condition = parent.table === table ? null : belongs(parent.table);
      return condition ? [`"${parent.from}" in (select id from "${parent.table}" where ${condition})`] : [];
    });
    return conditions.length > 0 ? conditions.join(' or ') : null;
  };
  return belongs;
}
