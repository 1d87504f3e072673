import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A preceptor of the register. Dates are civil dates. */
export const preceptor = sqliteTable(
  'preceptor',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Employee number, eight digits; null for somebody whom no staff list has. */
    person: text('person'),
    name: text('name').notNull(),
    /** The name in lower case, first name first, single-spaced: preceptees name their preceptor by it. */
    nameKey: text('name_key').notNull(),
    unit: text('unit'),
    band: text('band'),
    shiftPattern: text('shift_pattern'),
    /** The day on which preparation for the role was done. */
    prepared: text('prepared'),
    registered: text('registered'),
    /** Preceptees at once; null takes the limit of the rules. */
    most: integer('most'),
    /** Last day on the register. */
    until: text('until_date'),
    notes: text('notes'),
  },
  (table) => [uniqueIndex('preceptor_of_trust').on(table.trustId, table.nameKey)],
);
