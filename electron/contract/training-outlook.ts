import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, rate, trustCode } from './values.ts';

const count = z.number().int();

const groupOutlook = z.object({
  course: z.string(),
  courseName: z.string(),
  group: z.string(),
  groupName: z.string(),
  now: rate,
  meetsNow: z.boolean().nullable(),
  /** The first day from the first one on that reaches the threshold; null where none does. */
  reachedOn: civilDate.nullable(),
  /** The day on which it is lost again before the scheme's date. */
  lostOn: civilDate.nullable(),
  atEnd: rate,
  holdsAtEnd: z.boolean().nullable(),
  /** Heads that are still wanting on the scheme's date, with all booked seats attended. */
  wanting: count,
  booked: count,
  lapsing: count,
  starters: count,
  leavers: count,
  points: z.array(z.object({ day: civilDate, rate, meets: z.boolean().nullable() })),
});

const outlook = z.object({
  from: civilDate,
  /** The scheme's last day, which decides. */
  end: civilDate,
  threshold: rate,
  scheme: z.string().nullable(),
  groups: z.array(groupOutlook),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

const seatsAnswer = z.object({
  /** Every group gets there: so many seats are the fewest. */
  enough: z.boolean(),
  /** False where the search was stopped before it was proven that no fewer seats do. */
  proven: z.boolean(),
  seats: count,
  sessions: z.array(
    z.object({
      session: id,
      date: civilDate,
      courseNames: z.array(z.string()),
      free: count,
      seats: count,
      groups: z.array(z.object({ name: z.string(), seats: count })),
      people: z.array(z.object({ person: z.string(), name: z.string().nullable() })),
    }),
  ),
  /** What keeps a group from getting there, each in words. */
  missing: z.array(
    z.object({
      course: z.string(),
      courseName: z.string(),
      group: z.string(),
      groupName: z.string(),
      heads: count,
      why: z.string(),
    }),
  ),
  /** How the answer comes about, in sentences. */
  words: z.array(z.string()),
});

export type TrainingOutlook = z.infer<typeof outlook>;
export type TrainingGroupOutlook = z.infer<typeof groupOutlook>;
export type TrainingSeats = z.infer<typeof seatsAnswer>;

const { TRUST_UNKNOWN } = refusals;

/** When each group reaches the threshold, and what gets it there: part of `training`. */
export const trainingOutlookVerbs = {
  /** From a day on, today without one: by what people have, booked seats, starters, leavers and returners. */
  outlook: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, from: civilDate.optional() }))
    .output(outlook),
  /** The fewest seats, and on which planned sessions, that get every group to the threshold on the scheme's date. */
  seats: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, from: civilDate.optional(), courses: z.array(z.string()).min(1).optional() }))
    .output(seatsAnswer),
};
