import type { AssignmentEntry } from '../entries.ts';
import type { InPost } from './in-post.ts';
import { byPerson, primaryOf } from './people.ts';

/** Length of service by whole years with this employer; each band begins at so many years. */
export const serviceBands: readonly { readonly key: string; readonly name: string; readonly from: number }[] = [
  { key: 'under_1', name: 'under 1 year', from: 0 },
  { key: '1_to_2', name: '1 to 2 years', from: 1 },
  { key: '3_to_4', name: '3 to 4 years', from: 3 },
  { key: '5_to_9', name: '5 to 9 years', from: 5 },
  { key: '10_to_14', name: '10 to 14 years', from: 10 },
  { key: '15_to_19', name: '15 to 19 years', from: 15 },
  { key: '20_and_over', name: '20 years and over', from: 20 },
];

export interface ProfileBand {
  readonly key: string;
  readonly name: string;
  /** People by their primary assignment. */
  readonly heads: number;
  /** Hundred-thousandths. */
  readonly wte: number;
  /** Whether these people are 55 or over; `some` where the band begins before 55 and ends after it. */
  readonly over55: 'all' | 'some' | 'none' | 'not_stated' | null;
}

/** Whole years from one civil date to another, as birthdays count them; 29 February has its birthday on 1 March. */
export function wholeYears(from: string, to: string): number {
  const isBefore = to.slice(5) < from.slice(5);
  return Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (isBefore ? 1 : 0));
}

const longestFirst = [...serviceBands].reverse();

export function serviceBandOf({ start }: Pick<AssignmentEntry, 'start'>, day: string): string {
  const years = wholeYears(start, day);
  return longestFirst.find(({ from }) => years >= from)?.key ?? 'under_1';
}

/** Whether everybody of a printed age band, such as 51-55, is 55 or over. */
export function isOver55(ageBand: string | null): 'all' | 'some' | 'none' | 'not_stated' {
  const ages = (ageBand ?? '').match(/\d+/g)?.map(Number) ?? [];
  const [lowest, highest] = [ages[0], ages[1]];
  if (lowest === undefined) return 'not_stated';
  if (/^\s*(?:<|under|less|up to|below)/i.test(ageBand ?? '')) return lowest > 55 ? 'some' : 'none';
  if (lowest >= 55) return 'all';
  const isOpen = /\+|over|above|>/i.test(ageBand ?? '');
  return (highest !== undefined && highest >= 55) || (highest === undefined && isOpen) ? 'some' : 'none';
}

/**
 * People in post by length of service and by age band: heads by their primary assignment, WTE by each assignment, of some
 * groups. Assignments of every group are given, since they tell which one is a person's primary.
 */
export function profileOf(assignments: readonly InPost[], groups: readonly string[], day: string) {
  const groupOf = new Map(assignments.map(({ entry, group }) => [entry, group]));
  const own = assignments.filter(({ group }) => groups.includes(group)).map(({ entry }) => entry);
  const primary = [...byPerson(assignments.map(({ entry }) => entry)).values()]
    .map(primaryOf)
    .filter((entry) => groups.includes(groupOf.get(entry) ?? ''));
  const band = (isIn: (entry: AssignmentEntry) => boolean) => ({
    heads: primary.filter(isIn).length,
    wte: own.filter(isIn).reduce((sum, { fte }) => sum + fte, 0),
  });
  const ages = [...new Set(own.map(({ ageBand }) => ageBand))].sort((one, other) =>
    (one ?? '~') < (other ?? '~') ? -1 : 1,
  );
  return {
    ...band(() => true),
    service: serviceBands.map(
      ({ key, name }): ProfileBand => ({
        key,
        name,
        ...band((entry) => serviceBandOf(entry, day) === key),
        over55: null,
      }),
    ),
    age: ages.map(
      (age): ProfileBand => ({
        key: age ?? '',
        name: age ?? 'not stated',
        ...band(({ ageBand }) => ageBand === age),
        over55: isOver55(age),
      }),
    ),
  };
}
