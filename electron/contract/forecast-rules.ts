import { z } from 'zod';
import { referenceHead } from './reference.ts';

const words = z.string().trim().min(1, 'expected some words');

/** What a forecast assumes where a trust says nothing else. Rates are hundredths of a percent a year. */
export const forecastRules = referenceHead
  .extend({
    kind: z.literal('forecast rules'),
    /** The month that every forecast reaches at least, 'YYYY-MM'. */
    horizon: z.string().regex(/^\d{4}-\d{2}$/, 'expected a month such as 2028-03'),
    longestMonths: z.int().min(12),
    /** Months of leavers that the ordinary variation is drawn from, at most and at least. */
    historyMonths: z.int().min(1),
    leastHistoryMonths: z.int().min(1),
    simulation: z.strictObject({ runs: z.int().min(100).max(5000), seed: z.int(), low: z.int(), high: z.int() }),
    /** Share of people of an age, from that age on, who retire in a year. The eldest group that applies counts. */
    retirements: z.array(z.strictObject({ fromAge: z.int().min(40), name: words, rate: z.int().min(0).max(10_000) })),
    /** Reasons of leaving that are retirements: the words that they begin with. */
    retirementReasons: z.array(words).min(1),
    /** Women a year for one WTE of a continuity team. */
    womenPerContinuityWte: z.int().min(1),
  })
  .strict();

export type ForecastRules = z.infer<typeof forecastRules>;
