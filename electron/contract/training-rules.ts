import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');

/** People who are counted together for a course: a group of staff in post, doctors by occupation code and pay grade too. */
export const trainingGroup = z.strictObject({
  key,
  name: words,
  inPostKey: key,
  occupationCodes: z
    .array(z.string().regex(/^[A-Z0-9]{3}$/, 'expected an occupation code of three characters'))
    .optional(),
  payGrade: z.union([z.strictObject({ is: words }), z.strictObject({ isNot: words })]).optional(),
});

export const trainingCourse = z.strictObject({
  key,
  name: words,
  /** Where neither an expiry date nor the competence's name says how long it lasts. */
  validityMonths: z.int().min(1),
  groups: z.array(key).min(1),
  /** Competence names of the staff record that count as this course. */
  competences: z.array(words),
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
  })
  .strict();

export type TrainingGroup = z.infer<typeof trainingGroup>;
export type TrainingCourse = z.infer<typeof trainingCourse>;
export type TrainingRules = z.infer<typeof trainingRules>;
