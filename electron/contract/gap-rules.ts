import { z } from 'zod';
import { referenceHead } from './reference.ts';

const words = z.string().trim().min(1, 'expected some words');

/** What stands between in post and available, and the reasons that differences are given. */
export const gapRules = referenceHead
  .extend({
    kind: z.literal('gap rules'),
    /** Hours of 1.00 WTE a week, by which worked hours become WTE. */
    weeklyHours: z.number().min(1).max(60),
    /** An episode of more days than this, the first and the last counted, is long-term sickness. */
    longSicknessDays: z.int().min(1),
    reasons: z.array(words).min(1),
  })
  .strict();

export type GapRules = z.infer<typeof gapRules>;
