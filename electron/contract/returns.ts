import { oc } from '@orpc/contract';
import { z } from 'zod';
import { exportedFile } from './exports.ts';
import { planLine } from './reference.ts';
import { refusals } from './refusals.ts';
import { returnAnswer, returnDocument, returnFigure, returnStatus } from './return-document.ts';
import { civilDate, instant, quarter, trustCode, typedText } from './values.ts';

/** Characters that progress, evidence, risk and help needed each take. */
export const PROSE_LIMIT = 4000;
const prose = typedText.pipe(z.string().max(PROSE_LIMIT, 'Use 4,000 characters or fewer.'));
const lead = typedText
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(120, 'Use 120 characters or fewer.'));

/** One field of an answer with its new value. */
export const answerChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), value: returnStatus.nullable() }),
  z.object({ field: z.literal('due'), value: civilDate.nullable() }),
  z.object({ field: z.literal('lead'), value: lead }),
  z.object({ field: z.enum(['progress', 'evidence', 'risk', 'helpNeeded']), value: prose }),
]);

const finding = z.object({
  reference: z.string(),
  field: z.enum(['status', 'evidence', 'risk']),
  message: z.string(),
});

const registerLine = z.object({
  plan: planLine,
  /** The published sentence, where the trust has loaded it. */
  published: z.string().nullable(),
  answer: returnAnswer,
  /** The quarter before, where it was answered. */
  before: returnAnswer.nullable(),
  overdue: z.boolean(),
  findings: z.array(finding),
});

const quarterOfReturn = z.object({
  period: quarter,
  /** Such as "July to September 2026". */
  title: z.string(),
  first: civilDate,
  last: civilDate,
  state: z.enum(['not started', 'draft', 'made']),
  /** Of the twelve lines, how many have a status. */
  answered: z.number().int(),
  madeAt: instant.nullable(),
});

const register = quarterOfReturn.extend({
  trust: z.object({ code: trustCode, name: z.string() }),
  /** The quarter that leads, due dates and the rest came from, in words. */
  carriedFrom: z.string().nullable(),
  objectives: z.array(z.object({ number: z.number().int(), title: z.string() })),
  /** The trust's twelve lines, answered or not. */
  lines: z.array(registerLine),
  /** The lines of the LMNS and of NHS England, for their dates. */
  context: z.array(z.object({ plan: planLine, published: z.string().nullable() })),
  publishedWording: z.boolean(),
});

const { TRUST_UNKNOWN } = refusals;
const NOT_STARTED = {
  status: 409,
  message: 'The return of that quarter has not been started. Start it, then answer its lines.',
} as const;
const LINE_UNKNOWN = { status: 404, message: 'That is not one of the twelve lines that a trust answers.' } as const;
const FIGURE_GONE = { status: 409, message: 'That figure has changed. Read it again before you accept it.' } as const;
const EVIDENCE_FULL = {
  status: 409,
  message: 'The evidence has no room for this sentence. Shorten the evidence, then accept the figure.',
} as const;
const ALREADY_MADE = {
  status: 409,
  message: 'This return has been made. Making it again replaces the figures and answers that were kept then.',
} as const;
const NOT_MADE = {
  status: 409,
  message: 'This return has not been made yet. Make it, then save the workbook.',
} as const;
const PLAN_UNREADABLE = {
  status: 422,
  message: 'The published table could not be read. Nothing was changed.',
} as const;
const NOT_A_RETURN = {
  status: 422,
  message: 'This is not a workbook of a Theme 2 return. Choose one that the planner made.',
} as const;

const ofReturn = z.object({ trust: trustCode, period: quarter });
const ofLine = ofReturn.extend({ reference: z.string() });

export type AnswerChange = z.infer<typeof answerChange>;
export type ReturnFinding = z.infer<typeof finding>;
export type RegisterLine = z.infer<typeof registerLine>;
export type QuarterOfReturn = z.infer<typeof quarterOfReturn>;
export type Register = z.infer<typeof register>;

/** The Theme 2 return: a trust's answers to its twelve lines for a quarter, and the workbook that goes to the LMNS. */
export const returns = {
  /** Every quarter with a return, and those around today that may be started; the newest first. */
  quarters: oc
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.object({ current: quarter, quarters: z.array(quarterOfReturn) })),
  register: oc.errors({ TRUST_UNKNOWN }).input(ofReturn).output(register),
  /** Starts a quarter with what still holds from the one before. Started already, it stays as it is. */
  start: oc.errors({ TRUST_UNKNOWN }).input(ofReturn).output(register),
  /** Saves one field of one answer: a named change that can be undone. */
  save: oc
    .errors({ TRUST_UNKNOWN, NOT_STARTED, LINE_UNKNOWN })
    .input(ofLine.extend({ change: answerChange }))
    .output(z.object({ changed: z.boolean(), line: registerLine })),
  /** What the app knows that proves a line, worked out now. */
  figures: oc.errors({ TRUST_UNKNOWN }).input(ofReturn).output(z.array(returnFigure)),
  /** Puts a figure's sentence into the evidence of its line; `sentence` is the one that was read. */
  acceptFigure: oc
    .errors({ TRUST_UNKNOWN, NOT_STARTED, LINE_UNKNOWN, FIGURE_GONE, EVIDENCE_FULL })
    .input(ofLine.extend({ key: z.string(), sentence: z.string() }))
    .output(z.object({ changed: z.boolean(), line: registerLine })),
  /** What to look at before the return is made, and what changed since it was made last. */
  review: oc
    .errors({ TRUST_UNKNOWN, NOT_STARTED })
    .input(ofReturn)
    .output(z.object({ findings: z.array(finding), madeAt: instant.nullable(), changes: z.array(z.string()) })),
  /** Keeps answers and figures as they are now. Made before, `again` must say so: what was kept then is replaced. */
  make: oc
    .errors({ TRUST_UNKNOWN, NOT_STARTED, ALREADY_MADE })
    .input(ofReturn.extend({ again: z.boolean().default(false) }))
    .output(z.object({ madeAt: instant, findings: z.array(finding) })),
  /** The return as it was kept when it was made. */
  made: oc.errors({ TRUST_UNKNOWN, NOT_MADE }).input(ofReturn).output(returnDocument),
  /** The made return as a workbook. */
  workbook: oc.errors({ TRUST_UNKNOWN, NOT_MADE }).input(ofReturn).output(exportedFile),
  /** Reads a workbook that the planner made, as an LMNS does: the return as it was made. */
  readWorkbook: oc
    .errors({ NOT_A_RETURN })
    .input(z.object({ contents: z.base64() }))
    .output(returnDocument),
  /** Loads the published wording from the trust's own copy of the plan's table; what was loaded before is replaced. */
  loadPlan: oc
    .errors({ TRUST_UNKNOWN, PLAN_UNREADABLE })
    .input(z.object({ trust: trustCode, fileName: z.string().min(1).max(255), contents: z.base64() }))
    .output(
      z.object({
        /** Lines whose wording is now there, of so many rows. */
        loaded: z.number().int(),
        rowsRead: z.number().int(),
        /** Rows left out, and what looks wrong in rows that were taken, in words. */
        problems: z.array(z.string()),
        warnings: z.array(z.string()),
      }),
    ),
};
