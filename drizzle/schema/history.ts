import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A named change made by hand, so that it can be undone and redone after a restart. */
export const change = sqliteTable(
  'change',
  {
    id: integer('id').primaryKey(),
    /** Null for a change that belongs to no trust, such as adding one. */
    trustId: integer('trust_id'),
    /** The LMNS whose change it is; null for a trust's, and for one that belongs to neither. */
    lmnsId: integer('lmns_id'),
    label: text('label').notNull(),
    at: text('at').notNull(),
    /** Who was signed in; null for changes of before it was noted. */
    who: text('who'),
    undoneAt: text('undone_at'),
  },
  (table) => [index('change_of_trust').on(table.trustId)],
);

/** One row that a change touched: before and after as JSON, null where it did not exist. */
export const changeRow = sqliteTable(
  'change_row',
  {
    id: integer('id').primaryKey(),
    changeId: integer('change_id')
      .notNull()
      .references(() => change.id, { onDelete: 'restrict' }),
    tableName: text('table_name').notNull(),
    rowId: integer('row_id').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [index('change_row_of_change').on(table.changeId)],
);
