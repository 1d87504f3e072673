import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');
const named = z.array(z.strictObject({ key, name: words })).min(1);

/** What succession plans, career paths and opportunities are made of. */
export const careersRules = referenceHead
  .extend({
    kind: z.literal('succession and careers'),
    /** From the highest down. */
    levels: named,
    /** From the soonest on; the first is ready now. */
    readiness: named,
    opportunityKinds: named,
    outcomes: named,
    /** A step of a career: from where people come to it, and what it takes. */
    pathways: z
      .array(
        z.strictObject({
          key,
          name: words,
          band: words,
          from: z.array(key),
          takes: z.array(words).min(1),
        }),
      )
      .min(1),
    /** Prompts by kind of conversation. */
    templates: z.array(z.strictObject({ conversation: key, prompts: z.array(words).min(1) })),
    /** Whether the trust keeps a talent grid. */
    talentGrid: z.boolean(),
  })
  .strict();

export type CareersRules = z.infer<typeof careersRules>;
