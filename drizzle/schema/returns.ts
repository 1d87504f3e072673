import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** The Theme 2 return of a trust for a quarter of the NHS year, such as 2026-Q2 (July to September 2026), or a month, such as 2026-10. */
export const theme2Return = sqliteTable(
  'theme2_return',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    period: text('period').notNull(),
    state: text('state', { enum: ['draft', 'checked', 'signed off', 'submitted', 'correction'] })
      .notNull()
      .default('draft'),
    /** Roles, never names, and when. */
    checkedBy: text('checked_by'),
    checkedAt: text('checked_at'),
    signedOffBy: text('signed_off_by'),
    signedOffAt: text('signed_off_at'),
    /** JSON: the return as it was signed off, which is what is submitted. */
    signedOff: text('signed_off'),
    /** The period from which it took what still held when it was started. */
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
    nextSteps: text('next_steps').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    lead: text('lead').notNull().default(''),
    due: text('due'),
    risk: text('risk').notNull().default(''),
    mitigation: text('mitigation').notNull().default(''),
    helpNeeded: text('help_needed').notNull().default(''),
    /** 1 where the trust is willing to share how it did this. */
    sharing: integer('sharing').notNull().default(0),
  },
  (table) => [uniqueIndex('return_line_of').on(table.returnId, table.reference)],
);

/** A role that a trust lets take a step of its returns, beside those of the rules. */
export const returnRole = sqliteTable(
  'return_role',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    step: text('step', { enum: ['check', 'signOff', 'submit', 'restate'] }).notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('return_role_of').on(table.trustId, table.step, table.name)],
);

/** A piece of evidence of one line: a document by title and place, a meeting, or a figure as it was when it was taken in. */
export const returnEvidence = sqliteTable(
  'return_evidence',
  {
    id: integer('id').primaryKey(),
    returnId: integer('return_id')
      .notNull()
      .references(() => theme2Return.id, { onDelete: 'restrict' }),
    reference: text('reference').notNull(),
    kind: text('kind', { enum: ['document', 'figure', 'import', 'plan', 'meeting'] }).notNull(),
    title: text('title').notNull(),
    place: text('place').notNull().default(''),
    day: text('day'),
    detail: text('detail').notNull().default(''),
    /** Key of the figure; null for anything else. */
    figureKey: text('figure_key'),
    /** JSON: the figure with formula, inputs and date as it was taken in, and what the trust put in its place. */
    figure: text('figure'),
  },
  (table) => [uniqueIndex('return_evidence_figure').on(table.returnId, table.reference, table.figureKey)],
);

/** A return as it was submitted. Rows are added and never changed: the first is kept for ever, the newest counts. */
export const returnSubmission = sqliteTable(
  'return_submission',
  {
    id: integer('id').primaryKey(),
    returnId: integer('return_id')
      .notNull()
      .references(() => theme2Return.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    /** JSON: the whole return: answers, figures with formula and inputs, app version, packs, signatures, restatements. */
    document: text('document').notNull(),
  },
  (table) => [uniqueIndex('return_submission_of').on(table.returnId, table.number)],
);
