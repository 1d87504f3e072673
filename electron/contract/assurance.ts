import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { incentiveVerbs } from './incentive.ts';
import { countVerbs, month } from './monthly-counts.ts';
import { paper, paperFormat } from './papers.ts';
import { refusals } from './refusals.ts';
import { trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const PERIOD_WRONG = {
  status: 422,
  message: 'The last month is before the first, or the period is longer than 24 months. Choose other months.',
} as const;

/** Whole months, both counted; without them the last half of the NHS year that is over. */
const months = { trust: trustCode, first: month.optional(), last: month.optional() };

const report = z.object({
  first: month,
  last: month,
  paper,
  /** The picture of each chart of the paper as SVG, in their order. */
  pictures: z.array(z.string()),
});

export type BoardReport = z.infer<typeof report>;

/** Whether midwifery staffing is safe, and how the board knows: the incentive scheme, red flags, the staffing report. */
export const assurance = {
  ...incentiveVerbs,
  ...countVerbs,
  /** The midwifery staffing report to the board, as it would be written. */
  report: verb('view', 'figures').errors({ TRUST_UNKNOWN, PERIOD_WRONG }).input(z.object(months)).output(report),
  /** The same as a file. */
  reportFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, PERIOD_WRONG })
    .input(z.object({ ...months, format: paperFormat }))
    .output(exportedFile),
};
