import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');
const named = z.array(z.strictObject({ key, name: words })).min(1);

/** What a request for flexible working is about, and by when it is to be decided. */
export const flexibleWorkingRules = referenceHead
  .extend({
    kind: z.literal('flexible working rules'),
    decideWithinDays: z.int().min(1, 'use 1 or more').max(366, 'use 366 or less'),
    lawfulMonths: z.int().min(1, 'use 1 or more').max(12, 'use 12 or less'),
    kinds: named,
    reasons: named,
    /** `counts` says where a decided request goes in the rates; a withdrawn one is in none. */
    outcomes: z.array(z.strictObject({ key, name: words, counts: z.enum(['granted', 'refused', 'withdrawn']) })).min(1),
    /** Why a request may be refused. */
    grounds: named,
  })
  .strict();

/** What people towards the end of their career may plan, and how often they are asked. */
export const laterCareerRules = referenceHead
  .extend({
    kind: z.literal('later career rules'),
    conversationMonths: z.int().min(1, 'use 1 or more').max(60, 'use 60 or less'),
    plans: named,
  })
  .strict();

export type FlexibleWorkingRules = z.infer<typeof flexibleWorkingRules>;
export type LaterCareerRules = z.infer<typeof laterCareerRules>;
