import { z } from 'zod';
import { referenceHead } from './reference.ts';
import { selfAssessmentRules } from './self-assessment-rules.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');

/** What the score of an indicator is in. */
export const surveyUnit = z.enum(['percent', 'of_ten', 'of_hundred']);
export const betterWay = z.enum(['higher', 'lower']);

/** Surveys of staff and learners, and what their indicators are about, whatever number a question has in a year. */
export const surveyConcepts = referenceHead
  .extend({
    kind: z.literal('survey concepts'),
    surveys: z
      .array(
        z.strictObject({
          key,
          name: words,
          /** From fewer answers than this no score is kept. */
          smallest: z.int().min(1, 'use 1 or more').max(100, 'use 100 or less'),
          /** Key of a source of evidence of the retention rules. */
          evidenceSource: key,
          /** Groups that results are usual of. */
          groups: z.array(words).min(1),
        }),
      )
      .min(1),
    concepts: z
      .array(
        z.strictObject({
          key,
          name: words,
          better: betterWay,
          /** Surveys that have it, and what its score is in there. */
          in: z.array(z.strictObject({ survey: key, unit: surveyUnit })).min(1),
          /** The element of retention, and that of the People Promise, that an action about it belongs to. */
          element: key.optional(),
          promise: key.optional(),
        }),
      )
      .min(1),
  })
  .strict();

/** The ten priorities of the charter, each with a level of maturity: assessed as the statements of a self-assessment are. */
export const learningEnvironmentCharter = selfAssessmentRules
  .omit({ kind: true, statements: true })
  .extend({
    kind: z.literal('learning environment charter'),
    statements: z.array(z.strictObject({ key, element: key, name: words, statement: words })).min(1),
  })
  .strict();

export type SurveyConcepts = z.infer<typeof surveyConcepts>;
export type LearningEnvironmentCharter = z.infer<typeof learningEnvironmentCharter>;
