import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A measure that a trust adds to its returns, or that its LMNS handed on in a file. */
export const ownMeasure = sqliteTable(
  'own_measure',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Its id in the definition. */
    measure: text('measure').notNull(),
    /** JSON: the measure in the shape of the technical guidance, and who defines it. */
    definition: text('definition').notNull(),
  },
  (table) => [uniqueIndex('own_measure_of').on(table.trustId, table.measure)],
);

/** What was entered of an own measure for a period, in the unit of the measure. */
export const ownMeasureValue = sqliteTable(
  'own_measure_value',
  {
    id: integer('id').primaryKey(),
    measureId: integer('measure_id')
      .notNull()
      .references(() => ownMeasure.id, { onDelete: 'restrict' }),
    /** Such as 2026-Q2, or 2026-10. */
    period: text('period').notNull(),
    numerator: integer('numerator'),
    denominator: integer('denominator'),
    /** The day that it is of; null is the last day of the period. */
    onDay: text('on_day'),
    note: text('note').notNull().default(''),
    /** JSON of the four as they were submitted last, to which a correction that is given up goes back; null before. */
    submitted: text('submitted'),
  },
  (table) => [uniqueIndex('own_measure_value_of').on(table.measureId, table.period)],
);
