import { type DatePeriod, dayNumber } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { AbsenceEntry } from '../entries.ts';
import { addTo } from './people.ts';
import type { Spell } from './spells.ts';

/** What of an absence tells of days lost. */
export type Episode = Pick<AbsenceEntry, 'person' | 'type' | 'start' | 'end'>;

/** Sickness of one person within a period: what stands behind the figure of a group. */
export interface PersonSickness {
  readonly person: string;
  readonly group: string;
  /** FTE calendar days in hundred-thousandths. */
  readonly lost: number;
  readonly available: number;
}

/** Sickness of a period (D25). FTE calendar days in hundred-thousandths: lost over available. */
export interface SicknessFigures {
  readonly period: DatePeriod;
  readonly calendarDays: number;
  /** Each person in each group that an assignment of theirs is in. */
  readonly people: readonly PersonSickness[];
  /** Sickness episodes of all groups that touch the period, before overlaps are merged. */
  readonly episodes: number;
  of(groups: readonly string[]): Rate;
}

/**
 * Days lost to sickness over days available. A day that two episodes of a person share counts once; open episodes run to
 * the period's end; an assignment counts from its start up to and with its last day. `isKnown` says who is on a list:
 * episodes of anybody else are no part of the count of episodes.
 */
export function sicknessFigures(
  spells: readonly Spell[],
  absences: readonly Episode[],
  period: DatePeriod,
  isKnown: (person: string) => boolean,
): SicknessFigures {
  const touching = absences.filter(
    ({ type, start, end }) => type === 'sickness' && start <= period.last && (end ?? period.last) >= period.first,
  );
  const sick = sickPeriods(touching, period);
  const daysOf = dayCounter();
  const lost = new Map<string, number>();
  const available = new Map<string, number>();
  const places = new Map<string, { person: string; group: string }>();
  for (const { person, group, fte, start, last } of spells) {
    const spell = within({ first: start, last: last ?? period.last }, period);
    if (spell === null) continue;
    const key = `${person} ${group}`;
    places.set(key, { person, group });
    addTo(available, key, fte * daysOf(spell));
    for (const days of sick.get(person) ?? []) {
      const shared = within(days, spell);
      if (shared !== null) addTo(lost, key, fte * daysOf(shared));
    }
  }
  const people = [...places].map(([key, place]) => ({
    ...place,
    lost: lost.get(key) ?? 0,
    available: available.get(key) ?? 0,
  }));
  return {
    period,
    calendarDays: daysOf(period),
    people,
    episodes: touching.filter(({ person }) => isKnown(person)).length,
    of: (groups) => {
      const some = people.filter(({ group }) => groups.includes(group));
      return {
        numerator: some.reduce((sum, one) => sum + one.lost, 0),
        denominator: some.reduce((sum, one) => sum + one.available, 0),
      };
    },
  };
}

/** The same rate over some spells alone, without the people behind it: of many months one after another. */
export function sicknessRate(spells: readonly Spell[], absences: readonly Episode[], period: DatePeriod): Rate {
  const touching = absences.filter(
    ({ type, start, end }) => type === 'sickness' && start <= period.last && (end ?? period.last) >= period.first,
  );
  const sick = sickPeriods(touching, period);
  const daysOf = dayCounter();
  const rate = { numerator: 0, denominator: 0 };
  for (const { person, fte, start, last } of spells) {
    const spell = within({ first: start, last: last ?? period.last }, period);
    if (spell === null) continue;
    rate.denominator += fte * daysOf(spell);
    for (const days of sick.get(person) ?? []) {
      const shared = within(days, spell);
      if (shared !== null) rate.numerator += fte * daysOf(shared);
    }
  }
  return rate;
}

/** Each person's days of sickness within a period as stretches that do not touch one another's days. */
function sickPeriods(episodes: readonly Episode[], period: DatePeriod): Map<string, DatePeriod[]> {
  const people = new Map<string, DatePeriod[]>();
  for (const { person, start, end } of episodes) {
    const days = within({ first: start, last: end ?? period.last }, period);
    if (days !== null) people.set(person, [...(people.get(person) ?? []), days]);
  }
  for (const [person, stretches] of people) people.set(person, merged(stretches));
  return people;
}

function merged(stretches: readonly DatePeriod[]): DatePeriod[] {
  const found: DatePeriod[] = [];
  for (const next of [...stretches].sort((one, other) => (one.first < other.first ? -1 : 1))) {
    const previous = found[found.length - 1];
    if (previous === undefined || next.first > previous.last) found.push(next);
    else if (next.last > previous.last) found[found.length - 1] = { first: previous.first, last: next.last };
  }
  return found;
}

/** The days that two periods share; null where they share none. */
function within(one: DatePeriod, other: DatePeriod): DatePeriod | null {
  const first = one.first > other.first ? one.first : other.first;
  const last = one.last < other.last ? one.last : other.last;
  return first <= last ? { first, last } : null;
}

/** Counts the days of periods; the number of a date, which most periods share with others, is worked out once. */
function dayCounter(): (period: DatePeriod) => number {
  const numbers = new Map<string, number>();
  const numberOf = (date: string) => {
    const known = numbers.get(date);
    if (known !== undefined) return known;
    const number = dayNumber(date);
    numbers.set(date, number);
    return number;
  };
  return ({ first, last }) => numberOf(last) - numberOf(first) + 1;
}
