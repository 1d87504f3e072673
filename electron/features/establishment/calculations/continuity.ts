import { type Fraction, floor, fraction, ofAmount, times } from '../../../core/fraction.ts';
import { addMonths, nhsQuarter, quarterPeriod } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';

/** Women a year for a team: its WTE times the women for one WTE, exact. 6.8 WTE at 36 are 244.8. */
export function womenOf(wte: number | null, caseload: number | null): Fraction | null {
  return wte === null || caseload === null ? null : times(ofAmount(wte), ofAmount(caseload));
}

/** Whole women: a part of one is nobody's caseload. */
export const wholeWomen = (women: Fraction | null): number | null => (women === null ? null : Number(floor(women)));

/** WTE that so many women need, exact: 1,000 women at 36 are 27.7778. Null for a caseload of nought. */
export function wteFor(women: number, caseload: number): Fraction | null {
  return caseload === 0 ? null : fraction(women * 100_000, caseload);
}

/** A part of all women as a rate; null where one of the two is not known. */
export const shareOf = (part: number | null, all: number | null): Rate | null =>
  part === null || all === null ? null : { numerator: part, denominator: all };

/** The quarter of a day and the following ones, so many in all. */
export function quartersFrom(day: string, count: number): string[] {
  const { first } = quarterPeriod(nhsQuarter(day));
  return Array.from({ length: count }, (_, index) => nhsQuarter(addMonths(first, 3 * index)));
}
