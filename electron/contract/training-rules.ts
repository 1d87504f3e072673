import { z } from 'zod';
import { confidence, referenceHead } from './reference.ts';
import { civilDate } from './values.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');
const named = z.strictObject({ key, name: words });

/** A list that a trust can replace as one text: its items with commas between, 'none' for an empty one. */
const listOf = (item: z.ZodString) =>
  z
    .string()
    .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((one) => one.trim())))
    .pipe(z.array(item));
const occupationCode = z.string().regex(/^[A-Z0-9]{3}$/, 'expected occupation codes of three characters');

/** People who are counted together for a course: a group of staff in post, doctors by occupation code and pay grade too. */
export const trainingGroup = z.strictObject({
  key,
  name: words,
  inPostKey: key,
  /** An empty list is a group that nobody is in until the trust says which codes it has. */
  occupationCodes: listOf(occupationCode).optional(),
  payGrade: z.union([z.strictObject({ is: words }), z.strictObject({ isNot: words })]).optional(),
});

/** How training is given: learning at a screen alone is no day face to face. */
export const trainingMode = z.enum(['face_to_face', 'e_learning', 'any']);

export const trainingCourse = z.strictObject({
  key,
  name: words,
  /** Where neither an expiry date nor the competence's name says how long it lasts. */
  validityMonths: z.int().min(1, 'Use 1 or more months.').max(120, 'Use 120 months or less.'),
  groups: z.array(key).min(1, 'Choose a staff group.'),
  /** Competence names of the staff record that count as this course. */
  competences: z.array(words),
  mode: trainingMode.default('any'),
  /** Whether the last day printed by the staff record counts, or the day of completion and how long the course lasts. */
  expires: z.enum(['expiry', 'completion']).default('expiry'),
  /** Length of a session for one person. */
  minutes: z.int().min(0).max(6000, 'Use 100 hours or less.').default(450),
  /** People whom a session usually takes. */
  capacity: z.int().min(1, 'Use 1 or more.').max(500, 'Use 500 or less.').default(20),
  /** Percent that an assessment asks; null where there is none. */
  passPercent: z.int().min(1).max(100, 'Use 100 or less.').nullable().default(null),
});

/** Which courses are counted, for whom, and what must be reached. */
export const trainingRules = referenceHead
  .extend({
    kind: z.literal('training courses'),
    threshold: z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) }),
    /** Attendance counts in so many months up to this day, 'MM-DD'. */
    window: z.strictObject({ endsOn: z.string().regex(/^\d{2}-\d{2}$/), months: z.int().min(1) }),
    /** Sickness that has lasted longer leaves somebody out. */
    longSicknessDays: z.int().min(1),
    groups: z.array(trainingGroup).min(1),
    courses: z.array(trainingCourse).min(1),
    /** Words of a competence's name that tell it was learnt at a screen. */
    eLearningWords: z.array(words).default([]),
    exclusionReasons: z.array(named).default([]),
    absenceReasons: z.array(named).default([]),
  })
  .strict();

/** What one year of the incentive scheme asks of training. */
export const trainingScheme = referenceHead
  .extend({
    kind: z.literal('training scheme'),
    year: z.int().min(1),
    /** Whole percent that each group must reach by itself. */
    thresholdPercent: z.int().min(1).max(100),
    window: z.strictObject({ endsOn: civilDate, months: z.int().min(1) }),
    courses: z.array(z.strictObject({ key, name: words, groups: z.array(key).min(1), mark: confidence })).min(1),
    /** Doctors who came on or after a day with a rotation may be left out under a plan that the board has minuted. */
    rotational: z.strictObject({ groups: z.array(key).min(1), startsFrom: civilDate, withinMonths: z.int().min(1) }),
    excluded: z.array(words),
    concessions: z.array(words),
  })
  .strict();

/** What a group needs of a topic. */
export const needLevel = z.enum(['required', 'recommended', 'not']);

export const frameworkTopic = z.strictObject({
  key,
  name: words,
  level: z.enum(['minimum', 'stretch']),
  minutes: z.int().min(0),
  everyMonths: z.int().min(1),
  mode: trainingMode,
  passPercent: z.int().min(1).max(100).nullable(),
  /** The course under which attendance is counted; null where it is not counted by itself. */
  course: key.nullable(),
  required: z.array(key),
  recommended: z.array(key),
  mark: confidence,
});

/** The national framework of what maternity staff train in: modules and their topics. */
export const competencyFramework = referenceHead
  .extend({
    kind: z.literal('competency framework'),
    modules: z
      .array(z.strictObject({ key, number: z.int(), name: words, topics: z.array(frameworkTopic).min(1) }))
      .min(1),
  })
  .strict();

/** What a needs analysis is worked out with, where a trust says nothing else. */
export const trainingNeedsRules = referenceHead
  .extend({
    kind: z.literal('training needs rules'),
    /** Paid hours of a year at 1.0 WTE. */
    annualHours: z.int().min(1),
    absentPercent: z.int().min(0).max(90),
    turnoverPercent: z.int().min(0).max(100),
    upliftPercent: z.number().min(0).max(90),
    studyPercent: z.number().min(0).max(90),
    /** True where those who fill in need cover for their own leave too. */
    backfillNeedsCover: z.boolean(),
    /** What of a roster is study: a group of leave, and shifts of duties that are training, with commas between. */
    rosteredStudy: z.strictObject({ group: words, shifts: listOf(words) }),
    /** Where a need comes from. */
    sources: z.array(named).min(1),
    /** By band; 'other' for all that have no cost of their own. */
    hourCosts: z.array(z.strictObject({ key: z.string(), name: words, pence: z.int().min(0) })).min(1),
  })
  .strict();

export type TrainingNeedsRules = z.infer<typeof trainingNeedsRules>;
export type TrainingGroup = z.infer<typeof trainingGroup>;
export type TrainingCourse = z.infer<typeof trainingCourse>;
export type TrainingRules = z.infer<typeof trainingRules>;
export type TrainingScheme = z.infer<typeof trainingScheme>;
export type FrameworkTopic = z.infer<typeof frameworkTopic>;
export type CompetencyFramework = z.infer<typeof competencyFramework>;
