import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** A post that is to be filled, as a vacancy tracker has it. Dates are civil dates; what has not happened is null. */
export const vacancy = sqliteTable(
  'vacancy',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id, { onDelete: 'restrict' }),
    /** Row of the sheet that this came from. */
    row: integer('row').notNull(),
    /** The day as on which the tracker says how things stand. */
    day: text('date').notNull(),
    /** The number under which the vacancy is recruited to. */
    vacancyRef: text('vacancy_ref'),
    post: text('post'),
    /** '2' to '9' or '8a' to '8d'; null where none could be read. */
    band: text('band'),
    unit: text('unit'),
    /** Hundred-thousandths. */
    wte: integer('wte').notNull(),
    reason: text('reason'),
    approved: text('approved'),
    advertised: text('advertised'),
    offered: text('offered'),
    start: text('start_date'),
    /** Code of the stage, or the tracker's own word where we do not know it. */
    stage: text('stage'),
    /** Code of where the candidate comes from, or the tracker's own word. */
    source: text('source'),
    notes: text('notes'),
  },
  (table) => [index('vacancy_of_trust').on(table.trustId, table.day), index('vacancy_of_batch').on(table.batchId)],
);
