import { type Rate, roundedPercent, roundedQuotient } from '../../../core/rates.ts';
import { formatWte } from '../../../core/wte.ts';

const realMinus = (text: string) => text.replace(/^-/, '−');
export const notKnown = 'not known';

/** "1,234" of a whole number. */
export const countInWords = (count: number | null): string =>
  count === null ? notKnown : realMinus(String(count).replace(/\B(?=(\d{3})+$)/g, ','));

/** "1,213.79" of hundred-thousandths, with a real minus sign. */
export const wteInWords = (wte: number | null): string =>
  wte === null ? notKnown : realMinus(formatWte(wte).replace(/\B(?=(\d{3})+\.)/g, ','));

/** "6.77 %"; null and a denominator of 0 have no rate. */
export function percentInWords(rate: Rate | null): string {
  const percent = rate && roundedPercent(rate);
  return percent === null ? notKnown : `${realMinus(percent.toFixed(2))} %`;
}

/** "1,234.50" hours of minutes. */
export function hoursInWords(minutes: number): string {
  const [whole = '', decimals = ''] = roundedQuotient(minutes, 60).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** "1 shift", "2 shifts". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${countInWords(count)} ${count === 1 ? one : several}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
