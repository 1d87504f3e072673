import { z } from 'zod';
import { typedLine, typedWords } from './free-text.ts';
import { importSource } from './import-shapes.ts';
import { civilDate, id } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();
const named = z.object({ key: z.string(), name: z.string() });

/** What a person may say of an action. Codes are those of the retention rules; what is not known is null. */
export const actionCells = z.object({
  number: typedLine(30),
  unit: typedLine(120),
  /** Lines of the delivery plan that it serves, such as "5.1". */
  references: z.array(z.string().trim().min(1).max(40)).max(20, 'Name 20 lines or fewer.'),
  theme: typedLine(120),
  promise: typedLine(60),
  issue: typedWords(1000),
  evidence: typedWords(1000),
  evidenceSource: typedLine(60),
  baseline: typedLine(60),
  baselineOn: day,
  action: typedWords(1000),
  owner: typedLine(120),
  start: day,
  due: day,
  status: typedLine(60),
  rag: typedLine(60),
  /** Whole pounds. */
  cost: z
    .number()
    .int('Enter whole pounds, such as 12000.')
    .min(0)
    .max(999_999_999, 'Use 999,999,999 or less.')
    .nullable(),
  funding: typedLine(120),
  equalityReference: typedLine(60),
  measure: typedLine(200),
  target: typedLine(60),
  current: typedLine(60),
  /** Key of a figure that the planner works out itself, such as "leavers" or "reason:Voluntary Resignation - Promotion". */
  figure: typedLine(200),
  confidence: typedLine(60),
  nextReview: day,
  escalateTo: z.enum(['lmns', 'national']).nullable(),
  escalation: typedWords(1000),
  notes: typedWords(2000),
});

export const actionField = actionCells.keyof();

/** A value of a measure on a day, in hundredths of whatever it is in. */
const reading = z.object({ id, day: civilDate, value: count, note: z.string().nullable() });
const review = z.object({
  id,
  day: civilDate,
  reviewer: z.string(),
  found: z.string().nullable(),
  confidence: z.string().nullable(),
});

/** An action of the living plan. `key` holds it also across later plans, where it has a number. */
const action = actionCells.extend({
  key: z.string(),
  themeName: z.string(),
  statusName: z.string(),
  ragName: z.string(),
  figureName: z.string().nullable(),
  closed: z.boolean(),
  /** Days since it fell due, where it is overdue; else null. */
  overdueDays: count.nullable(),
  dueSoon: z.boolean(),
  /** Open, and nobody can tell whether it works: `no_measure` it names none; `no_value` none was taken since the start. */
  unmeasured: z.enum(['no_measure', 'no_value']).nullable(),
  reviewOverdue: z.boolean(),
  /** Values of the measure, the earliest first; reviews, the newest first. */
  readings: z.array(reading),
  reviews: z.array(review),
  /** Where it was read; null for one entered by hand. */
  from: z.object({ batch: id, fileName: z.string(), sheet: z.string(), row: count }).nullable(),
  /** Fields that a person changed, and what the file says in each. */
  edited: z.array(z.object({ field: actionField, file: z.string().nullable() })),
  /** True for an action of an earlier plan that the newest has no more, kept since something was entered about it. */
  gone: z.boolean(),
});

const tally = z.object({ key: z.string().nullable(), name: z.string(), actions: count });

const version = z.object({
  id,
  name: z.string(),
  approvedBy: z.string(),
  approvedOn: civilDate,
  lmnsOn: day,
  covers: z.string().nullable(),
  nextReview: day,
  actions: count,
});

/** What a version keeps of an action. */
const keptAction = actionCells.extend({
  key: z.string(),
  themeName: z.string(),
  statusName: z.string(),
  ragName: z.string(),
  /** The last value of the measure, in hundredths. */
  latest: count.nullable(),
});

export const keptVersion = version.extend({
  list: z.array(keptAction),
  /** How today's plan differs from it: actions by what a person calls them. */
  since: z.object({
    added: z.array(z.string()),
    gone: z.array(z.string()),
    changed: z.array(z.object({ action: z.string(), fields: z.array(z.string()) })),
  }),
});

export const retentionPlan = z.object({
  /** The day as on which the newest imported plan says how things stand; null without one. */
  planDay: day,
  on: civilDate,
  sources: z.array(importSource),
  actions: z.array(action),
  elements: z.array(named),
  promise: z.array(named),
  evidenceSources: z.array(named),
  confidenceLevels: z.array(named),
  statuses: z.array(named),
  colours: z.array(named),
  /** Lines of the delivery plan on the workforce. */
  lines: z.array(z.object({ reference: z.string(), title: z.string() })),
  /** Figures that an action may name. */
  figures: z.array(named),
  byStatus: z.array(tally),
  /** Keys of actions. */
  overdue: z.array(z.string()),
  dueSoon: z.array(z.string()),
  unmeasured: z.array(z.string()),
  escalated: count,
  versions: z.array(version),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type ActionCells = z.infer<typeof actionCells>;
export type ActionField = z.infer<typeof actionField>;
export type RetentionAction = z.infer<typeof action>;
export type MeasureReading = z.infer<typeof reading>;
export type ActionReview = z.infer<typeof review>;
export type RetentionPlan = z.infer<typeof retentionPlan>;
export type PlanVersion = z.infer<typeof version>;
export type KeptAction = z.infer<typeof keptAction>;
export type KeptVersion = z.infer<typeof keptVersion>;
