import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine } from './free-text.ts';
import { heldBefore, passedStep } from './held-before.ts';
import {
  boardRow,
  due,
  enteredEvent,
  enteredHours,
  enteredMeeting,
  hoursKind,
  milestoneShown,
  precepteeCells,
  precepteeEvent,
  precepteeField,
  reason,
} from './preceptorship-shapes.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();
const named = z.object({ key: z.string(), name: z.string() });

const programme = z.object({
  key: z.string(),
  name: z.string(),
  title: z.string(),
  version: z.string(),
  validFrom: civilDate,
  /** Values that the trust uses instead of the published ones, in words. */
  own: z.array(z.string()),
  steps: z.array(named),
  purposes: z.array(named),
  levels: z.array(named),
});

/** Minutes out of the numbers in a month, and as WTE before rounding. */
const besideMonth = z.object({
  month: z.string(),
  supernumerary: count,
  protected: count,
  people: count,
  wte: z.object({ numerator: count, denominator: count }),
});

const board = z.object({
  on: civilDate,
  /** Day of the newest log; null without one. */
  logDay: day,
  usual: z.string(),
  programmes: z.array(programme),
  rows: z.array(boardRow),
  /** Of the trust, whichever part was asked for; and those of them entered by hand. */
  people: count,
  own: count,
  /** People of whom something is recorded by hand and whom no log has any more. */
  withoutLog: z.array(z.object({ key: z.string(), records: count })),
});

const dueItem = due.extend({
  /** Of a preceptee, or of a mentoring. */
  key: z.string(),
  /** The mentoring that it is of; null for a preceptee's. */
  mentoring: id.nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  /** Of a mentoring the mentor. */
  preceptor: z.string().nullable(),
  programmeName: z.string(),
  cohort: z.string(),
});
const dueList = z.object({
  on: civilDate,
  items: z.array(dueItem),
  counts: z.object({ overdue: count, today: count, week: count, month: count, possible: count }),
  people: count,
  /** Of newly appointed senior midwives. */
  mentorings: count,
  cohorts: z.array(z.string()),
  /** Ids of the packs that say what falls due. */
  packs: z.array(z.string()),
});

const hoursEntry = enteredHours.extend({ id, entered: civilDate });
const shift = z.object({ day: civilDate, minutes: count, unit: z.string().nullable(), booked: z.boolean() });

const page = z.object({
  on: civilDate,
  row: boardRow,
  programme,
  cells: precepteeCells.extend({ wte: count.nullable() }),
  edited: z.array(z.object({ field: precepteeField, file: z.string().nullable() })),
  from: z.object({ batch: id, fileName: z.string(), sheet: z.string(), row: count, day: civilDate }).nullable(),
  preceptorDue: milestoneShown.pick({ due: true, held: true, status: true, movedTo: true }),
  signOffFrom: day,
  leftWhen: z.enum(['during', 'after', 'later']).nullable(),
  /** By a list of leavers, where no leaving was recorded by hand. */
  leftByList: z.object({ on: civilDate, reason: z.string().nullable() }).nullable(),
  due: z.array(due),
  steps: z.array(milestoneShown),
  meetings: z.array(enteredMeeting.extend({ id, step: z.string().nullable() })),
  answers: z.array(z.object({ step: z.string(), name: z.string(), movedTo: day, reason: z.string(), on: civilDate })),
  events: z.array(precepteeEvent),
  entries: z.array(hoursEntry),
  shifts: z.array(shift),
  /** Of the log, until its day; null where it has no such column. */
  logged: z
    .object({
      day: civilDate,
      orientation: count.nullable(),
      supernumerary: count.nullable(),
      protected_preceptee: count.nullable(),
      protected_preceptor: count.nullable(),
    })
    .nullable(),
  given: z.array(
    z.object({
      kind: hoursKind,
      given: count,
      booked: count,
      owed: z.object({ numerator: count, denominator: count }).nullable(),
    }),
  ),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  places: z.array(z.string()),
});

export type PreceptorshipBoard = z.infer<typeof board>;
export type PreceptorshipProgrammeShown = z.infer<typeof programme>;
export type DueList = z.infer<typeof dueList>;
export type DueListItem = z.infer<typeof dueItem>;
export type PrecepteePage = z.infer<typeof page>;
export type BesideMonth = z.infer<typeof besideMonth>;

/** Employee number, by which lists, rosters and logs know somebody. */
const employeeNumber = z
  .string()
  .regex(/^\d{1,8}$/, 'Enter the employee number, up to eight digits.')
  .nullable();

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const NOT_ALLOWED = {
  status: 422,
  message: 'That cannot be. Nothing was changed.',
  /** What was given that cannot be, where one thing is at fault. */
  data: z.object({ field: z.string() }).optional(),
} as const;
const FROM_A_FILE = {
  status: 409,
  message: 'This preceptee came with a log. Record that they left, or undo the import. Nothing was changed.',
} as const;
const trust = trustCode;
const of = { trust, key: z.string() };
const ofStep = { ...of, step: z.string() };
const base = { TRUST_UNKNOWN, NOT_THERE };

/** Preceptees: how they stand, what is due, and everything that is recorded of them. Every change can be undone. */
export const precepteeVerbs = {
  /** Those in a programme, or those signed off or gone; without a part everybody. */
  board: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, part: z.enum(['open', 'ended']).optional() }))
    .output(board),
  due: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(dueList),
  preceptee: verb('view', 'people').errors(base).input(z.object(of)).output(page),
  /** WTE out of the numbers, by month. */
  beside: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust }))
    .output(z.object({ on: civilDate, months: z.array(besideMonth), formula: z.string() })),
  /** What is due as a calendar file: of all, of one preceptee or mentoring, or of a cohort. */
  calendar: verb('export', 'people')
    .errors({
      ...base,
      NOTHING_DUE: { status: 409, message: 'Nothing is due, so there is nothing to put into a calendar.' },
    })
    .input(z.object({ trust, key: z.string().optional(), cohort: z.string().optional() }))
    .output(exportedFile),
  addPreceptee: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(
      precepteeCells
        .pick({ programme: true, cohort: true, unit: true, start: true, registered: true, wte: true, notes: true })
        .partial()
        .required({ start: true })
        .extend({
          trust,
          name: z.string().trim().min(1, 'Enter the name.').max(120),
          person: employeeNumber.default(null),
          /** Of steps that have gone by; those that are not told stay open. */
          before: z.array(heldBefore).max(60).default([]),
          /** Who the preceptor is, where `before` says on which day one was named; refused without it. */
          preceptor: typedLine(120).default(null),
          aboutNoPatient,
        }),
    )
    .output(z.object({ label: z.string(), key: z.string() })),
  /** What has gone by for somebody who would be entered with these dates: to be asked once, and not cleared one by one. */
  passedSteps: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(z.object({ trust, programme: z.string().nullable(), start: civilDate, registered: day }))
    .output(z.array(passedStep)),
  /** Sets the cells that are given. Of a log's preceptee the file's own word stays beside, and the number is the log's. */
  changePreceptee: verb('change', 'people')
    .errors({ ...base, NO_SUCH_CHOICE, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(precepteeCells.partial().extend({ ...of, person: employeeNumber.optional(), aboutNoPatient }))
    .output(changed),
  /** Takes a log's preceptee as the file has it again: one field, or all. */
  resetPreceptee: verb('change', 'people')
    .errors(base)
    .input(z.object({ ...of, field: precepteeField.optional() }))
    .output(changed),
  removePreceptee: verb('change', 'people')
    .errors({ ...base, FROM_A_FILE })
    .input(z.object(of))
    .output(changed),
  /** The programme of those for whom none is chosen. */
  setUsualProgramme: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE })
    .input(z.object({ trust, programme: z.string() }))
    .output(changed),
  /** Plans or records a meeting or another step; of a meeting beside the programme the step is null. */
  recordMeeting: verb('change', 'people')
    .errors({ ...base, NO_SUCH_CHOICE, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(enteredMeeting.partial().extend({ ...of, step: z.string().nullable(), id: id.optional(), aboutNoPatient }))
    .output(changed),
  removeMeeting: verb('change', 'people')
    .errors(base)
    .input(z.object({ ...of, id }))
    .output(changed),
  /** Moves what is due to another day, with the reason. */
  reschedule: verb('change', 'people')
    .errors({ ...base, NO_SUCH_CHOICE, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(z.object({ ...ofStep, to: civilDate, reason, aboutNoPatient }))
    .output(changed),
  notApplicable: verb('change', 'people')
    .errors({ ...base, NO_SUCH_CHOICE, PATIENT_IDENTIFIER })
    .input(z.object({ ...ofStep, reason, aboutNoPatient }))
    .output(changed),
  /** Puts what was moved or not applicable back on its own day. */
  putBack: verb('change', 'people').errors(base).input(z.object(ofStep)).output(changed),
  /** Notes that somebody was told of something overdue. */
  escalate: verb('change', 'people')
    .errors({ ...base, NO_SUCH_CHOICE, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(
      z.object({ ...ofStep, level: z.string(), on: civilDate, note: typedLine(300).default(null), aboutNoPatient }),
    )
    .output(changed),
  addHours: verb('change', 'people')
    .errors({ ...base, NO_SUCH_CHOICE, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(enteredHours.extend({ ...of, aboutNoPatient }))
    .output(changed),
  removeHours: verb('change', 'people')
    .errors(base)
    .input(z.object({ ...of, id }))
    .output(changed),
  /** Records what happens in a preceptee's life; with an id it replaces what was recorded. */
  recordEvent: verb('change', 'people')
    .errors({ ...base, NOT_ALLOWED, PATIENT_IDENTIFIER })
    .input(z.object({ ...of, id: id.optional(), event: enteredEvent, aboutNoPatient }))
    .output(changed),
  removeEvent: verb('change', 'people')
    .errors(base)
    .input(z.object({ ...of, id }))
    .output(changed),
};
