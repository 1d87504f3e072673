import type { StayingGroup, Stayed } from '#contract';
import { addMonths } from '../../../core/dates.ts';
import { groupedBy } from '../../../core/grouped.ts';
import { sumRates, type Rate } from '../../../core/rates.ts';

/** A preceptee as staying in post counts her. */
export interface StayingPerson {
  readonly start: string;
  /** First day on which she was no longer in post; null where nobody says that she left. */
  readonly left: string | null;
  /** In post on the newest staff list. */
  readonly onList: boolean;
  /** Meetings that fell due and were neither paused nor not applicable, and of these those held by their day. */
  readonly meetings: Rate;
  /** Supernumerary minutes given, at most those owed, of those owed by now. */
  readonly supernumerary: Rate;
}

/**
 * In post at the close of a day; 'pending' where the newest list is older, null where nobody says. Leavers of later days
 * are not counted alone: those who stayed could not be.
 */
function inPostOn(day: string, { left, onList }: StayingPerson, knownTo: string | null): boolean | 'pending' | null {
  if (knownTo === null) return null;
  if (day > knownTo) return 'pending';
  if (left !== null) return left > day;
  return onList ? true : null;
}

/** Who was in post so many months after the start. */
export function stayedFor(
  months: number,
  people: readonly StayingPerson[],
  knownTo: string | null,
  today: string,
): Stayed {
  const answers = people.map((person) => {
    const day = addMonths(person.start, months);
    return day > today ? 'pending' : inPostOn(day, person, knownTo);
  });
  const told = answers.filter((answer) => answer === true || answer === false);
  return {
    rate: { numerator: told.filter(Boolean).length, denominator: told.length },
    pending: answers.filter((answer) => answer === 'pending').length,
    unknown: answers.filter((answer) => answer === null).length,
  };
}

/** Every meeting that fell due on time, and all hours owed by now given. */
export function isFullySupported({ meetings, supernumerary }: StayingPerson): boolean {
  return meetings.numerator === meetings.denominator && supernumerary.numerator >= supernumerary.denominator;
}

export function stayingOf(
  name: string,
  people: readonly StayingPerson[],
  knownTo: string | null,
  today: string,
): StayingGroup {
  return {
    name,
    people: people.length,
    at12: stayedFor(12, people, knownTo, today),
    at24: stayedFor(24, people, knownTo, today),
    meetings: sumRates(people.map(({ meetings }) => meetings)),
    supernumerary: sumRates(people.map(({ supernumerary }) => supernumerary)),
    fullySupported: people.filter(isFullySupported).length,
  };
}

/** Who stayed, of groups of people, in the order of their earliest start. */
export function stayingOfGroups<Person extends StayingPerson>(
  people: readonly Person[],
  groupOf: (person: Person) => string,
  knownTo: string | null,
  today: string,
): StayingGroup[] {
  const inOrder = [...people].sort((one, other) => (one.start < other.start ? -1 : 1));
  return [...groupedBy(inOrder, groupOf)].map(([name, own]) => stayingOf(name, own, knownTo, today));
}
