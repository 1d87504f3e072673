import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** A newly registered midwife on a preceptorship log. Dates are civil dates; what has not happened is null. */
export const preceptee = sqliteTable(
  'preceptee',
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
    /** Employee number, eight digits (D7); null in a log that has names only. */
    person: text('person'),
    name: text('name'),
    unit: text('unit'),
    /** The day as on which the log says how things stand. */
    day: text('date').notNull(),
    start: text('start_date').notNull(),
    pinDate: text('pin_date'),
    /** Hundred-thousandths; null where the log gives none. */
    wte: integer('wte'),
    preceptor: text('preceptor'),
    preceptorNamedOn: text('preceptor_named_on'),
    /** JSON: milestone to the date on which its meeting was held. */
    meetings: text('meetings').notNull(),
    /** Minutes. */
    orientationMinutes: integer('orientation_minutes'),
    /** Minutes over the whole programme; null where the log gives none. */
    supernumeraryMinutes: integer('supernumerary_minutes'),
    protectedMinutesPreceptee: integer('protected_minutes_preceptee'),
    protectedMinutesPreceptor: integer('protected_minutes_preceptor'),
    pauseStart: text('pause_start'),
    /** Null while the pause is open. */
    pauseEnd: text('pause_end'),
    pauseReason: text('pause_reason'),
    extendedTo: text('extended_to'),
    extensionReason: text('extension_reason'),
    signedOff: text('signed_off'),
    notes: text('notes'),
  },
  (table) => [index('preceptee_of_trust').on(table.trustId, table.day), index('preceptee_of_batch').on(table.batchId)],
);
