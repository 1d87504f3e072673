import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { heldBefore, passedStep } from './held-before.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, name, period, rate, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();

/** What a person may say of a newly appointed senior midwife and her mentor. */
const mentoringCells = z.object({
  /** Employee number; null for somebody whom no staff list has. */
  person: typedLine(20),
  name,
  band: z.string(),
  post: typedLine(120),
  unit: typedLine(120),
  appointed: civilDate,
  mentor: typedLine(120),
  mentorNamedOn: day,
  objectives: typedWords(1000),
  /** The day on which coaching was offered. */
  coachingOffered: day,
  ended: day,
  endReason: typedLine(200),
  notes: typedWords(1000),
});

const stepStatus = z.enum([
  'done',
  'done_late',
  'overdue',
  'due_soon',
  'upcoming',
  'not_applicable',
  /** The mentoring ended before. */
  'closed',
]);

/** Naming a mentor, the first meeting, or a review. */
const mentoringStep = z.object({
  /** 'mentor', 'first', or months: '6m'. */
  step: z.string(),
  name: z.string(),
  /** By the rules, and where it was moved to. */
  planned: civilDate,
  movedTo: day,
  due: civilDate,
  held: day,
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  status: stepStatus,
  /** Days since it was due; below nought before it. */
  daysLate: count,
});

const mentoring = mentoringCells.extend({
  id,
  name: z.string(),
  steps: z.array(mentoringStep),
  /** The first step that is still to be done. */
  next: mentoringStep.nullable(),
  /** Whether the mentor was named within the days of the rules; null while that is still open. */
  inTime: z.boolean().nullable(),
});

/** Somebody who by the staff lists came into a senior band, and of whom nothing is entered yet. */
const appointee = z.object({
  person: z.string(),
  name: z.string().nullable(),
  band: z.string(),
  post: z.string().nullable(),
  unit: z.string().nullable(),
  appointed: civilDate,
  /** The band before, where an earlier list has one; null for somebody new to the trust. */
  bandBefore: z.string().nullable(),
});

const mentors = z.object({
  on: civilDate,
  period: z.object({ first: civilDate, last: civilDate }),
  mentorings: z.array(mentoring),
  /** Appointed in the period: with a mentor in time, of all of whom it can be told. */
  share: rate,
  /** Appointed in the period, without a mentor, and still within the days. */
  waiting: count,
  overdue: count,
  dueSoon: count,
  /** Null where there is no staff list. */
  appointees: z.array(appointee).nullable(),
  rules: z.object({
    bands: z.array(z.string()),
    mentorWithinDays: count,
    newForMonths: count,
    dueSoonDays: count,
  }),
  pack: z.object({ title: z.string(), version: z.string() }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

export type MentoringCells = z.infer<typeof mentoringCells>;
export type MentoringStep = z.infer<typeof mentoringStep>;
export type Mentoring = z.infer<typeof mentoring>;
export type Appointee = z.infer<typeof appointee>;
export type Mentors = z.infer<typeof mentors>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const DATES_WRONG = {
  status: 422,
  message: 'These dates cannot all be right. Correct one of them. Nothing was changed.',
} as const;
const REASON_MISSING = {
  status: 422,
  message: 'Say why it is moved or not applicable. Nothing was changed.',
} as const;
const entered = mentoringCells.partial().required({ name: true, band: true, appointed: true });
const trust = trustCode;

/** Mentors of newly appointed Band 7 and 8 midwives: part of `preceptorship`. */
export const mentorVerbs = {
  /** Everybody with what is due; the share is of those appointed in the period, without one of the last twelve months. */
  mentors: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, period: period.optional() }))
    .output(mentors),
  addMentoring: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(entered.extend({ trust, before: z.array(heldBefore).max(60).default([]), aboutNoPatient }))
    .output(z.object({ label: z.string(), id })),
  /** What has gone by of an appointment of that day; the mentor is named with the appointment. */
  passedMentoringSteps: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, appointed: civilDate }))
    .output(z.array(passedStep)),
  /** Sets the cells that are given. */
  changeMentoring: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(mentoringCells.partial().extend({ trust, id, aboutNoPatient }))
    .output(changed),
  removeMentoring: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  /**
   * Records a step as held, moves it to another day with a reason, or with a reason and neither day says that it is not
   * applicable; with nothing at all it is open again as the rules have it. A mentor is named by `changeMentoring`.
   */
  setMentoringStep: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, DATES_WRONG, REASON_MISSING, PATIENT_IDENTIFIER })
    .input(
      z.object({
        trust,
        id,
        step: z.string(),
        held: day.default(null),
        movedTo: day.default(null),
        reason: typedLine(200).default(null),
        outcome: typedWords(500).default(null),
        aboutNoPatient,
      }),
    )
    .output(changed),
};
