import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, period, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
/** No staff list says who was in post then. */
export const noListYet = { status: 404, message: 'No staff list says who was in post. Import one first.' } as const;
const NO_LIST_YET = noListYet;
const count = z.number().int();
/** Hundred-thousandths of a WTE or FTE. */
const wte = z.number().int();

const profileBand = z.object({
  key: z.string(),
  name: z.string(),
  heads: count,
  wte,
  over55: z.enum(['all', 'some', 'none', 'not_stated']).nullable(),
});

const ratesTrend = z.object({
  census: civilDate,
  groups: z.array(z.object({ key: z.string(), name: z.string() })),
  /** The last days of months; a rate is null where the lists do not tell of its time. */
  months: z.array(
    z.object({
      month: civilDate,
      /** The day of the staff list that it is worked out from: the newest by then. */
      census: civilDate,
      leaverRate: rate.nullable(),
      leaverRateFte: rate.nullable(),
      stability: rate.nullable(),
      sickness: rate.nullable(),
    }),
  ),
});

const profile = z.object({
  census: civilDate,
  heads: count,
  wte,
  service: z.array(profileBand),
  age: z.array(profileBand),
  /** Heads who are certainly 55 or over, and those of a band that holds 55 and younger ages too. */
  over55: z.object({ sure: count, perhaps: count, notStated: count }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

/** An assignment behind the heads and the FTE of a rate. Heads are those that count, FTE is of all. */
const rateHead = z.object({
  batch: id,
  fileName: z.string(),
  sheet: z.string(),
  row: count,
  person: z.string(),
  assignment: z.string(),
  name: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  band: z.string().nullable(),
  group: z.string(),
  fte: wte,
  start: civilDate,
  leaving: civilDate.nullable(),
  /** The primary assignment of its holder. */
  counts: z.boolean(),
  /** Its holder is in post at the end of the period, in any group. */
  stays: z.boolean(),
});

const inGroup = { trust: trustCode, on: civilDate.optional(), groups: z.array(z.string()).min(1).optional() };

export type RatesTrend = z.infer<typeof ratesTrend>;
export type StaffProfile = z.infer<typeof profile>;
export type RateHead = z.infer<typeof rateHead>;

/** Rates month by month, and who is in post by service and age: part of `staff`. */
export const staffRatesVerbs = {
  /**
   * Month by month up to the staff list in force on a day, each month by the list of its own time and the leavers, of
   * midwives and support without groups; null without a list.
   */
  ratesTrend: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ ...inGroup, months: z.number().int().min(2).max(60).default(24) }))
    .output(ratesTrend.nullable()),
  /** Who was in post at the start or at the end of a period, and who of them is at its end: the rows behind stability. */
  heads: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(
      z.object({
        trust: trustCode,
        period: period.optional(),
        groups: z.array(z.string()).min(1).optional(),
        at: z.enum(['start', 'end']).default('start'),
        offset: count.min(0).default(0),
        limit: count.min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({ day: civilDate.nullable(), total: count, heads: count, stayed: count, wte, rows: z.array(rateHead) }),
    ),
  profile: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object(inGroup)).output(profile.nullable()),
};
