import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** An action of the living retention plan that was entered by hand. Dates are civil dates; what is not known is null. */
export const ownAction = sqliteTable(
  'own_retention_action',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    number: text('number'),
    unit: text('unit'),
    /** JSON: references to lines of the delivery plan. */
    references: text('plan_references').notNull(),
    theme: text('theme'),
    promise: text('promise'),
    issue: text('issue'),
    evidence: text('evidence'),
    evidenceSource: text('evidence_source'),
    baseline: text('baseline'),
    baselineOn: text('baseline_on'),
    action: text('action'),
    owner: text('owner'),
    start: text('start_date'),
    due: text('due'),
    status: text('status'),
    rag: text('rag'),
    /** Whole pounds. */
    cost: integer('cost'),
    funding: text('funding'),
    equalityReference: text('equality_reference'),
    measure: text('measure'),
    target: text('target'),
    current: text('current'),
    /** Key of a figure that the planner works out itself. */
    figure: text('figure'),
    confidence: text('confidence'),
    nextReview: text('next_review'),
    /** 'lmns' or 'national'. */
    escalateTo: text('escalate_to'),
    escalation: text('escalation'),
    notes: text('notes'),
  },
  (table) => [index('own_retention_action_of_trust').on(table.trustId)],
);

/** What a person says of one field of an imported action, beside what the file says, which stays. */
export const actionEdit = sqliteTable(
  'retention_action_edit',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** 'no:' and the plan's number in small letters, 'text:' and its words, or 'row:' with import and row. */
    actionKey: text('action_key').notNull(),
    field: text('field').notNull(),
    /** As text; null for "nothing". */
    value: text('value'),
  },
  (table) => [uniqueIndex('retention_action_edit_of').on(table.trustId, table.actionKey, table.field)],
);

/** A value of an action's measure on a day. */
export const measureReading = sqliteTable(
  'measure_reading',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** As in `retention_action_edit`, or 'own:' with the id of an action entered by hand. */
    actionKey: text('action_key').notNull(),
    day: text('date').notNull(),
    /** Hundredths of whatever the measure is in. */
    value: integer('value').notNull(),
    note: text('note'),
  },
  (table) => [uniqueIndex('measure_reading_of').on(table.trustId, table.actionKey, table.day)],
);

/** A review of an action: when, by whom, and what was found. */
export const actionReview = sqliteTable(
  'retention_action_review',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    actionKey: text('action_key').notNull(),
    day: text('date').notNull(),
    reviewer: text('reviewer').notNull(),
    found: text('found'),
    confidence: text('confidence'),
  },
  (table) => [index('retention_action_review_of').on(table.trustId, table.actionKey)],
);

/** The plan as it stood when somebody approved it. */
export const planVersion = sqliteTable(
  'retention_plan_version',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    name: text('name').notNull(),
    approvedBy: text('approved_by').notNull(),
    approvedOn: text('approved_on').notNull(),
    /** The day on which the LMNS saw it. */
    lmnsOn: text('lmns_on'),
    /** Staff groups and units that the plan covers. */
    covers: text('covers'),
    nextReview: text('next_review'),
    keptAt: text('kept_at').notNull(),
    /** JSON: the actions as they stood. */
    actions: text('actions').notNull(),
  },
  (table) => [index('retention_plan_version_of_trust').on(table.trustId)],
);
