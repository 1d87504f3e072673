import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { changed, civilDate, id, name, rate, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();
const named = z.object({ key: z.string(), name: z.string() });

/** What a person may say of somebody's later career. What has not happened is null. */
const careerCells = z.object({
  /** Employee number, eight digits; null for somebody whom no staff list has. */
  person: typedLine(20),
  name,
  unit: typedLine(120),
  band: typedLine(10),
  /** The day of the last conversation about it. */
  conversation: day,
  plan: typedLine(60),
  /** When the plan is for. */
  planned: day,
  /** Back in post after retiring. */
  returned: day,
  /** A pension seminar or advice. */
  seminar: day,
  note: typedWords(1000),
});

/** What a person may say of a legacy mentor. */
const mentorCells = z.object({
  person: typedLine(20),
  name,
  unit: typedLine(120),
  band: typedLine(10),
  appointed: civilDate,
  ended: day,
  /** Minutes a week for it; null where not known. */
  minutes: z
    .number()
    .int('Enter hours and minutes, such as 7.5.')
    .min(0)
    .max(10_080, 'Use 168 hours or fewer.')
    .nullable(),
  /** Who is supported, by name. */
  supports: z.array(z.string().trim().min(1).max(120)).max(60, 'Name 60 people or fewer.'),
});

/** Somebody of 55 or over by the staff list, or who was entered by hand. */
const career = careerCells.extend({
  /** Null where nothing was entered yet. */
  id: id.nullable(),
  name: z.string(),
  groupName: z.string().nullable(),
  ageBand: z.string().nullable(),
  /** `some`: the band has people below 55 in it too; null where the list does not say, or has nobody of the number. */
  over55: z.enum(['all', 'some']).nullable(),
  planName: z.string().nullable(),
  /** No conversation yet, or the last one longer ago than the rules say. */
  conversationDue: z.boolean(),
});

const line = z.object({
  key: z.string(),
  name: z.string(),
  heads: count,
  over55: count,
  /** In an age band that 55 lies in. */
  some: count,
  notStated: count,
  /** Of those whose age band is stated. */
  rate,
});

const mentor = mentorCells.extend({ id, name: z.string(), active: z.boolean() });

const laterCareers = z.object({
  on: civilDate,
  /** The day of the newest staff list; null without one. */
  census: day,
  groups: z.array(named),
  all: line,
  unit: z.array(line),
  band: z.array(line),
  people: z.array(career),
  /** Of those 55 and over for certain: with a conversation within the months of the rules, and with a plan. */
  talkedTo: rate,
  withPlan: rate,
  seminars: count,
  plans: z.array(named.extend({ people: count })),
  /** By the lists: who left for retirement in the twelve months to the newest staff list, and is on it. */
  retired: rate.nullable(),
  mentors: z.array(mentor),
  mentorsActive: count,
  supported: count,
  minutes: count,
  conversationMonths: count,
  choices: z.object({ plans: z.array(named), bands: z.array(named) }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type CareerCells = z.infer<typeof careerCells>;
export type LaterCareer = z.infer<typeof career>;
export type LegacyMentorCells = z.infer<typeof mentorCells>;
export type LegacyMentor = z.infer<typeof mentor>;
export type AgeLine = z.infer<typeof line>;
export type LaterCareers = z.infer<typeof laterCareers>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG } = refusals;
const ENTERED = {
  status: 409,
  message: 'Something was entered about this person already. Open that and change it. Nothing was stored.',
} as const;
const NO_LIST_YET = { status: 409, message: 'There is no staff list yet. Import one from ESR first.' } as const;
const trust = trustCode;
const added = z.object({ label: z.string(), id });

/** People towards the end of their career, and legacy mentors: part of `retention`. */
export const laterCareerVerbs = {
  /** By the newest staff list, of midwives and support without groups, with what was entered by hand. */
  laterCareers: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, groups: z.array(z.string()).min(1).optional() }))
    .output(laterCareers),
  /** Who is 55 and over of midwives and support, with plans, those who came back and legacy mentors, as a workbook that may leave the trust. */
  laterCareersFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(z.object({ trust, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
  /** Heads by staff group, unit and band of the newest staff list, as a workbook that may leave the trust. */
  staffFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(z.object({ trust, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
  addLaterCareer: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, DATES_WRONG, ENTERED, PATIENT_IDENTIFIER })
    .input(careerCells.partial().required({ name: true }).extend({ trust, aboutNoPatient }))
    .output(added),
  /** Sets the cells that are given. */
  changeLaterCareer: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(careerCells.omit({ person: true }).partial().extend({ trust, id, aboutNoPatient }))
    .output(changed),
  removeLaterCareer: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  addLegacyMentor: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(mentorCells.partial().required({ name: true, appointed: true }).extend({ trust, aboutNoPatient }))
    .output(added),
  changeLegacyMentor: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(mentorCells.partial().extend({ trust, id, aboutNoPatient }))
    .output(changed),
  removeLegacyMentor: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
};
