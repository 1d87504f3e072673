import type { Rate } from '../contract/values.ts';
import { invariant } from './invariant.ts';

export type { Rate };

/** Adds rates up by their numerators and their denominators; rates are never averaged. No rates make 0 / 0. */
export function sumRates(rates: Iterable<Rate>): Rate {
  let numerator = 0;
  let denominator = 0;
  for (const rate of rates) {
    numerator += rate.numerator;
    denominator += rate.denominator;
  }
  return { numerator, denominator };
}

/**
 * numerator / denominator to some decimals, exactly, a half away from zero (half up, as decimal arithmetic has it).
 * Both are whole numbers, the denominator above 0.
 */
export function roundedQuotient(numerator: number, denominator: number, decimals = 2): number {
  invariant(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator), 'a quotient of whole numbers');
  invariant(denominator > 0, 'a denominator above 0');
  const scale = 10n ** BigInt(decimals);
  const size = BigInt(Math.abs(numerator)) * scale;
  const whole = (2n * size + BigInt(denominator)) / (2n * BigInt(denominator));
  // `+ 0` turns a negative zero into zero.
  return ((numerator < 0 ? -1 : 1) * Number(whole)) / Number(scale) + 0;
}

/** A rate as it is shown; null where the denominator is 0: there is no rate. */
export function roundedRate(rate: Rate, decimals = 2): number | null {
  return rate.denominator === 0 ? null : roundedQuotient(rate.numerator, rate.denominator, decimals);
}

/** A rate in percent as it is shown; null where the denominator is 0. */
export function roundedPercent(rate: Rate, decimals = 2): number | null {
  return roundedRate({ numerator: rate.numerator * 100, denominator: rate.denominator }, decimals);
}

/** Minutes as hours to two decimals, rounded half up. */
export function hoursOfMinutes(minutes: number): number {
  return roundedQuotient(minutes, 60);
}
