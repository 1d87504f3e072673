import { z } from 'zod';
import { referenceHead } from './reference.ts';

const words = z.string().trim().min(1, 'expected some words');

/** For whom something is made: the trust itself, its LMNS and board, everybody, or those who read what a survey found. */
export const disclosureProfile = z.enum(['internal', 'lmns', 'public', 'survey']);

/** For whom a file is made that leaves the trust. */
export const sharedWith = disclosureProfile.extract(['lmns', 'public']);

/** What is left out of what leaves the trust, so that no person can be told from it. */
export const smallNumberRules = referenceHead
  .extend({
    kind: z.literal('small numbers'),
    profiles: z
      .array(
        z.strictObject({
          key: disclosureProfile,
          name: words,
          /** Counts from 1 to below it are left out: 1 leaves out none. Below 3 what is left out would be told by that. */
          hideBelow: z
            .int()
            .min(1)
            .max(50)
            .refine((count) => count !== 2, 'use 1, or 3 or more'),
          /** What is shown is rounded to the nearest multiple: 1 leaves it as it is. */
          roundTo: z.int().min(1).max(10),
        }),
      )
      .length(4)
      .refine((some) => new Set(some.map(({ key }) => key)).size === 4, 'expected each profile once'),
  })
  .strict();

export type SmallNumberRules = z.infer<typeof smallNumberRules>;
export type SharedWith = z.infer<typeof sharedWith>;
export type DisclosureProfile = z.infer<typeof disclosureProfile>;
