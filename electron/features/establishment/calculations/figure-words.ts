import { roundedExact } from '../../../contract/exact.ts';
import { exactText, type Fraction } from '../../../core/fraction.ts';
import { inThrees, realMinus } from '../../../core/words.ts';

/** A number as working shows it: at most four decimals, thousands in threes, a real minus sign. "12,380", "0.24". */
export function figureInWords(value: Fraction, decimals = 4): string {
  const [whole = '0', after = ''] = roundedExact(exactText(value), decimals).split('.');
  const kept = after.replace(/0+$/, '');
  const threes = realMinus(inThrees(whole));
  return kept ? `${threes}.${kept}` : threes;
}

/** A share of one as a percentage: 0.24 is "24 %". */
export const shareInWords = ({ numerator, denominator }: Fraction): string =>
  `${figureInWords({ numerator: numerator * 100n, denominator })} %`;
