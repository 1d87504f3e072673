import { z } from 'zod';
import { referenceHead } from './reference.ts';

const milestone = z.union([
  z.strictObject({ key: z.string(), name: z.string(), days: z.int().min(0) }),
  z.strictObject({ key: z.string(), name: z.string(), months: z.int().min(1) }),
]);

/** When a newly registered midwife meets whom, and the hours that are owed. */
export const preceptorshipRules = referenceHead
  .extend({
    kind: z.literal('preceptorship rules'),
    preceptorWithinDays: z.int().min(0),
    /** In their order; the last one completes the programme. */
    milestones: z.array(milestone).min(1),
    dueSoonDays: z.int().min(0),
    longestMonths: z.int().min(1),
    /** Hours at 1.0 WTE, pro rata below. */
    supernumeraryHours: z.int().min(0),
  })
  .strict();

export type PreceptorshipRules = z.infer<typeof preceptorshipRules>;
