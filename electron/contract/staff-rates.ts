import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './refusals.ts';
import { civilDate, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
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

const inGroup = { trust: trustCode, on: civilDate.optional(), groups: z.array(z.string()).min(1).optional() };

export type RatesTrend = z.infer<typeof ratesTrend>;
export type StaffProfile = z.infer<typeof profile>;

/** Rates month by month, and who is in post by service and age: part of `staff`. */
export const staffRatesVerbs = {
  /** By the staff list in force on a day and the leavers, of midwives and support without groups; null without a list. */
  ratesTrend: oc
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ ...inGroup, months: z.number().int().min(2).max(60).default(24) }))
    .output(ratesTrend.nullable()),
  profile: oc.errors({ TRUST_UNKNOWN }).input(z.object(inGroup)).output(profile.nullable()),
};
