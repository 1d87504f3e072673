import { z } from 'zod';
import { confidence, referenceHead } from './reference.ts';

const words = z.string().trim().min(1, 'expected some words');
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const pattern = z.string().refine((text) => {
  try {
    return !new RegExp(text, 'giu').test('');
  } catch {
    return false;
  }
}, 'expected a regular expression that does not find an empty text');

/** Forms of number by which hospitals know their patients. NHS numbers are known by their check digit. */
export const patientIdentifiers = referenceHead
  .extend({
    kind: z.literal('patient identifiers'),
    forms: z.array(z.strictObject({ name: words, pattern, mark: confidence })),
  })
  .strict();

/** Who may support a preceptee, and how many at once. */
export const preceptorRules = referenceHead
  .extend({
    kind: z.literal('preceptor rules'),
    /** Preceptees of one preceptor at once. */
    mostPreceptees: z.int().min(1),
    /** Months of experience since registration. */
    experienceMonths: z.int().min(0),
    /** Shifts together are counted on rosters of so many weeks before today. */
    rosterWeeks: z.int().min(1),
    shiftPatterns: z.array(z.strictObject({ key, name: words })).min(1),
  })
  .strict();

/** Competencies by number and title only: their text stays with the publisher. */
export const competencyLists = referenceHead
  .extend({
    kind: z.literal('competency lists'),
    lists: z
      .array(
        z.strictObject({
          key,
          name: words,
          publisher: words,
          mark: confidence,
          /** True where preceptees are followed by it unless the trust chooses otherwise. */
          usual: z.boolean(),
          /** Programmes whose preceptees it is for. */
          programmes: z.array(words).min(1),
          competencies: z.array(z.strictObject({ id: words, title: words })).min(1),
        }),
      )
      .min(1),
    /** In their order; `complete` marks the ones that need no more. */
    states: z.array(z.strictObject({ key, name: words, complete: z.boolean() })).min(2),
  })
  .strict();

/** Mentors for newly appointed senior midwives. */
export const mentorRules = referenceHead
  .extend({
    kind: z.literal('mentor rules'),
    bands: z.array(words).min(1),
    mentorWithinDays: z.int().min(0),
    firstMeetingWithinDays: z.int().min(0),
    /** Months after the appointment, in their order; the last one ends it. */
    reviewMonths: z.array(z.int().min(1)).min(1),
    dueSoonDays: z.int().min(0),
    /** Whoever came into such a band within so many months counts as newly appointed. */
    newForMonths: z.int().min(1),
  })
  .strict();

export type PreceptorRules = z.infer<typeof preceptorRules>;
export type PatientIdentifierRules = z.infer<typeof patientIdentifiers>;
export type CompetencyLists = z.infer<typeof competencyLists>;
export type MentorRules = z.infer<typeof mentorRules>;
