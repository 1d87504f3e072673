import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { restatement, returnChange, returnDocument, signature } from './return-document.ts';
import { ofReturn, returnRefusals } from './return-refusals.ts';
import { periodOfReturn, returnFinding, returnStep } from './return-register.ts';
import { changed, name, trustCode, typedText } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN } = refusals;
const { NOT_STARTED, FROZEN } = returnRefusals;
const WRONG_STEP = {
  status: 409,
  message: 'That step is not the next one. A draft is checked, then signed off, then submitted.',
} as const;
const ROLE_UNKNOWN = {
  status: 422,
  message:
    'That role does not take this step. Choose one of the list, add it as another role, or change the list under Rules and defaults.',
} as const;
const NOTHING_CHANGED = {
  status: 409,
  message:
    'Nothing differs from what was submitted, so there is nothing to correct. Change an answer, or take the correction back.',
} as const;
const NOT_SUBMITTED = {
  status: 409,
  message: 'This return has not been submitted. Take its steps back and change it; there is nothing to correct yet.',
} as const;

const role = name;
const reason = typedText.pipe(z.string().trim().min(1, 'Say why.').max(500, 'Use 500 characters or fewer.'));
const step = { TRUST_UNKNOWN, NOT_STARTED, FROZEN, WRONG_STEP, ROLE_UNKNOWN };
const byRole = ofReturn.extend({ role });
const ofRole = z.object({ trust: trustCode, step: returnStep, role });
const which = ofReturn.extend({
  /** A return that was submitted, by its number from 1; without one the return as it stands. */
  submission: z.number().int().positive().optional(),
});

const changes = z.object({
  /** Against the return of the same kind before; null where there is none. */
  before: z
    .object({
      title: z.string(),
      /** False where that return was never signed off, so that its figures were not kept. */
      withFigures: z.boolean(),
      changes: z.array(returnChange),
    })
    .nullable(),
  /** Against what was signed off or submitted last; null before. */
  kept: z.object({ as: z.enum(['signed off', 'submitted']), signature, changes: z.array(returnChange) }).nullable(),
});

const submission = z.object({
  number: z.number().int(),
  signature,
  appVersion: z.string(),
  packs: z.array(z.object({ title: z.string(), version: z.string() })),
  /** What it corrected; null for the first. */
  restatement: restatement.nullable(),
});

/** From a draft to what the LMNS has: part of `returns`. Steps are taken by a role, and those before the last can be taken back. */
export const returnStepVerbs = {
  /** What to look at before the return is signed off, by line. */
  checks: verb('view', 'figures').errors({ TRUST_UNKNOWN, NOT_STARTED }).input(ofReturn).output(z.array(returnFinding)),
  /** What differs from last time, and from what was signed off or submitted. */
  changes: verb('view', 'figures').errors({ TRUST_UNKNOWN, NOT_STARTED }).input(ofReturn).output(changes),
  /** Lets one more role of the trust take a step, in this return and in those to come; a role, never a name. */
  addRole: verb('change', 'figures').errors({ TRUST_UNKNOWN, NAME_TAKEN }).input(ofRole).output(changed),
  /** Takes a role that the trust added off the list again; what it has signed stays. */
  removeRole: verb('change', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(ofRole).output(changed),
  check: verb('change', 'figures').errors(step).input(byRole).output(periodOfReturn),
  /** Signs off: the answers and figures are kept as they are now, and that is what is submitted. */
  signOff: verb('change', 'figures').errors(step).input(byRole).output(periodOfReturn),
  /** Submits what was signed off. From now on no verb changes it, and no undo. */
  submit: verb('change', 'figures').errors(step).input(byRole).output(periodOfReturn),
  /** Takes the last step back: signed off, checked, or a correction that was started, whose changes go. */
  takeBack: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, FROZEN, WRONG_STEP })
    .input(ofReturn)
    .output(periodOfReturn),
  /** Opens a submitted return to be corrected. What was submitted counts until the correction is submitted. */
  correct: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_SUBMITTED })
    .input(ofReturn)
    .output(periodOfReturn),
  /** Submits a correction. Its figures are those that were submitted; `figuresAnew` works them out again. */
  restate: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_SUBMITTED, ROLE_UNKNOWN, NOTHING_CHANGED })
    .input(byRole.extend({ reason, figuresAnew: z.boolean().default(false) }))
    .output(z.object({ period: periodOfReturn, restatement })),
  /** Everything that was submitted for a period, the first first. None of it ever changes. */
  submissions: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED })
    .input(ofReturn)
    .output(z.array(submission)),
  /** The return as it stands: as submitted last, as signed off, or as it would be now. */
  document: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE })
    .input(which)
    .output(returnDocument),
  workbook: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE })
    .input(which)
    .output(exportedFile),
};

export type ReturnChanges = z.infer<typeof changes>;
export type ReturnSubmission = z.infer<typeof submission>;
