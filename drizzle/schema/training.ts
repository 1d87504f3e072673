import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** A competence of one person, as a file of training compliance has it. */
export const trainingRecord = sqliteTable(
  'training_record',
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
    /** Employee number without suffix, eight digits (D7). */
    person: text('person').notNull(),
    assignment: text('assignment').notNull(),
    name: text('name'),
    /** The day on which the file was made. */
    day: text('date').notNull(),
    /** The competence's name as the staff record spells it. */
    competence: text('competence').notNull(),
    /** Key of the course that it counts as. */
    course: text('course').notNull(),
    /** Null where it was not achieved yet. */
    achieved: text('achieved'),
    /** Last day that counts, as printed or worked out from how long the competence lasts. */
    expiry: text('expiry'),
    /** 1 or 0; null where the file says neither. */
    meets: integer('meets'),
  },
  (table) => [index('training_of_trust').on(table.trustId, table.day), index('training_of_batch').on(table.batchId)],
);
