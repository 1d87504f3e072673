import { addDays, addMonths, partsOf } from '../../../core/dates.ts';
import { type StayingPerson, stayedFor } from '../../preceptorship/calculations/staying.ts';
import type { MonthValue } from './variation.ts';

const months = 12;
const monthEnd = (day: string) => addDays(addMonths(addDays(day, 1 - partsOf(day).day), 1), -1);

/**
 * Preceptees in post 12 months after their start, in per cent of those whose 12 months end in each month and of whom
 * somebody tells, up to the month of the newest staff list; without a value where there are none.
 */
export function precepteesByMonth(
  people: readonly StayingPerson[],
  knownTo: string | null,
  today: string,
): MonthValue[] {
  const ends = people.map((person) => ({ person, month: monthEnd(addMonths(person.start, months)) }));
  const [first] = ends.map(({ month }) => month).sort();
  const found: MonthValue[] = [];
  for (
    let month = first;
    month !== undefined && knownTo !== null && month <= knownTo;
    month = monthEnd(addDays(month, 1))
  ) {
    const own = ends.filter((one) => one.month === month).map(({ person }) => person);
    const { numerator, denominator } = stayedFor(months, own, knownTo, today).rate;
    found.push({ month, value: denominator === 0 ? null : { numerator: 100 * numerator, denominator } });
  }
  return found;
}
