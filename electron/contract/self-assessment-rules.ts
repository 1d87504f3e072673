import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');

/** What a round of the retention self-assessment asks. */
export const selfAssessmentRules = referenceHead
  .extend({
    kind: z.literal('retention self-assessment'),
    /** From the best down. */
    ratings: z.array(z.strictObject({ key, name: words, score: z.int().min(0) })).min(2),
    priorities: z.array(z.strictObject({ key, name: words })).min(1),
    statements: z.array(z.strictObject({ key, element: key, statement: words })).min(1),
  })
  .strict();

export type SelfAssessmentRules = z.infer<typeof selfAssessmentRules>;
