import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');
const named = z.array(z.strictObject({ key, name: words })).min(1);

/** What conversations about staying and leaving are of. */
export const conversationRules = referenceHead
  .extend({
    kind: z.literal('conversation rules'),
    kinds: named,
    channels: named,
    themes: named,
    /** From leaving upwards. */
    intention: z.array(z.strictObject({ score: z.int().min(1), name: words })).min(2),
    remindAfterDays: z.int().min(1),
  })
  .strict();

export type ConversationRules = z.infer<typeof conversationRules>;
