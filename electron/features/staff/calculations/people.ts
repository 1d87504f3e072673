import { groupedBy } from '../../../core/grouped.ts';

/** What tells which of a person's assignments is the primary one. */
interface Held {
  readonly person: string;
  readonly assignment: string;
  readonly primary: 0 | 1 | null;
  readonly fte: number;
}

/**
 * The primary one of a person's assignments, which decides the person's group (D19): the one that the list marks, else
 * the one whose number has no suffix, else the one with the greatest FTE, else the first by its number.
 */
export function primaryOf<Assignment extends Held>(assignments: readonly [Assignment, ...Assignment[]]): Assignment {
  const [first, ...others] = assignments;
  return others.reduce((best, other) => (comesBefore(other, best) ? other : best), first);
}

function comesBefore(one: Held, other: Held): boolean {
  const marked = (one.primary ?? 0) - (other.primary ?? 0);
  if (marked !== 0) return marked > 0;
  const bare = Number(one.assignment === one.person) - Number(other.assignment === other.person);
  if (bare !== 0) return bare > 0;
  if (one.fte !== other.fte) return one.fte > other.fte;
  return one.assignment < other.assignment;
}

/** Assignments by person. */
export function byPerson<Row extends { readonly person: string }>(rows: Iterable<Row>): Map<string, [Row, ...Row[]]> {
  return groupedBy(rows, ({ person }) => person);
}

/** Adds up in a map. */
export function addTo<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
