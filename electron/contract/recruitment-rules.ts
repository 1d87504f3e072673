import { z } from 'zod';
import { referenceHead } from './reference.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of small letters, digits and underscores');
const words = z.string().trim().min(1, 'expected some words');
const percent = z.int().min(0).max(100);

/** Stages and routes of recruitment, what is expected of a post at each stage, and who starts beside the numbers. */
export const recruitmentRules = referenceHead
  .extend({
    kind: z.literal('recruitment rules'),
    /** A live post is aged when it has been vacant for more days than this. */
    agedDays: z.int().min(1),
    /** In their order. `probability` is how many in a hundred start, `weeksToStart` how long that takes from the stage. */
    stages: z.array(z.strictObject({ key, name: words, probability: percent, weeksToStart: z.int().min(0) })).min(1),
    /** `supernumeraryWeeks`: how long those who come by the route are beside the numbers from their start. */
    routes: z.array(z.strictObject({ key, name: words, supernumeraryWeeks: z.int().min(0).max(104) })).min(1),
    /** Kinds of students that places are counted for. */
    learners: z.array(z.strictObject({ key, name: words })).min(1),
    /** Why a released place stays empty. */
    unfilledReasons: z.array(words).min(1),
  })
  .strict();

export type RecruitmentRules = z.infer<typeof recruitmentRules>;
