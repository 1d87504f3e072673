import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was typed into a form and not saved, so that it is there again after a crash or a power cut. */
export const draft = sqliteTable(
  'draft',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id'),
    /** The LMNS whose form it is; null for a trust's. */
    lmnsId: integer('lmns_id'),
    /** The screen's path, and its title as it was read there. */
    screen: text('screen').notNull(),
    screenTitle: text('screen_title').notNull(),
    /** The dialog's or table's title. */
    form: text('form').notNull(),
    /** What the form is of, where its title does not say it; empty for something new. */
    record: text('record').notNull(),
    at: text('at').notNull(),
    /** The role that alone may have it back; null where it is not confidential. */
    role: text('role'),
    /** JSON: the fields that differ from what is saved. */
    fields: text('fields').notNull(),
  },
  (table) => [index('draft_of_trust').on(table.trustId)],
);
