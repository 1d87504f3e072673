import { addDays, type DatePeriod } from '../../../core/dates.ts';
import { primaryOf } from './people.ts';
import { inPostAt, type Spell } from './spells.ts';

/** An assignment that is in post at the start or at the end of a period. */
export interface Head {
  readonly spell: Spell;
  /** True for the primary assignment, which makes its holder a head of its group. */
  readonly counts: boolean;
  /** In post at the end, in any group: what stability counts of the heads of the start. */
  readonly stays: boolean;
}

/**
 * The assignments of some groups at the close of the day before a period, or of its last day. Those that count are the
 * heads of a rate, and the FTE of all of them is its FTE.
 */
export function headsOf(
  spells: readonly Spell[],
  { first, last }: DatePeriod,
  at: 'start' | 'end',
  groups: readonly string[],
): Head[] {
  const people = inPostAt(spells, at === 'start' ? addDays(first, -1) : last);
  const atEnd = inPostAt(spells, last);
  return [...people.values()].flatMap((held) => {
    const primary = primaryOf(held);
    return held
      .filter(({ group }) => groups.includes(group))
      .map((spell) => ({ spell, counts: spell === primary, stays: atEnd.has(spell.person) }));
  });
}
