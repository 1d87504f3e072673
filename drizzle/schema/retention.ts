import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** An action of a retention improvement plan. Dates are civil dates. */
export const retentionAction = sqliteTable(
  'retention_action',
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
    /** The day as on which the plan says how things stand. */
    day: text('date').notNull(),
    /** As the plan numbers its actions. */
    number: text('number'),
    /** JSON: references to lines of the delivery plan, kept also where there is no such line. */
    references: text('plan_references').notNull(),
    /** Key of the element of retention, or the plan's own word where it is none. */
    theme: text('theme'),
    action: text('action'),
    owner: text('owner'),
    start: text('start_date'),
    due: text('due'),
    /** Code of the status, or the plan's own word where we do not know it. */
    status: text('status'),
    rag: text('rag'),
    /** 1 or 0: whether the LMNS is to know. */
    escalated: integer('escalated').notNull(),
    measure: text('measure'),
    /** As written: per cent, days and counts stand in one column. */
    baseline: text('baseline'),
    target: text('target'),
    current: text('current'),
    notes: text('notes'),
  },
  (table) => [
    index('retention_action_of_trust').on(table.trustId, table.day),
    index('retention_action_of_batch').on(table.batchId),
  ],
);
