import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A named scenario: what it takes otherwise than the trust's own assumptions, which are a setting. */
export const scenario = sqliteTable(
  'scenario',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    /** JSON: the assumptions that differ. */
    changes: text('changes').notNull(),
    note: text('note').notNull().default(''),
  },
  (table) => [uniqueIndex('scenario_of_trust').on(table.trustId, table.name)],
);
