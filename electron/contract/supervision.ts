import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { confidence } from './reference.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, name, rate, trustCode } from './values.ts';

const count = z.number().int();
const named = z.object({ key: z.string(), name: z.string() });
const period = z.object({ first: civilDate, last: civilDate });

const checkState = z.enum(['met', 'partly', 'not_met', 'not_applicable']);

/** How a staff group is supervised, and what stands behind it line by line. */
const checklist = z.object({
  key: z.string(),
  name: z.string(),
  guidance: z.string(),
  statement: z.string().nullable(),
  lead: z.string().nullable(),
  agreedOn: civilDate.nullable(),
  reviewOn: civilDate.nullable(),
  lines: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      mark: confidence,
      state: checkState.nullable(),
      evidence: z.string().nullable(),
      checkedOn: civilDate.nullable(),
    }),
  ),
  /** Lines that are met, of those that apply. */
  met: rate,
  answered: count,
});

const locumCells = z.object({
  doctor: name,
  first: civilDate,
  last: civilDate,
  agency: typedLine(120),
  shift: typedLine(60),
  route: z.string().nullable(),
  certificate: typedLine(60),
  level: z.string().nullable(),
  checkedBy: typedLine(120),
  checkedOn: civilDate.nullable(),
  toolComplete: z.boolean().nullable(),
  induction: z.boolean().nullable(),
  namedConsultant: typedLine(120),
  note: typedWords(500),
});

const locum = locumCells.extend({
  id,
  agency: z.string().nullable(),
  shift: z.string().nullable(),
  certificate: z.string().nullable(),
  checkedBy: z.string().nullable(),
  namedConsultant: z.string().nullable(),
  note: z.string().nullable(),
  days: count,
  term: z.enum(['short', 'long']),
  compliant: z.boolean(),
  /** What is wanting, in words; empty where it is compliant. */
  wanting: z.array(z.string()),
  /** Something to know that keeps nothing from being compliant. */
  remarks: z.array(z.string()),
});

const eventCells = z.object({
  date: civilDate,
  situation: z.string(),
  attended: z.boolean(),
  signedOff: z.boolean(),
  reason: typedLine(300),
  reviewed: z.boolean(),
  action: typedWords(500),
});

const event = eventCells.extend({
  id,
  situationName: z.string(),
  reason: z.string().nullable(),
  action: z.string().nullable(),
  /** False where a signed-off doctor was there and the situation allows that: it is not in the share. */
  asked: z.boolean(),
});

const onCallCells = z.object({
  date: civilDate,
  who: typedLine(120),
  restMinutes: count.min(0).max(1440, 'Use 24 hours or less.').nullable(),
  given: z.boolean().nullable(),
  givenOn: civilDate.nullable(),
  note: typedWords(500),
});

const onCall = onCallCells.extend({
  id,
  who: z.string().nullable(),
  note: z.string().nullable(),
  /** True where less than the rest of a day was left, or nothing says how much. */
  owed: z.boolean(),
});

const share = z.object({
  of: period,
  /** Null without anything in the period. */
  rate,
  /** Whole percent that is wanted. */
  wanted: count,
  meets: z.boolean().nullable(),
});

const supervision = z.object({
  today: civilDate,
  checklists: z.array(checklist),
  locums: z.array(locum),
  /** Short-term episodes that begin within the audit: compliant of all. */
  shortTerm: share,
  byRoute: z.array(z.object({ key: z.string(), name: z.string(), episodes: count })),
  longTerm: share,
  events: z.array(event),
  attendance: share,
  /** Missed events that were reviewed in the unit, of those that were missed. */
  reviewed: rate,
  onCall: z.array(onCall),
  rest: share,
  routes: z.array(named.extend({ certificate: z.boolean() })),
  levels: z.array(named),
  situations: z.array(named.extend({ unlessSignedOff: z.boolean() })),
  rules: z.object({ shortTermDays: count, restHours: count, locumAuditMonths: count, attendanceMonths: count }),
  pack: z.object({ title: z.string(), version: z.string() }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

export type Supervision = z.infer<typeof supervision>;
export type SupervisionChecklist = z.infer<typeof checklist>;
export type LocumEpisode = z.infer<typeof locum>;
export type LocumCells = z.infer<typeof locumCells>;
export type ConsultantEvent = z.infer<typeof event>;
export type ConsultantEventCells = z.infer<typeof eventCells>;
export type DisturbedOnCall = z.infer<typeof onCall>;
export type DisturbedOnCallCells = z.infer<typeof onCallCells>;
export type SupervisionShare = z.infer<typeof share>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const NOT_THAT_DAY = {
  status: 422,
  message: 'These days do not go together. Correct one of them. Nothing was changed.',
} as const;
const saved = z.object({ label: z.string().nullable(), id });
const trust = trustCode;
const saving = { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, NOT_THAT_DAY, PATIENT_IDENTIFIER };

/** Supervision of doctors, locums, consultant attendance and compensatory rest: part of `training`. */
export const supervisionVerbs = {
  /** All of it; the audits of locums and of attendance end on a day, today without one. */
  supervision: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, on: civilDate.optional() }))
    .output(supervision),
  /** States how a group is supervised. */
  setStatement: verb('change', 'figures')
    .errors(saving)
    .input(
      z.object({
        trust,
        checklist: z.string(),
        statement: typedWords(2000),
        lead: typedLine(120),
        agreedOn: civilDate.nullable(),
        reviewOn: civilDate.nullable(),
        aboutNoPatient,
      }),
    )
    .output(changed),
  /** Says of a line of a checklist whether it is met, and by what evidence. */
  setCheck: verb('change', 'figures')
    .errors(saving)
    .input(
      z.object({
        trust,
        checklist: z.string(),
        line: z.string(),
        state: checkState.nullable().optional(),
        evidence: typedWords(500).optional(),
        aboutNoPatient,
      }),
    )
    .output(changed),
  /** Adds a spell of a locum, or with an id changes it. */
  setLocum: verb('change', 'people')
    .errors(saving)
    .input(
      locumCells
        .partial()
        .required({ doctor: true, first: true, last: true })
        .extend({ trust, id: id.optional(), aboutNoPatient }),
    )
    .output(saved),
  removeLocum: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  setConsultantEvent: verb('change', 'people')
    .errors(saving)
    .input(
      eventCells
        .partial()
        .required({ date: true, situation: true, attended: true })
        .extend({ trust, id: id.optional(), aboutNoPatient }),
    )
    .output(saved),
  removeConsultantEvent: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  setDisturbedOnCall: verb('change', 'people')
    .errors(saving)
    .input(onCallCells.partial().required({ date: true }).extend({ trust, id: id.optional(), aboutNoPatient }))
    .output(saved),
  removeDisturbedOnCall: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
};
