import { roundedQuotient } from '../../../core/rates.ts';
import { inThrees, realMinus } from '../../../core/words.ts';
import { formatWte } from '../../../core/wte.ts';

export const notKnown = 'not known';

/** "1,213.79" of hundred-thousandths, with a real minus sign. */
export const wteInWords = (wte: number | null): string =>
  wte === null ? notKnown : realMinus(formatWte(wte).replace(/\B(?=(\d{3})+\.)/g, ','));

/** "1,234.50" hours of minutes. */
export function hoursInWords(minutes: number): string {
  const [whole = '', decimals = ''] = roundedQuotient(minutes, 60).toFixed(2).split('.');
  return `${inThrees(whole)}.${decimals}`;
}
