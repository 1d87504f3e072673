import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { noListYet } from './staff-rates.ts';
import { civilDate, id, period, rate, trustCode } from './values.ts';

const count = z.number().int();
/** Hundred-thousandths of a WTE. */
const wte = z.number().int();
const reasonGroup = z.enum(['voluntary', 'retirement', 'other']);

/** Leavers of one kind, with the rate: leavers over the mean of the heads at the start and at the end. */
const line = z.object({
  key: z.string(),
  name: z.string(),
  leavers: count,
  voluntary: count,
  headsStart: count,
  headsEnd: count,
  rate,
});

const reason = z.object({
  /** As the staff record publishes it, else as read; null where the list gives none. */
  reason: z.string().nullable(),
  group: reasonGroup,
  groupName: z.string(),
  avoidable: z.boolean(),
  /** What the pack says where the trust groups it otherwise; else null. */
  published: z.object({ groupName: z.string(), avoidable: z.boolean() }).nullable(),
  /** Key of the element of retention that an action about it belongs to. */
  element: z.string().nullable(),
  leavers: count,
  /** In the period before, of the same length; null where the lists do not tell of it. */
  before: count.nullable(),
});

const row = z.object({
  batch: id,
  fileName: z.string(),
  sheet: z.string(),
  row: count,
  person: z.string(),
  name: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  band: z.string().nullable(),
  ageBand: z.string().nullable(),
  fte: wte,
  start: civilDate,
  leaving: civilDate,
  /** Whole years with this employer. */
  years: count,
  service: z.string(),
  reason: z.string().nullable(),
  group: reasonGroup,
  early: z.boolean(),
  destination: z.string().nullable(),
});

const leavers = z.object({
  period: z.object({ first: civilDate, last: civilDate }),
  startCensus: civilDate,
  /** The day of the staff list that was used. */
  census: civilDate,
  /** The period of the same length before it, where the lists tell of it. */
  before: z.object({ first: civilDate, last: civilDate }).nullable(),
  groups: z.array(z.object({ key: z.string(), name: z.string() })),
  headsStart: count,
  headsEnd: count,
  leavers: count,
  stayed: count,
  leaverRate: rate,
  leaverRateFte: rate,
  stability: rate,
  voluntary: count,
  retirement: count,
  other: count,
  avoidable: count,
  /** With fewer whole years of service than the rules say, and with none. */
  early: count,
  firstYear: count,
  earlyYears: count,
  earlyRate: rate,
  reasons: z.array(reason),
  destinations: z.array(z.object({ destination: z.string().nullable(), leavers: count })),
  service: z.array(line),
  age: z.array(line),
  band: z.array(line),
  unit: z.array(line),
  rows: z.array(row),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type RetentionLeavers = z.infer<typeof leavers>;
export type LeaverLine = z.infer<typeof line>;
export type LeaverReason = z.infer<typeof reason>;
export type LeaverRow = z.infer<typeof row>;

const NO_LEAVERS = {
  status: 409,
  message: 'There are no leavers yet. Import the list of leavers first.',
} as const;

/** Why people left, and who they were: part of `retention`. */
export const leaverVerbs = {
  /**
   * Leavers of a period, without one of the twelve months to the newest staff list, of midwives and support without
   * groups; null without a list of leavers.
   */
  leavers: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN, NO_LIST_YET: noListYet })
    .input(z.object({ trust: trustCode, period: period.optional(), groups: z.array(z.string()).min(1).optional() }))
    .output(leavers.nullable()),
  /**
   * The same as a workbook that may leave the trust: small counts are left out with all that would tell them, also beside
   * the files of the other years and staff groups. So it takes whole years only: of other periods one could be taken
   * from another.
   */
  leaversFile: verb('export', 'figures')
    .errors({
      TRUST_UNKNOWN: refusals.TRUST_UNKNOWN,
      NO_SUCH_CHOICE: refusals.NO_SUCH_CHOICE,
      NO_LIST_YET: noListYet,
      NO_LEAVERS,
    })
    .input(
      z.object({
        trust: trustCode,
        /** The twelve months to the newest staff list, or those one or two years before. */
        yearsBack: z.number().int().min(0).max(2).default(0),
        /** Key of one staff group; midwives and support together without it. */
        group: z.string().optional(),
        profile: sharedWith.default('lmns'),
      }),
    )
    .output(exportedFile),
};
