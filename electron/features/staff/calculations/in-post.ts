import type { AssignmentEntry } from '../entries.ts';
import { type GroupRules, groupOf } from './groups.ts';
import { addTo, byPerson, primaryOf } from './people.ts';

/** An assignment in post, with the group that it counts in. */
export interface InPost<Entry extends AssignmentEntry = AssignmentEntry> {
  readonly entry: Entry;
  readonly group: string;
  /** False on maternity leave, a career break and the like: in post, and not available. */
  readonly available: boolean;
}

/** Staff in post of one group and band, in hundred-thousandths of a WTE. `band` is '-' for grades without one. */
export interface BandInPost {
  readonly group: string;
  readonly band: string;
  readonly wte: number;
  readonly available: number;
}

/** Who is in post on the day of a staff list (D19, D20). WTE in hundred-thousandths. */
export interface StaffInPost<Entry extends AssignmentEntry = AssignmentEntry> {
  readonly census: string;
  readonly assignments: readonly InPost<Entry>[];
  readonly people: number;
  /** People with bank assignments and nothing else in post. */
  readonly bankOnly: number;
  readonly severalAssignments: number;
  readonly bands: readonly BandInPost[];
  /** People by the group of their primary assignment. */
  readonly heads: ReadonlyMap<string, number>;
  /** False where the list says nothing of any assignment's status: nobody can be told to be available then. */
  readonly statusKnown: boolean;
}

export const noBand = '-';

/** Permanent and fixed term, and started by the day: in post, whatever the assignment's status (D20). */
export function isInPost({ category, start }: Pick<AssignmentEntry, 'category' | 'start'>, day: string): boolean {
  return (category === 'permanent' || category === 'fixed_term') && start <= day;
}

/** Staff in post as on the census of a list, of which all rows are given. Their order makes no difference. */
export function staffInPost<Entry extends AssignmentEntry>(
  list: readonly Entry[],
  census: string,
  rules: GroupRules,
): StaffInPost<Entry> {
  const assignments = list
    .filter((entry) => isInPost(entry, census))
    .map((entry) => ({ entry, group: groupOf(rules, entry), available: entry.status === 'active' }));
  const people = byPerson(assignments.map(({ entry }) => entry));
  const heads = new Map<string, number>();
  for (const held of people.values()) addTo(heads, groupOf(rules, primaryOf(held)), 1);
  const onBank = list.filter(
    ({ category, start, person }) => category === 'bank' && start <= census && !people.has(person),
  );
  return {
    census,
    assignments,
    people: people.size,
    bankOnly: new Set(onBank.map(({ person }) => person)).size,
    severalAssignments: [...people.values()].filter((held) => held.length > 1).length,
    bands: bandsOf(assignments),
    heads,
    statusKnown: list.length === 0 || list.some(({ status }) => status !== null),
  };
}

function bandsOf(assignments: readonly InPost[]): BandInPost[] {
  const bands = new Map<string, { group: string; band: string; wte: number; available: number }>();
  for (const { entry, group, available } of assignments) {
    const band = entry.band ?? noBand;
    const key = `${group} ${band}`;
    const sum = bands.get(key) ?? { group, band, wte: 0, available: 0 };
    sum.wte += entry.fte;
    if (available) sum.available += entry.fte;
    bands.set(key, sum);
  }
  return [...bands.values()].sort((one, other) => (one.group + one.band < other.group + other.band ? -1 : 1));
}

/** Sums over the bands of each group. */
export function byGroup(bands: readonly BandInPost[], of: 'wte' | 'available'): Map<string, number> {
  const groups = new Map<string, number>();
  for (const band of bands) addTo(groups, band.group, band[of]);
  return groups;
}
