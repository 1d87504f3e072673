import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, trustCode } from './values.ts';

const count = z.number().int();
const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`).nullable())
    .nullable();
const minute = count.min(0).max(1440);
const whom = z.string().regex(/^\d{8}$/, 'Enter an employee number of eight digits.');

/** What a person says of a session. Times are minutes after midnight. */
const sessionCells = z.object({
  courses: z.array(z.string()).min(1, 'Choose a course.').max(10),
  date: civilDate,
  start: minute,
  end: minute,
  capacity: count.min(1, 'Use 1 or more.').max(500, 'Use 500 or less.'),
  room: line(120),
  faculty: line(300),
  /** Seats meant for each staff group; a group that is not named has none set apart. */
  mix: z.record(z.string(), count.min(0).max(500)),
  state: z.enum(['planned', 'held', 'cancelled']),
  note: line(500),
});

/** What stands against somebody's day of training. */
const clash = z.object({
  kind: z.enum(['duty', 'night_before', 'night_after', 'leave', 'absence', 'other_session']),
  message: z.string(),
});

const booking = z.object({
  person: z.string(),
  name: z.string().nullable(),
  group: z.string().nullable(),
  groupName: z.string().nullable(),
  unit: z.string().nullable(),
  state: z.enum(['booked', 'waiting', 'attended', 'did_not_attend']),
  /** Place on the waiting list, from 1; null for the others. */
  place: count.nullable(),
  reason: z.string().nullable(),
  outcome: z.enum(['passed', 'failed']).nullable(),
  score: count.nullable(),
  certificate: z.string().nullable(),
  clashes: z.array(clash),
});

const session = sessionCells.extend({
  id,
  courseNames: z.array(z.string()),
  room: z.string().nullable(),
  faculty: z.string().nullable(),
  note: z.string().nullable(),
  booked: count,
  waiting: count,
  attended: count,
  didNotAttend: count,
  free: count,
  /** Seats held, and seats meant, by staff group. */
  groups: z.array(z.object({ group: z.string(), name: z.string(), held: count, meant: count })),
});

/** Duties that somebody else has to work while people train. */
const backfillLine = z.object({
  date: civilDate,
  unit: z.string(),
  band: z.string().nullable(),
  shift: z.string().nullable(),
  start: count.nullable(),
  end: count.nullable(),
  minutes: count,
  person: z.string(),
  name: z.string().nullable(),
  /** Why it has to be filled: the duty is on the day, or the night before or after. */
  why: z.string(),
});

const sessions = z.object({
  today: civilDate,
  sessions: z.array(session),
  courses: z.array(
    z.object({ key: z.string(), name: z.string(), minutes: count, capacity: count, groups: z.array(z.string()) }),
  ),
  groups: z.array(z.object({ key: z.string(), name: z.string() })),
  rooms: z.array(z.string()),
  absenceReasons: z.array(z.object({ key: z.string(), name: z.string() })),
});

const sessionShown = z.object({
  session,
  bookings: z.array(booking),
  backfill: z.array(backfillLine),
  rosterKnown: z.boolean(),
});

export type TrainingSessions = z.infer<typeof sessions>;
export type TrainingSession = z.infer<typeof session>;
export type TrainingSessionShown = z.infer<typeof sessionShown>;
export type TrainingBooking = z.infer<typeof booking>;
export type TrainingClash = z.infer<typeof clash>;
export type BackfillLine = z.infer<typeof backfillLine>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const NOT_THAT_DAY = {
  status: 422,
  message: 'These times do not go together. Correct one of them. Nothing was changed.',
} as const;
const CLASH = {
  status: 409,
  message: 'This person cannot come on that day. Choose another session, or book the seat all the same.',
} as const;
const NOT_BOOKED = { status: 409, message: 'This person has no seat on the session. Book one first.' } as const;
const IN_USE = {
  status: 409,
  message: 'People have attended this session. Cancel it instead. Nothing was changed.',
} as const;
const trust = trustCode;

/** Sessions and their seats: part of `training`. */
export const trainingSessionVerbs = {
  sessions: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, from: civilDate.optional(), course: z.string().optional() }))
    .output(sessions),
  session: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(sessionShown),
  /** Adds a session, or with an id changes it. */
  setSession: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, NOT_THAT_DAY })
    .input(sessionCells.partial().required({ courses: true, date: true }).extend({ trust, id: id.optional() }))
    .output(z.object({ label: z.string().nullable(), id })),
  removeSession: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, IN_USE })
    .input(z.object({ trust, id }))
    .output(changed),
  /** Books seats; where none is free people go on the waiting list. Clashes are refused unless `despite` is true. */
  book: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CLASH, NO_SUCH_CHOICE })
    .input(z.object({ trust, session: id, people: z.array(whom).min(1).max(500), despite: z.boolean().default(false) }))
    .output(z.object({ label: z.string().nullable(), booked: count, waiting: count })),
  /** Gives a seat up; the first of the waiting list takes it. */
  unbook: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_BOOKED })
    .input(z.object({ trust, session: id, person: whom }))
    .output(changed),
  /** Says what came of seats: attended, or not and why, with outcome, score and certificate. */
  mark: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_BOOKED, NO_SUCH_CHOICE, NOT_THAT_DAY })
    .input(
      z.object({
        trust,
        session: id,
        people: z.array(whom).min(1).max(500),
        state: z.enum(['booked', 'attended', 'did_not_attend']),
        reason: z.string().nullable().default(null),
        outcome: z.enum(['passed', 'failed']).nullable().default(null),
        score: count.min(0, 'Use 0 to 100.').max(100, 'Use 0 to 100.').nullable().default(null),
        certificate: line(120).default(null),
      }),
    )
    .output(changed),
};
