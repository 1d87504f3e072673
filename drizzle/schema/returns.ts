import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** The Theme 2 return of a trust for a quarter of the NHS year, such as 2026-Q2 (July to September 2026). */
export const theme2Return = sqliteTable(
  'theme2_return',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    period: text('period').notNull(),
    /** When it was made; null while it is a draft. */
    madeAt: text('made_at'),
    /** JSON: the whole return as it was made: answers, figures with formula and inputs, app version, packs. */
    made: text('made'),
    /** The quarter from which it took what still held when it was started. */
    carriedFrom: text('carried_from'),
  },
  (table) => [uniqueIndex('theme2_return_of').on(table.trustId, table.period)],
);

/** A trust's answer to one line of the plan in one return. */
export const returnLine = sqliteTable(
  'return_line',
  {
    id: integer('id').primaryKey(),
    returnId: integer('return_id')
      .notNull()
      .references(() => theme2Return.id, { onDelete: 'restrict' }),
    reference: text('reference').notNull(),
    status: text('status', { enum: ['blue', 'green', 'amber', 'red'] }),
    progress: text('progress').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    lead: text('lead').notNull().default(''),
    due: text('due'),
    risk: text('risk').notNull().default(''),
    helpNeeded: text('help_needed').notNull().default(''),
  },
  (table) => [uniqueIndex('return_line_of').on(table.returnId, table.reference)],
);
