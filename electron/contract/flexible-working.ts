import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { changed, civilDate, id, name, period, rate, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();
const named = z.object({ key: z.string(), name: z.string() });

/** What a person may say of a request for flexible working. What has not happened is null. */
const cells = z.object({
  /** Employee number, eight digits, where it is known. */
  person: typedLine(20),
  name,
  unit: typedLine(120),
  band: typedLine(10),
  /** Key of a staff group. */
  group: typedLine(60),
  asked: civilDate,
  kind: z.string(),
  detail: typedWords(500),
  /** Nobody has to give one. */
  reason: typedLine(60),
  /** Taken to somebody higher before a refusal. */
  escalated: day,
  decided: day,
  outcome: typedLine(60),
  /** Of a refusal. */
  ground: typedLine(60),
  /** When what was agreed is looked at again. */
  review: day,
});

/** Open or decided, and whether within the trust's own limit, after it, or after the one of the statute too. */
const stands = z.enum(['open', 'open_late', 'open_unlawful', 'in_time', 'late', 'unlawful', 'withdrawn']);

const request = cells.extend({
  id,
  name: z.string(),
  kindName: z.string(),
  reasonName: z.string().nullable(),
  groupName: z.string(),
  outcomeName: z.string().nullable(),
  counts: z.enum(['granted', 'refused', 'withdrawn']).nullable(),
  /** From the request to the decision, to today where there is none yet. */
  days: count,
  /** The last day of the trust's own limit, and of the statute's. */
  due: civilDate,
  lawfulBy: civilDate,
  stands,
});

/** Requests that were asked for in a period; what was withdrawn is in no rate. */
const tally = z.object({
  asked: count,
  granted: count,
  refused: count,
  withdrawn: count,
  open: count,
  /** granted / (asked - withdrawn) and granted / (granted + refused). */
  grantedOfAsked: rate,
  grantedOfDecided: rate,
});
const line = tally.extend({ key: z.string(), name: z.string() });

const flexibleWorking = tally.extend({
  on: civilDate,
  period: z.object({ first: civilDate, last: civilDate }),
  /** All requests, the newest first. */
  list: z.array(request),
  /** Days from request to decision over the requests that were decided. */
  meanDays: rate,
  longestDays: count.nullable(),
  inTime: rate,
  /** Decided or still open after the day of the statute. */
  unlawful: count,
  /** Open requests, whenever they were asked for, past the trust's own limit. */
  overdue: count,
  by: z.object({
    unit: z.array(line),
    band: z.array(line),
    group: z.array(line),
    kind: z.array(line),
    reason: z.array(line),
  }),
  limits: z.object({ days: count, months: count }),
  choices: z.object({
    kinds: z.array(named),
    reasons: z.array(named),
    outcomes: z.array(named.extend({ counts: z.enum(['granted', 'refused', 'withdrawn']) })),
    grounds: z.array(named),
    groups: z.array(named),
    bands: z.array(named),
  }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type FlexibleCells = z.infer<typeof cells>;
export type FlexibleRequest = z.infer<typeof request>;
export type FlexibleTally = z.infer<typeof tally>;
export type FlexibleLine = z.infer<typeof line>;
export type FlexibleWorking = z.infer<typeof flexibleWorking>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG } = refusals;
const HALF_DECIDED = {
  status: 422,
  message: 'A decision needs a day and an outcome, and a refusal a ground. Enter what is missing.',
} as const;
const trust = trustCode;

/** Requests for flexible working: part of `retention`. */
export const flexibleWorkingVerbs = {
  /** All requests, with the figures of those asked for in a period: without one, the twelve months to today. */
  flexibleWorking: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, period: period.optional() }))
    .output(flexibleWorking),
  /** The twelve whole months to the last one, as a workbook that may leave the trust: small counts are left out. */
  flexibleWorkingFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
  addRequest: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, DATES_WRONG, HALF_DECIDED, PATIENT_IDENTIFIER })
    .input(cells.partial().required({ name: true, asked: true, kind: true }).extend({ trust, aboutNoPatient }))
    .output(z.object({ label: z.string(), id })),
  /** Sets the cells that are given. */
  changeRequest: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG, HALF_DECIDED, PATIENT_IDENTIFIER })
    .input(cells.partial().extend({ trust, id, aboutNoPatient }))
    .output(changed),
  removeRequest: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
};
