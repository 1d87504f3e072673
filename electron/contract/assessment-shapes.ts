import { z } from 'zod';
import { amount, exact, percentage, signedAmount } from './exact.ts';
import { civilDate, enteredWte, id } from './values.ts';

/** Outcome categories of the casemix. Their counts come in; the planner never scores a woman's care. */
export const casemixCategories = ['I', 'II', 'III', 'IV', 'V'] as const;
export type CasemixCategory = (typeof casemixCategories)[number];

const count = z.number().int().min(0, 'Use 0 or more.').max(999_999, 'Use 999,999 or less.').nullable();
const words = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
  .pipe(z.string().max(200, 'Use 200 characters or fewer.').nullable())
  .nullable();
const title = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'Enter a name.').max(120, 'Use 120 characters or fewer.'));

/** What an assessment says of itself and assumes throughout. Amounts and percentages are hundred-thousandths. */
export const assessmentHead = z.object({
  provider: words,
  reference: words,
  date: civilDate.nullable(),
  studyFirst: civilDate.nullable(),
  studyLast: civilDate.nullable(),
  sampleFirst: civilDate.nullable(),
  sampleLast: civilDate.nullable(),
  sampleSize: count,
  /** Results as the report prints them by area, or worked out from cases and hours. */
  basis: z.enum(['report', 'worked']),
  uplift: percentage,
  /** Added on, x (1 + uplift), as reports do; or as a divisor, / (1 - uplift). */
  upliftMode: z.enum(['add_on', 'divisor']),
  travel: percentage,
  supportShare: percentage,
  specialistShare: percentage,
  /** What the specialist and management share is a share of: the clinical total, or the recommended total. */
  specialistBase: z.enum(['clinical', 'total']),
  weeklyHours: amount,
  weeksPerYear: amount,
  printedClinical: enteredWte,
  printedSpecialist: enteredWte,
  printedTotal: enteredWte,
  note: z.string().max(2_000, 'Use 2,000 characters or fewer.'),
});

export const upliftPart = z.object({ name: title, share: percentage });

export const birthSetting = z.object({
  name: title,
  /** Women who give birth there in a year. */
  births: count,
  counts: z.object({ I: count, II: count, III: count, IV: count, V: count }),
});

/**
 * quantity x hours x times are the hours of a year. `cases`: cases a year, hours per case, midwives per case (1 where
 * null). `posts`: staff on duty, hours a day, days a year. `weekly`: sessions a week, hours each, weeks a year.
 */
export const activity = z.object({
  name: title,
  category: z.enum(casemixCategories).nullable(),
  driver: z.enum(['cases', 'posts', 'weekly']),
  /** Entered; a percentage of the setting's births; or the setting's births by its sample's share of the category. */
  quantityOf: z.enum(['entered', 'births', 'casemix']),
  quantity: signedAmount,
  hours: amount,
  times: amount,
  /** Shared by the skill mix, or all of one staff group. */
  staff: z.enum(['mix', 'midwives', 'support']),
});

export const assessmentArea = z.object({
  name: title,
  unit: id.nullable(),
  setting: z.string().nullable(),
  travels: z.boolean(),
  supportShare: percentage,
  reportWte: enteredWte,
  activities: z.array(activity).max(60, 'Use 60 activities or fewer.'),
});

/** All that is entered of an assessment. */
export const assessmentInputs = z.object({
  head: assessmentHead,
  upliftParts: z.array(upliftPart).max(20),
  settings: z.array(birthSetting).max(20),
  areas: z.array(assessmentArea).max(40, 'Use 40 areas or fewer.'),
});

const figure = exact.nullable();
const unitOfFigure = z.enum(['hours', 'WTE', 'cases', 'births', 'births per WTE', 'factor', '%']);

/** A step of the working: its formula in words, the same with its numbers, and the exact outcome. */
const step = z.object({
  area: z.string().nullable(),
  title: z.string(),
  formula: z.string(),
  numbers: z.string(),
  value: exact,
  unit: unitOfFigure,
});

const areaResult = z.object({
  activities: z.array(z.object({ cases: figure, hours: figure })),
  hours: figure,
  hoursWithTravel: figure,
  beforeUplift: figure,
  /** By the chain; by the report; and the one that counts for this assessment's basis. */
  worked: figure,
  reported: figure,
  wte: figure,
  midwives: figure,
  support: figure,
});

/** Everything worked out of an assessment, exact; null where something that it needs is not known. */
export const assessmentResult = z.object({
  areas: z.array(areaResult),
  casemix: z.array(z.object({ setting: z.string(), sample: count, shares: z.array(figure) })),
  births: figure,
  /** The uplift in percent as it is used, whether entered or the sum of its parts. */
  uplift: figure,
  upliftOf: z.enum(['entered', 'parts']).nullable(),
  /** C: midwives and support workers who give care. */
  clinical: figure,
  clinicalMidwives: figure,
  support: figure,
  specialist: figure,
  /** Midwives who give care, and specialist and management midwives. */
  midwives: figure,
  total: figure,
  /** The specialist and management posts as a share of C and of the total. */
  specialistOfClinical: figure,
  specialistOfTotal: figure,
  ratios: z.array(z.object({ key: z.string(), denominator: z.string(), value: figure })),
  steps: z.array(step),
  /** What is missing, does not agree or is out of the ordinary, in sentences. */
  findings: z.array(z.object({ code: z.string(), message: z.string() })),
});

export type AssessmentHead = z.infer<typeof assessmentHead>;
export type AssessmentActivity = z.infer<typeof activity>;
export type AssessmentArea = z.infer<typeof assessmentArea>;
export type BirthSetting = z.infer<typeof birthSetting>;
export type UpliftPart = z.infer<typeof upliftPart>;
export type AssessmentInputs = z.infer<typeof assessmentInputs>;
export type AssessmentResult = z.infer<typeof assessmentResult>;
export type AssessmentAreaResult = z.infer<typeof areaResult>;
export type AssessmentStep = z.infer<typeof step>;
