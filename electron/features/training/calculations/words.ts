import { type Rate, roundedQuotient } from '../../../core/rates.ts';
import { countInWords, inThrees } from '../../../core/words.ts';

/** A number with two decimals and thousands in threes. */
export function decimalInWords(numerator: number, denominator: number): string {
  const [whole = '', decimals = ''] = roundedQuotient(numerator, denominator).toFixed(2).split('.');
  return `${inThrees(whole)}.${decimals}`;
}

/** "119 of 139"; "nobody" where nobody is counted. */
export const fractionInWords = ({ numerator, denominator }: Rate): string =>
  denominator === 0 ? 'nobody' : `${countInWords(numerator)} of ${countInWords(denominator)}`;

/**
 * The share as it may be shown: one that does not reach a threshold is cut off after four decimals where rounding would
 * show it as if it did.
 */
export function honestShare(rate: Rate, threshold: Rate): Rate {
  const { numerator, denominator } = rate;
  if (denominator === 0 || numerator * threshold.denominator >= denominator * threshold.numerator) return rate;
  const rounded = roundedQuotient(numerator, denominator, 4);
  const reachesRounded = rounded * threshold.denominator >= threshold.numerator;
  return reachesRounded ? { numerator: Math.floor((numerator * 10_000) / denominator), denominator: 10_000 } : rate;
}
