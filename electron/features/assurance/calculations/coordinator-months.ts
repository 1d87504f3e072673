import type { Rate } from '../../../core/rates.ts';
import { monthOf } from './months.ts';
import type { CoordinatorShifts } from './oversight.ts';

/** Shifts with a supernumerary coordinator rostered, there at the start, and both; each over all shifts. */
export interface CoordinatorRates {
  readonly rostered: Rate;
  readonly actual: Rate;
  readonly both: Rate;
}

export function coordinatorRates(shifts: CoordinatorShifts['shifts']): CoordinatorRates {
  const over = (met: (shift: CoordinatorShifts['shifts'][number]) => boolean): Rate => ({
    numerator: shifts.filter(met).length,
    denominator: shifts.length,
  });
  return {
    rostered: over(({ rostered }) => rostered),
    actual: over(({ actual }) => actual),
    both: over(({ rostered, actual }) => rostered && actual),
  };
}

/** The same by month; a month without a covered shift has 0 / 0. */
export function coordinatorByMonth(shifts: CoordinatorShifts['shifts'], months: readonly string[]): CoordinatorRates[] {
  return months.map((month) => coordinatorRates(shifts.filter(({ date }) => monthOf(date) === month)));
}
