import { type Rate, roundedPercent } from './rates.ts';

/** A minus sign in the place of a hyphen. */
export const realMinus = (text: string): string => text.replace(/^-/, '−');

/** "1,234,567" of whole digits. */
export const inThrees = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** "1,234" of a whole number. */
export const countInWords = (count: number | null): string =>
  count === null ? 'not known' : realMinus(inThrees(String(count)));

/** "6.77 %", with a real minus sign; null and a denominator of 0 have no rate. */
export function percentInWords(rate: Rate | null): string {
  const percent = rate && roundedPercent(rate);
  return percent === null ? 'not known' : `${realMinus(percent.toFixed(2))} %`;
}

/** "1 shift", "2 shifts". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${countInWords(count)} ${count === 1 ? one : several}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
