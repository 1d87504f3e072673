import type { StudyLeave, StudyLeaveUnit } from '../../../contract/study-leave.ts';
import { addDays, addMonths, type DatePeriod, daysBetween } from '../../../core/dates.ts';
import { type Fraction, fraction, plus, times, total } from '../../../core/fraction.ts';

/** Time on the roster that is study, in minutes, and the unit of whoever it is of. */
export interface StudyTime {
  readonly date: string;
  readonly unit: string;
  readonly minutes: number;
}

/** What a staff group needs in the year, and its heads in all and in each unit. */
export interface GroupNeed {
  readonly minutes: number;
  readonly heads: number;
  readonly byUnit: ReadonlyMap<string, number>;
}

export interface StudyLeaveFacts {
  readonly year: DatePeriod;
  readonly used: readonly StudyTime[];
  readonly booked: readonly StudyTime[];
  /** Null without a needs analysis of the year. */
  readonly needs: readonly GroupNeed[] | null;
  readonly headsOfUnit: ReadonlyMap<string, number>;
  /** Days that a roster covers, by month. */
  readonly covered: ReadonlyMap<string, number>;
}

const nothing = fraction(0);
/** Whole minutes of an exact number, a half up. */
const rounded = ({ numerator, denominator }: Fraction): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** The twelve months of a year, as '2026-04'. */
const monthsOfYear = (first: string): string[] =>
  Array.from({ length: 12 }, (_, at) => addMonths(first, at).slice(0, 7));

/**
 * What a unit's people need in a year: each group's minutes by its heads in the unit. The hours of people who are yet to
 * come are spread over the units as those of the group's people are.
 */
function neededOf(needs: readonly GroupNeed[], unit: string): Fraction {
  return total(
    needs.map(({ minutes, heads, byUnit }) =>
      heads === 0 ? nothing : fraction(minutes * (byUnit.get(unit) ?? 0), heads),
    ),
  );
}

/** Minutes used, needed and booked by unit and month; sums are made of exact numbers and rounded once. */
export function studyLeaveOf({
  year,
  used,
  booked,
  needs,
  headsOfUnit,
  covered,
}: StudyLeaveFacts): Pick<StudyLeave, 'months' | 'units' | 'all' | 'covered'> {
  const months = monthsOfYear(year.first);
  const units = [
    ...new Set([...headsOfUnit.keys(), ...used.map(({ unit }) => unit), ...booked.map(({ unit }) => unit)]),
  ].sort();
  const usedBy = sums(used);
  const bookedBy = sums(booked);
  const month = fraction(1, 12);
  const rowOf = (
    unit: string,
    needed: Fraction | null,
    of: (by: ReadonlyMap<string, number>, key: string) => number,
    heads: number,
  ): StudyLeaveUnit => {
    const cells = months.map((one) => ({
      month: one,
      used: of(usedBy, one),
      needed: needed && rounded(times(needed, month)),
      booked: of(bookedBy, one),
    }));
    const sum = (key: 'used' | 'booked') => cells.reduce((all, cell) => all + cell[key], 0);
    return {
      unit,
      heads,
      cells,
      total: { used: sum('used'), needed: needed && rounded(needed), booked: sum('booked') },
    };
  };
  const neededBy = new Map(units.map((unit) => [unit, needs === null ? null : neededOf(needs, unit)]));
  const neededInAll =
    needs === null ? null : units.reduce((sum, unit) => plus(sum, neededBy.get(unit) ?? nothing), nothing);
  const all = rowOf(
    '',
    neededInAll,
    (by, one) => units.reduce((sum, unit) => sum + (by.get(`${one} ${unit}`) ?? 0), 0),
    [...headsOfUnit.values()].reduce((sum, heads) => sum + heads, 0),
  );
  const shownMonths = months.map((one) => ({ month: one, days: daysIn(one), covered: covered.get(one) ?? 0 }));
  const shares = shownMonths.map(({ days, covered: known }) => times(month, fraction(known, days)));
  return {
    months: shownMonths,
    units: units.map((unit) =>
      rowOf(unit, neededBy.get(unit) ?? null, (by, one) => by.get(`${one} ${unit}`) ?? 0, headsOfUnit.get(unit) ?? 0),
    ),
    all,
    covered: {
      days: shownMonths.reduce((sum, one) => sum + one.covered, 0),
      used: all.total.used,
      needed: neededInAll && rounded(times(neededInAll, total(shares))),
    },
  };
}

function sums(some: readonly StudyTime[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { date, unit, minutes } of some) {
    const key = `${date.slice(0, 7)} ${unit}`;
    found.set(key, (found.get(key) ?? 0) + minutes);
  }
  return found;
}

const daysIn = (month: string): number => daysBetween(`${month}-01`, addDays(addMonths(`${month}-01`, 1), -1)) + 1;
