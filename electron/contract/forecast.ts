import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, name, rate, trustCode } from './values.ts';

const count = z.number().int();
/** Hundred-thousandths of a WTE. */
const wte = z.number().int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Enter a month as 2028-03.');
/** Hundredths of a percent: 1394 is 13.94 %. */
const share = z.number().int().min(0, 'Use 0 or more.').max(10_000, 'Use 100 % or less.');
const someWte = z.number().int().min(0, 'Use 0 or more.').max(99_999_999, 'Use 999.99 WTE or less.');
const signedWte = z.number().int().min(-99_999_999).max(99_999_999);
const byGroup = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);
const births = z.number().int().min(1, 'Use 1 or more.').max(99_999, 'Use 99,999 or less.');
const why = z.string().max(200, 'Use 200 characters or fewer.');

/** What a forecast assumes. Whatever is left out is as the trust assumes it, or else as the pack and its own history say. */
export const forecastAssumptions = z
  .object({
    /** A month loses 1 - (1 - rate)^(1/12) of those in post, or a twelfth of the rate. */
    leaverMode: z.enum(['compound', 'twelfth']),
    /** Leavers a year by staff group. */
    leaverRates: byGroup(share),
    /** Part of the leaver rate, or apart by age. */
    retirements: z.enum(['in_leavers', 'by_age']),
    /** Retirements a year by staff group, in place of those that the ages say; only where they are apart. */
    retiringRates: byGroup(share),
    /** WTE a month by staff group that hours of people in post change by. */
    hoursChange: byGroup(signedWte),
    /** Share of those in post who are on maternity or other long leave, by staff group. */
    away: byGroup(share),
    /** Months that every start of the vacancy plan comes later. */
    delayMonths: z.number().int().min(0, 'Use 0 or more.').max(24, 'Use 24 or less.'),
    /** Starters a month beside the vacancy plan. */
    starters: z
      .array(
        z.object({ group: z.string(), band: z.string(), wte: someWte, from: month.nullable(), to: month.nullable() }),
      )
      .max(50),
    /** Newly qualified who start once a year. */
    cohorts: z
      .array(
        z.object({
          group: z.string(),
          band: z.string(),
          /** Of the year, 1 to 12. */
          month: z.number().int().min(1).max(12),
          wte: someWte,
          percent: z.number().int().min(0, 'Use 0 to 100.').max(100, 'Use 0 to 100.'),
          from: month.nullable(),
          to: month.nullable(),
        }),
      )
      .max(50),
    /** Posts that come to be funded, or cease to be, from a month on. */
    funded: z.array(z.object({ from: month, group: z.string(), band: z.string(), wte: signedWte, why })).max(50),
    /** What a new report requires of a staff group, from a month on. */
    required: z.array(z.object({ from: month, group: z.string(), wte: someWte, why })).max(50),
    /**
     * Births a year that today's requirement is for, and those from months on; `areas` are those of the agreed assessment
     * that births drive, by name, where they are not the ones that count cases.
     */
    births: z
      .object({
        now: births,
        steps: z.array(z.object({ from: month, births })).max(30),
        areas: z.array(z.string().max(120)).max(40).optional(),
      })
      .nullable(),
    /** Uplift within today's requirement, and another from a month on; an agreed assessment says the first itself. */
    uplift: z.object({ now: share, to: share, from: month }).nullable(),
    /**
     * Midwives' share from a month on: of the clinical total of the agreed assessment, or without one of what midwives and
     * support workers together are required.
     */
    skillMix: z.object({ midwives: share, from: month }).nullable(),
    /** Specialist and management share from a month on, of what the agreed assessment says that it is a share of. */
    specialist: z.object({ share, from: month }).nullable(),
    /** Continuity teams: women a year in their care, and WTE of the requirement that they release. */
    continuity: z
      .array(z.object({ from: month, women: z.number().int().min(0).max(99_999), released: someWte }))
      .max(30),
  })
  .partial()
  .strict();
export type ForecastAssumptions = z.infer<typeof forecastAssumptions>;

/** When a target is reached: at the census already, in a month, or not by the end. */
const reached = z.object({
  /** Null where the target is not known. */
  known: z.boolean(),
  already: z.boolean(),
  month: month.nullable(),
  /** Whether it is met in every month from then on. */
  held: z.boolean(),
  /** Target less in post in the last month. */
  shortAtEnd: wte.nullable(),
});

const monthOf = z.object({
  month,
  starters: z.object({ plan: wte, cohorts: wte, more: wte }),
  leavers: wte,
  retirements: wte,
  hoursChange: wte,
  inPost: wte,
  /** On long leave; and starters, preceptees and preceptors beside the numbers over the month: both come off what is available. */
  away: wte.nullable(),
  beside: wte,
  available: wte.nullable(),
  funded: wte.nullable(),
  required: wte.nullable(),
  /** The range of ordinary variation; null without the leavers of a year. */
  low: wte.nullable(),
  high: wte.nullable(),
});

const level = z.object({ inPost: wte, available: wte.nullable(), funded: wte.nullable(), required: wte.nullable() });

const history = z.object({
  group: z.string(),
  name: z.string(),
  /** WTE that left in twelve months over the mean WTE in post; the same without retirements. Null without leavers. */
  rate: rate.nullable(),
  rateWithoutRetirements: rate.nullable(),
  /** The lowest and the highest of any twelve months. */
  lowest: rate.nullable(),
  highest: rate.nullable(),
  months: count,
  /** Share on long leave at the census. */
  away: rate.nullable(),
  /** Share that retires in a year by the ages at the census. */
  retiring: rate.nullable(),
  /** WTE a month that started in the twelve months to the census. */
  startersAMonth: wte,
  /** WTE a month by which hours changed between the last two staff lists; null with fewer. */
  hoursChange: wte.nullable(),
});

const forecastShown = z.object({
  census: civilDate,
  to: month,
  group: z.string().nullable(),
  groupName: z.string(),
  scenario: z.object({ id, name }).nullable(),
  groups: z.array(z.object({ key: z.string(), name: z.string(), bands: z.array(z.string()) })),
  /** Groups without both funded and in post, which "all staff groups" leaves out. */
  leftOut: z.array(z.string()),
  now: level,
  months: z.array(monthOf),
  /** By band of the group, or by group: the levels at the census and at the end of each month. */
  parts: z.array(z.object({ key: z.string(), name: z.string(), now: level, months: z.array(level) })),
  fundedReached: reached,
  requiredReached: reached,
  /** Of the simulated runs: the early and the late month, null past the end, and how many reach it by the end. */
  fundedRange: z.object({ early: month.nullable(), late: month.nullable(), runs: rate }).nullable(),
  requiredRange: z.object({ early: month.nullable(), late: month.nullable(), runs: rate }).nullable(),
  /** The same with one more WTE starting every month. */
  oneMore: z.object({
    group: z.string(),
    groupName: z.string(),
    band: z.string(),
    funded: reached,
    inPost: wte,
    inPostMore: wte,
  }),
  /** Starters of the vacancy plan that count, by month. */
  plan: z.array(
    z.object({ key: z.string(), title: z.string(), group: z.string(), month, wte, percent: count, likely: wte }),
  ),
  history: z.array(history),
  /** The agreed assessment whose chain births, uplift, skill mix and specialist share act on; null without one. */
  assessment: z
    .object({
      name: z.string(),
      births: count.nullable(),
      /** Hundredths of a percent. */
      uplift: count.nullable(),
      midwives: count.nullable(),
      specialist: count.nullable(),
      specialistBase: z.enum(['clinical', 'total']),
      /** WTE of each area now and in the last month. */
      areas: z.array(z.object({ name: z.string(), follows: z.boolean(), now: wte.nullable(), last: wte.nullable() })),
    })
    .nullable(),
  assumptions: forecastAssumptions,
  base: forecastAssumptions,
  method: z.array(z.string()),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })),
  sources: z.array(z.string()),
});

const compared = z.object({
  id: id.nullable(),
  name: z.string(),
  assumptions: forecastAssumptions,
  months: z.array(
    z.object({ month, inPost: wte, available: wte.nullable(), funded: wte.nullable(), required: wte.nullable() }),
  ),
  fundedReached: reached,
  requiredReached: reached,
  starters: wte,
  leavers: wte,
  /** In post at the end, and the range of ordinary variation there. */
  inPost: wte,
  low: wte.nullable(),
  high: wte.nullable(),
});

export type Forecast = z.infer<typeof forecastShown>;
export type ForecastMonth = z.infer<typeof monthOf>;
export type ForecastReached = z.infer<typeof reached>;
export type ForecastCompared = z.infer<typeof compared>;
export type ForecastHistory = z.infer<typeof history>;

const { TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN } = refusals;
const TOO_SHORT = {
  status: 422,
  message: 'The forecast reaches to March 2028 at least. Choose a later month.',
} as const;
const trust = trustCode;
const scenario = z.object({ id, name: z.string(), note: z.string(), changes: forecastAssumptions });
export type ForecastScenario = z.infer<typeof scenario>;
const note = z.string().max(1000, 'Use 1,000 characters or fewer.').default('');

/** Staff in post month by month, and named scenarios beside it. */
export const forecast = {
  /**
   * The forecast of a staff group, or of all. What is tried out and not saved takes the place of a scenario's changes, or
   * without a scenario of all that the trust assumes. Null where nobody is known to be in post.
   */
  run: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, TOO_SHORT })
    .input(
      z.object({
        trust,
        group: z.string().nullish(),
        to: month.optional(),
        scenario: id.nullish(),
        tried: forecastAssumptions.optional(),
      }),
    )
    .output(forecastShown.nullable()),
  /** The forecast without changes and the scenarios named, side by side; those that are no longer there are left out. */
  compare: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, TOO_SHORT })
    .input(z.object({ trust, group: z.string().nullish(), to: month.optional(), scenarios: z.array(id).max(6) }))
    .output(
      z
        .object({
          census: civilDate,
          to: month,
          groupName: z.string(),
          all: z.array(compared),
          remarks: z.array(z.object({ code: z.string(), message: z.string() })),
        })
        .nullable(),
    ),
  scenarios: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(z.array(scenario)),
  /** Sets what the trust assumes: every forecast without a scenario, and what scenarios do not change. */
  setAssumptions: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, assumptions: forecastAssumptions }))
    .output(changed),
  addScenario: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NAME_TAKEN })
    .input(z.object({ trust, name, note, changes: forecastAssumptions }))
    .output(z.object({ label: z.string(), id })),
  copyScenario: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN })
    .input(z.object({ trust, id, name }))
    .output(z.object({ label: z.string(), id })),
  changeScenario: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN })
    .input(
      z.object({
        trust,
        id,
        name: name.optional(),
        note: z.string().max(1000).optional(),
        changes: forecastAssumptions.optional(),
      }),
    )
    .output(changed),
  removeScenario: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
};
