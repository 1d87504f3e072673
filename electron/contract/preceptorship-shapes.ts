import { z } from 'zod';
import { typedLine } from './free-text.ts';
import { civilDate, id, rate } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();
/** Hundred-thousandths of a WTE. */
const wteOfPerson = z
  .number()
  .int('Enter a WTE, such as 0.8.')
  .min(1, 'Enter a WTE above 0.')
  .max(200_000, 'Use 2 WTE or less.');

const line = typedLine;
const needed = (longest: number, what: string) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1, what).max(longest, `Use ${longest} characters or fewer.`));
export const reason = needed(300, 'Enter the reason.');

/** What a person may say of a preceptee; the same as a preceptorship log has, with programme and cohort. */
export const precepteeCells = z.object({
  name: line(120),
  programme: line(60),
  cohort: line(60),
  unit: line(120),
  start: civilDate,
  registered: day,
  wte: wteOfPerson.nullable(),
  preceptor: line(120),
  preceptorNamedOn: day,
  pauseStart: day,
  pauseEnd: day,
  pauseReason: line(200),
  extendedTo: day,
  extensionReason: line(300),
  signedOff: day,
  notes: line(1000),
});
export const precepteeField = precepteeCells.keyof();

const setting = z.enum(['hospital', 'community']);
const common = { from: civilDate, note: line(300).default(null) };

/** What happens in a preceptee's life that the programme follows. */
export const enteredEvent = z.discriminatedUnion('kind', [
  /** From the first day off; `until` is the first day back, null while nobody knows it. */
  z.object({ kind: z.literal('pause'), ...common, until: day, reason }),
  z.object({ kind: z.literal('wte'), ...common, wte: wteOfPerson }),
  z.object({
    kind: z.literal('preceptor'),
    ...common,
    preceptor: needed(120, 'Enter the name of the preceptor.'),
    reason: line(300).default(null),
  }),
  z.object({
    kind: z.literal('unit'),
    ...common,
    unit: needed(120, 'Enter the unit.'),
    setting: setting.nullable().default(null),
    until: z.null().default(null),
  }),
  /** `until` is the last day. */
  z.object({
    kind: z.literal('rotation'),
    ...common,
    until: day,
    unit: needed(120, 'Enter the unit.'),
    setting: setting.nullable().default(null),
  }),
  /** Agreed on `from`, to the new end `until`. */
  z.object({
    kind: z.literal('extension'),
    ...common,
    until: civilDate,
    reason,
    approvedBy: needed(120, 'Enter who approved it.'),
  }),
  /** Who signed is somebody else than the preceptee. */
  z.object({ kind: z.literal('completed'), ...common, approvedBy: needed(120, 'Enter who signed off.') }),
  z.object({ kind: z.literal('left'), ...common, reason }),
]);
const eventId = { id };
const events = enteredEvent.options;
export const precepteeEvent = z.discriminatedUnion('kind', [
  events[0].extend(eventId),
  events[1].extend(eventId),
  events[2].extend(eventId),
  events[3].extend(eventId),
  events[4].extend(eventId),
  events[5].extend(eventId),
  events[6].extend(eventId),
  events[7].extend(eventId),
]);

export const hoursKind = z.enum(['orientation', 'supernumerary', 'protected_preceptee', 'protected_preceptor']);
export const enteredHours = z.object({
  kind: hoursKind,
  /** A purpose of the programme; of protected hours only. */
  purpose: line(60).default(null),
  day: civilDate,
  minutes: count.min(1, 'Enter hours above 0, such as 7.5.').max(3000, 'Use 50 hours or less for one day.'),
  note: line(300).default(null),
});

export const enteredMeeting = z.object({
  planned: day,
  held: day,
  who: line(120),
  outcome: line(300),
  agreedActions: line(1000),
  next: day,
});

export const milestoneStatus = z.enum([
  'done',
  'done_late',
  'overdue',
  'due_soon',
  'upcoming',
  'paused',
  'not_held',
  'closed_by_sign_off',
  'closed_by_leaving',
  'not_applicable',
]);
export const precepteeState = z.enum(['not_started', 'in_programme', 'paused', 'extended', 'signed_off', 'left']);
export const endCertainty = z.enum(['settled', 'on_track', 'at_risk', 'unknown']);

const escalation = z.object({
  level: z.string(),
  name: z.string(),
  from: civilDate,
  reached: z.boolean(),
  done: day,
  note: z.string().nullable(),
});

/** Something to be done for one preceptee, or for somebody new in a senior band. */
export const due = z.object({
  step: z.string(),
  kind: z.enum([
    'preceptor',
    'meeting',
    'step',
    'hours',
    'sign_off',
    'end',
    'limit',
    /** Of somebody new in a senior band: the mentor to be named, and a meeting with her. */
    'mentor',
    'mentor_meeting',
  ]),
  what: z.string(),
  due: civilDate,
  movedTo: day,
  planned: day,
  reason: z.string().nullable(),
  when: z.enum(['overdue', 'today', 'week', 'month', 'possible']),
  days: count,
  escalation: z.array(escalation),
});

const milestone = z.object({
  key: z.string(),
  name: z.string(),
  due: day,
  held: day,
  movedTo: day,
  status: milestoneStatus,
});

const hours = z.object({
  /** Minutes. */
  given: count,
  booked: count,
  /** Exact minutes; null without a WTE. */
  owed: rate.nullable(),
  owedByToday: rate.nullable(),
  short: rate.nullable(),
  unbooked: rate.nullable(),
  behindFrom: day,
  lastStart: day,
});

/** A preceptee as the board has it. */
export const boardRow = z.object({
  key: z.string(),
  name: z.string(),
  person: z.string().nullable(),
  programme: z.string(),
  programmeName: z.string(),
  cohort: z.string(),
  unit: z.string().nullable(),
  preceptor: z.string().nullable(),
  start: civilDate,
  registered: day,
  clock: civilDate,
  wte: count.nullable(),
  state: precepteeState,
  /** The most pressing thing due, else the next one to come. */
  next: z.object({ what: z.string(), on: civilDate, when: z.string() }).nullable(),
  overdue: count,
  done: count,
  steps: count,
  hours,
  plannedEnd: civilDate,
  adjustedEnd: day,
  ended: day,
  /** The last day of a leaving that is still to come. */
  leaves: day,
  limit: day,
  sure: endCertainty,
  because: z.array(z.string()),
  /** What is pointed out and forbids nothing. */
  remarks: z.array(z.string()),
  meetings: z.array(milestone.pick({ key: true, due: true, held: true, movedTo: true, status: true })),
  pauses: z.array(z.object({ from: civilDate, until: day })),
  rotations: z.array(z.object({ from: civilDate, until: day, unit: z.string().nullable(), outside: z.boolean() })),
  extendedTo: day,
  /** Entered by hand, a log's with changes by hand, or as in the log. */
  origin: z.enum(['own', 'edited', 'file']),
});

export type PrecepteeCells = z.infer<typeof precepteeCells>;
export type PrecepteeField = z.infer<typeof precepteeField>;
export type PrecepteeEvent = z.infer<typeof precepteeEvent>;
export type EnteredEvent = z.infer<typeof enteredEvent>;
/** The same as it is sent, without what is left open. */
export type SentEvent = z.input<typeof enteredEvent>;
export type PrecepteeHours = z.infer<typeof enteredHours>;
export type DueShown = z.infer<typeof due>;
export type BoardRow = z.infer<typeof boardRow>;
export type MilestoneShown = z.infer<typeof milestone>;
export type PrecepteeHoursShown = z.infer<typeof hours>;
export { milestone as milestoneShown, hours as hoursShown };
