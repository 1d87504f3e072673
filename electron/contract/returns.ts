import { z } from 'zod';
import { verb } from './access.ts';
import { ownMeasureVerbs } from './own-measures.ts';
import { refusals } from './refusals.ts';
import { returnBundleVerbs } from './return-bundle.ts';
import { returnFigure, returnStatus } from './return-document.ts';
import { returnEvidenceVerbs } from './return-evidence.ts';
import { ofReturn, ofReturnLine, returnRefusals } from './return-refusals.ts';
import { earlierAnswer, periodOfReturn, register, registerLine } from './return-register.ts';
import { returnFileVerbs } from './return-files.ts';
import { returnStepVerbs } from './return-steps.ts';
import { lmnsWorkbookVerbs } from './lmns-workbook.ts';
import { civilDate, returnPeriod, trustCode, typedText } from './values.ts';

/** Characters that progress, next steps, evidence, risk, mitigation and help needed each take. */
export const PROSE_LIMIT = 4000;
const prose = typedText.pipe(z.string().max(PROSE_LIMIT, 'Use 4,000 characters or fewer.'));
const lead = typedText
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(120, 'Use 120 characters or fewer.'));

const proseField = z.enum(['progress', 'nextSteps', 'evidence', 'risk', 'mitigation', 'helpNeeded']);

/** One field of an answer with its new value. */
export const answerChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), value: returnStatus.nullable() }),
  z.object({ field: z.literal('due'), value: civilDate.nullable() }),
  z.object({ field: z.literal('lead'), value: lead }),
  z.object({ field: z.literal('sharing'), value: z.boolean() }),
  z.object({ field: proseField, value: prose }),
]);

const { TRUST_UNKNOWN } = refusals;
const { NOT_STARTED, LINE_UNKNOWN, FROZEN, NOT_A_DRAFT } = returnRefusals;
const PLAN_UNREADABLE = {
  status: 422,
  message: 'The published table could not be read. Nothing was changed.',
} as const;

export type AnswerChange = z.infer<typeof answerChange>;
export type ProseField = z.infer<typeof proseField>;

/** The Theme 2 return: a trust's answers to its twelve lines for a quarter or a month, and the workbook that goes to the LMNS. */
export const returns = {
  ...returnEvidenceVerbs,
  ...returnStepVerbs,
  ...returnBundleVerbs,
  ...returnFileVerbs,
  ...lmnsWorkbookVerbs,
  ...ownMeasureVerbs,
  /** Every period with a return, and those around today that may be started: quarters, then months, each the newest first. */
  periods: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.object({ quarter: returnPeriod, month: returnPeriod, periods: z.array(periodOfReturn) })),
  register: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(ofReturn).output(register),
  /** Starts a period with what still holds from the one of its kind before. Started already, it stays as it is. */
  start: verb('change', 'figures').errors({ TRUST_UNKNOWN }).input(ofReturn).output(register),
  /** Saves one field of one answer: a named change that can be undone. */
  changeAnswer: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, LINE_UNKNOWN, FROZEN, NOT_A_DRAFT })
    .input(ofReturnLine.extend({ change: answerChange }))
    .output(z.object({ changed: z.boolean(), line: registerLine })),
  /** What the app knows that proves a line, or every line: worked out now, or as kept once the return is signed off. */
  figures: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(ofReturn.extend({ reference: ofReturnLine.shape.reference.optional() }))
    .output(z.array(returnFigure)),
  /** What a line was answered in every other period, the newest first. */
  earlierAnswers: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, LINE_UNKNOWN })
    .input(ofReturnLine)
    .output(z.array(earlierAnswer)),
  /** Loads the published wording from the trust's own copy of the plan's table; what was loaded before is replaced. */
  loadPlan: verb('change', 'figures')
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
