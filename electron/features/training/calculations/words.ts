import { type Rate, roundedQuotient } from '../../../core/rates.ts';

/** "1,234" of a whole number. */
export const countInWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A number with two decimals and thousands in threes. */
export function decimalInWords(numerator: number, denominator: number): string {
  const [whole = '', decimals = ''] = roundedQuotient(numerator, denominator).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** "1 head", "2 heads". */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${countInWords(count)} ${count === 1 ? one : several}`;

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
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
