import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');

/** What a retention plan is about, and from when on it warns of what falls due. */
export const retentionRules = referenceHead
  .extend({
    kind: z.literal('retention rules'),
    /** The elements of the national self-assessment, with other names by which trusts know them. */
    elements: z.array(z.strictObject({ key, name: words, alsoCalled: z.array(words) })).min(1),
    dueSoonDays: z.int().min(0),
  })
  .strict();

export type RetentionRules = z.infer<typeof retentionRules>;
