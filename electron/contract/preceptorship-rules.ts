import { z } from 'zod';
import { referenceHead } from './reference.ts';

const words = z.string().trim().min(1, 'expected some words');
const step = z.union([
  z.strictObject({ key: words, name: words, days: z.int().min(0) }),
  z.strictObject({ key: words, name: words, months: z.int().min(1) }),
]);

/** One programme of preceptorship: when whom is met, the hours that are owed, how long it takes and who is told of delays. */
export const preceptorshipProgramme = referenceHead
  .extend({
    kind: z.literal('preceptorship programme'),
    programme: z.string().regex(/^[a-z][a-z0-9_]*$/),
    name: words,
    /** What starts the clock: the start in post, the registration, or the later of the two. Without a registration date the start. */
    clock: z.enum(['start', 'registration', 'later']),
    preceptorWithinDays: z.int().min(0),
    /** Meetings in their order; the last one completes the programme. */
    milestones: z.array(step).min(1),
    /** Steps of this route beside the meetings, which fall due in the same way; below nought days before the clock's start. */
    steps: z.array(z.union([step, z.strictObject({ key: words, name: words, days: z.int() })])),
    dueSoonDays: z.int().min(0),
    /** The first month from which it may be signed off; 0 for at any time. */
    signOffFromMonths: z.int().min(0),
    longestMonths: z.int().min(1),
    /** Months from the clock's start in which a place outside the hospital is pointed out; 0 for none. */
    hospitalMonths: z.int().min(0),
    /** Hours at 1.0 WTE. */
    supernumeraryHours: z.int().min(0),
    /** Of these, the hours at orientation; 0 where no number is set. */
    orientationHours: z.int().min(0),
    /** True where hours are owed in proportion to the contract; false where everybody is owed all. */
    proRata: z.boolean(),
    /** Months over which the supernumerary hours are to be given, evenly. */
    supernumeraryMonths: z.int().min(1),
    /** Days that the hours given may lie behind that even pace before it counts as overdue. */
    supernumeraryGraceDays: z.int().min(0),
    /** Protected development hours over the whole programme, whatever the contract. */
    protectedHoursPreceptee: z.int().min(0),
    protectedHoursPreceptor: z.int().min(0),
    /** What protected hours may be for. */
    protectedPurposes: z.array(z.strictObject({ key: words, name: words, hours: z.int().min(0).nullable() })),
    /** Who is told of something overdue, and after how many days. */
    escalation: z.array(z.strictObject({ key: words, name: words, afterDays: z.int().min(0) })).min(1),
    /** A leaver within so many months after the end counts as one of the programme's. */
    leaverMonths: z.int().min(0),
    weeklyHours: z.number().min(1).max(60),
  })
  .strict();

export type PreceptorshipProgramme = z.infer<typeof preceptorshipProgramme>;
/** What the log's own figures follow, which every programme has. */
export type PreceptorshipRules = Pick<
  PreceptorshipProgramme,
  'preceptorWithinDays' | 'milestones' | 'dueSoonDays' | 'longestMonths' | 'supernumeraryHours'
>;
