import { z } from 'zod';
import { confidence, referenceHead } from './reference.ts';
import { civilDate } from './values.ts';

const words = z.string().trim().min(1, 'expected some words');
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');

/** What may be typed into a field of a requirement. */
export const incentiveFieldKind = z.enum(['text', 'date', 'count', 'yes_no', 'wte']);

/** A figure that the planner works out for a requirement. */
export const assuranceFigureKey = z.enum([
  'establishment_breakdown',
  'funded_against_required',
  'vacancy_plan',
  'coordinator',
  'one_to_one_care',
  'planned_against_actual',
  'births_ratio',
  'red_flags',
  'neonatal_nursing',
  'neonatal_medical',
  'specialist_share',
  'acuity',
  'short_term_locums',
  'long_term_locums',
  'compensatory_rest',
  'consultant_attendance',
]);

/** What the planner may know of a field without working anything out. */
export const knownFieldKey = z.enum([
  'assessment_tool',
  'assessment_reference',
  'assessment_date',
  'specialist_share',
  'calculator_date',
  'neonatal_qualified',
  'neonatal_registered',
  'neonatal_designation',
  'neonatal_tier_gaps',
  /** What is entered under supervision and locums. */
  'locum_audit_first',
  'locum_audit_last',
  'locum_episodes',
  'locum_compliant',
  'locum_route_works_here',
  'locum_route_trainee_here',
  'locum_route_certificate',
  'locum_certificates_checked',
  'long_locums',
  'long_locums_tool',
  'long_locums_induction',
  'long_locums_consultant',
  'rest_procedure',
  'rest_procedure_date',
  'rest_disturbed',
  'rest_given',
  'rest_board_assured',
  'attendance_first',
  'attendance_last',
  'attendance_events',
  'attendance_attended',
  'attendance_reasons',
  'attendance_reviewed',
  'attendance_actions',
  /** Parts that the board report of the planner has for the window. */
  'report_breakdown',
  'report_funded',
  'report_planned_actual',
  'report_ratio',
  'report_acuity',
  'report_coordinator',
  'report_one_to_one',
  'report_red_flags',
  'report_actions',
]);

const incentiveField = z.strictObject({ key, label: words, kind: incentiveFieldKind, known: knownFieldKey.optional() });

export const incentiveRequirement = z.strictObject({
  reference: z.string().regex(/^\d{1,2}[a-z](\.\d)?$/, 'expected a reference such as 4a.1'),
  title: words,
  asks: words,
  mark: confidence,
  /** Percent that is wanted; null where nothing is counted. */
  threshold: z.int().min(0).max(100).nullable(),
  /** The fields that its share is worked out of: what met it, and all. */
  share: z.tuple([key, key]).nullable(),
  /** True where the year takes it as advice and does not score it. */
  advisory: z.boolean().default(false),
  fields: z.array(incentiveField),
  figures: z.array(assuranceFigureKey),
});

/** Safety actions of the maternity incentive scheme in one year: a pack for each year. */
export const incentiveScheme = referenceHead
  .extend({
    kind: z.literal('incentive scheme'),
    year: z.int().min(1),
    /** Days in which evidence counts. */
    window: z.strictObject({ first: civilDate, last: civilDate }),
    declareBy: z.strictObject({ date: civilDate, time: z.string().regex(/^\d{2}:\d{2}$/) }),
    windowMark: confidence,
    reportEveryMonths: z.int().min(1),
    actions: z.array(
      z.strictObject({ number: z.int(), title: words, requirements: z.array(incentiveRequirement).min(1) }),
    ),
  })
  .strict();

/** Red flags, and what else is counted by month. */
export const redFlagRules = referenceHead
  .extend({
    kind: z.literal('red flags'),
    flags: z.array(z.strictObject({ key, name: words, meaning: words, mark: confidence })).min(1),
    /** Flags that units often add, as a start. */
    local: z.array(z.strictObject({ name: words, mark: confidence })),
    counts: z.array(z.strictObject({ key, name: words, meaning: words, of: z.enum(['care', 'births', 'acuity']) })),
    /** Percent of acuity entries that are to be made, at least. */
    acuityEntries: z.int().min(0).max(100),
    definitions: z.array(z.strictObject({ term: words, meaning: words })),
  })
  .strict();

export type KnownFieldKey = z.infer<typeof knownFieldKey>;
export type IncentiveFieldKind = z.infer<typeof incentiveFieldKind>;
export type AssuranceFigureKey = z.infer<typeof assuranceFigureKey>;
export type IncentiveRequirement = z.infer<typeof incentiveRequirement>;
export type IncentiveScheme = z.infer<typeof incentiveScheme>;
export type RedFlagRules = z.infer<typeof redFlagRules>;
