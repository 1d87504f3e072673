import type { Rate } from '../../../core/rates.ts';
import { inDateOn, type Standings, standingOf } from './standing.ts';

/** Advocates for so many midwives when each is for at most some of them: whole people up. */
export const advocatesWanted = (midwives: number, each: number): number => Math.ceil(midwives / each);

/** How a unit stands against its day. */
export function rolloutState(
  meets: boolean | null,
  planned: string | null,
  today: string,
): 'there' | 'planned' | 'overdue' | 'no_date' {
  if (meets === true) return 'there';
  if (planned === null) return 'no_date';
  return planned < today ? 'overdue' : 'planned';
}

/** People of a course who are in date on a day, of some people. */
export function doneOf(
  people: readonly { readonly person: string }[],
  standings: Standings,
  course: string | null,
  day: string,
): Rate {
  const isDone = (person: string) => course !== null && inDateOn(standingOf(standings, course, person), day);
  return { numerator: people.filter(({ person }) => isDone(person)).length, denominator: people.length };
}

/** People in date by the month in which they did it, and how many by then. */
export function monthsOf(
  people: readonly { readonly person: string }[],
  standings: Standings,
  course: string,
  day: string,
): { month: string; people: number; soFar: number }[] {
  const byMonth = new Map<string, number>();
  for (const { person } of people) {
    const standing = standingOf(standings, course, person);
    if (!inDateOn(standing, day) || standing.achieved === null) continue;
    const month = standing.achieved.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
  }
  let soFar = 0;
  return [...byMonth]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, count]) => {
      soFar += count;
      return { month, people: count, soFar };
    });
}
