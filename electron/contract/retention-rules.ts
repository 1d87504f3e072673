import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');
const named = z.strictObject({ key, name: words });

/** What a retention plan is about, from when on it warns of what falls due, and what a change has to exceed to be one. */
export const retentionRules = referenceHead
  .extend({
    kind: z.literal('retention rules'),
    /** The elements of the national self-assessment, with other names by which trusts know them. */
    elements: z.array(named.extend({ alsoCalled: z.array(words) })).min(1),
    /** The elements of the People Promise. */
    promise: z.array(named).min(1),
    evidenceSources: z.array(named).min(1),
    confidenceLevels: z.array(named).min(1),
    dueSoonDays: z.int().min(0),
    /** Whoever leaves with fewer whole years of service is an early leaver. */
    earlyYears: z.int().min(1).max(20),
    /** Charts of single monthly values with the moving range between neighbours. */
    variation: z.strictObject({
      leastBefore: z.int().min(4, 'use 4 or more'),
      mostBefore: z.int().min(8, 'use 8 or more'),
      runLength: z.int().min(5, 'use 5 or more').max(12, 'use 12 or less'),
      /** How many mean moving ranges a limit lies from the mean, in hundredths. */
      rangesInLimit: z.int().min(1),
    }),
  })
  .strict();

export type RetentionRules = z.infer<typeof retentionRules>;
