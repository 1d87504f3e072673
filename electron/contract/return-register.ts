import { z } from 'zod';
import { planLine } from './reference.ts';
import { evidenceItem, returnAnswer, returnFigure, returnStatus, signature } from './return-document.ts';
import { civilDate, id, instant, returnPeriod, trustCode } from './values.ts';

/** How far a return is. A correction is of a return that was submitted; what was submitted counts until it is, too. */
export const returnState = z.enum(['not started', 'draft', 'checked', 'signed off', 'submitted', 'correction']);

/** A step that is taken by a role. */
export const returnStep = z.enum(['check', 'signOff', 'submit', 'restate']);

/** Something to look at before a return is signed off, and the field in which to mend it. */
export const returnFinding = z.object({
  reference: z.string(),
  kind: z.enum(['missing', 'evidence', 'mitigation', 'disagrees', 'moved', 'old', 'small']),
  field: z.enum([
    'status',
    'progress',
    'nextSteps',
    'evidence',
    'lead',
    'due',
    'risk',
    'mitigation',
    'helpNeeded',
    'figure',
    // A measure that the trust enters itself.
    'measure',
  ]),
  /** Key of the figure, where it is about one. */
  figure: z.string().nullable(),
  message: z.string(),
});

export const registerLine = z.object({
  plan: planLine,
  /** The published sentence, where the trust has loaded it. */
  published: z.string().nullable(),
  answer: returnAnswer,
  /** The pieces of evidence of the answer, with what tells them apart; a figure as it was when it was taken in. */
  items: z.array(evidenceItem.extend({ id, kept: returnFigure.nullable() })),
  /** The return of the period before, where it was answered. */
  before: returnAnswer.nullable(),
  overdue: z.boolean(),
  /** What the answer itself lacks; what its figures make doubtful is found by `checks`. */
  findings: z.array(returnFinding),
});

export const periodOfReturn = z.object({
  period: returnPeriod,
  kind: z.enum(['quarter', 'month']),
  /** Such as "July to September 2026", or "October 2026". */
  title: z.string(),
  first: civilDate,
  last: civilDate,
  state: returnState,
  /** Of the twelve lines, how many have a status. */
  answered: z.number().int(),
  checked: signature.nullable(),
  signedOff: signature.nullable(),
  /** Of what was submitted last; null before. */
  submitted: signature.nullable(),
  /** How often what was submitted has been corrected. */
  restated: z.number().int(),
});

export const register = periodOfReturn.extend({
  trust: z.object({ code: trustCode, name: z.string() }),
  /** The period that leads, due dates and the rest came from, in words. */
  carriedFrom: z.string().nullable(),
  objectives: z.array(z.object({ number: z.number().int(), title: z.string() })),
  /** The trust's twelve lines, answered or not. */
  lines: z.array(registerLine),
  /** The lines of the LMNS and of NHS England, for their dates. */
  context: z.array(z.object({ plan: planLine, published: z.string().nullable() })),
  publishedWording: z.boolean(),
  /** What each status means. */
  statuses: z.array(z.object({ status: returnStatus, word: z.string(), meaning: z.string() })),
  /** Roles that may take each step, as the rules in force have them. */
  roles: z.array(
    z.object({
      step: returnStep,
      roles: z.array(z.string()),
      /** Those of them that the trust has added. */
      own: z.array(z.string()),
    }),
  ),
});

/** What a line was answered in another period. */
export const earlierAnswer = z.object({
  period: returnPeriod,
  title: z.string(),
  state: returnState,
  submittedAt: instant.nullable(),
  answer: returnAnswer,
});

export type ReturnStep = z.infer<typeof returnStep>;
export type ReturnState = z.infer<typeof returnState>;
export type ReturnFinding = z.infer<typeof returnFinding>;
export type RegisterLine = z.infer<typeof registerLine>;
export type PeriodOfReturn = z.infer<typeof periodOfReturn>;
export type Register = z.infer<typeof register>;
export type EarlierAnswer = z.infer<typeof earlierAnswer>;
