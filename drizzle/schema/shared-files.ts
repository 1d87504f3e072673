import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/**
 * What a file told that was made to leave the trust: a table that its readers can put beside the next one. Not recorded by
 * an import, and taken back by undo alone, which says that the file went to nobody.
 */
export const sharedFile = sqliteTable(
  'shared_file',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Who reads it: 'lmns' or 'public'. What is published stands once for each, for the LMNS reads it too. */
    readers: text('readers').notNull(),
    title: text('title').notNull(),
    /** ISO 8601. */
    at: text('at').notNull(),
    /** As JSON: its systems of counts, with keys, true counts, sums, and what was told of each. */
    told: text('told').notNull(),
  },
  (table) => [index('shared_file_of_trust').on(table.trustId, table.readers)],
);
