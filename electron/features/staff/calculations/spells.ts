import { addDays } from '../../../core/dates.ts';
import { groupedBy } from '../../../core/grouped.ts';
import type { AssignmentEntry, Flag, LeaverEntry } from '../entries.ts';
import { type GroupRules, groupOf } from './groups.ts';
import { byPerson } from './people.ts';

/**
 * A substantive assignment from its start on, as the staff list and the leavers together tell it. FTE in
 * hundred-thousandths, as printed, the same on every day (D25).
 */
export interface Spell {
  readonly person: string;
  readonly assignment: string;
  readonly group: string;
  readonly fte: number;
  readonly primary: Flag | null;
  readonly start: string;
  /** First day at whose close the assignment is no longer in post (D23); null where it goes on. */
  readonly leaving: string | null;
  /** Last day that counts as available (D25): the leaving date itself. */
  readonly last: string | null;
  /** The row that tells of it. */
  readonly from?: SpellSource;
}

/** What is shown of the row that a spell was made of; a row that was read for sums alone has none of it. */
export interface SpellSource {
  readonly batchId?: number;
  readonly row?: number;
  readonly name?: string | null;
  readonly position?: string | null;
  readonly unit?: string | null;
  readonly band?: string | null;
}

/** What of a staff list's row tells of a spell. */
type ListedAssignment = Pick<
  AssignmentEntry,
  'person' | 'assignment' | 'staffGroup' | 'occupationCode' | 'category' | 'primary' | 'fte' | 'start'
> &
  SpellSource;

/** True for a record that is in no head, FTE or day: bank staff, and duplicates of a merger (D23 to D25). */
export function isLeftOut(entry: Pick<LeaverEntry, 'category' | 'reason'>): boolean {
  return whyLeftOut(entry) !== undefined;
}

export function whyLeftOut({ category, reason }: Pick<LeaverEntry, 'category' | 'reason'>) {
  if (category === 'bank' || /^bank\b/i.test(reason ?? '')) return 'bank';
  if (/^merged\b/i.test(reason ?? '')) return 'merged_duplicate';
  return category === 'other' ? 'not_substantive' : undefined;
}

/**
 * The spells behind all rates. An assignment that is on the list and among the leavers is one spell where it ends after
 * the list's day. Where it ended by then the list's own row is a new spell, since the list says that it is in post; no
 * day of one assignment counts twice.
 */
export function spellsOf(
  list: readonly ListedAssignment[],
  census: string,
  leavers: readonly LeaverEntry[],
  rules: GroupRules,
): Spell[] {
  return spellsReader(leavers, rules)(list, census);
}

/** The same for one list after another: a row that is on several lists and goes on makes one spell for all of them. */
export function spellsReader(leavers: readonly LeaverEntry[], rules: GroupRules) {
  const ended = groupedBy(
    leavers.filter((entry) => !isLeftOut(entry)),
    keyOf,
  );
  const goingOn = new Map<ListedAssignment, Spell>();
  return (list: readonly ListedAssignment[], census: string): Spell[] =>
    spellsOfList(list, census, new Map(ended), rules, goingOn);
}

function spellsOfList(
  list: readonly ListedAssignment[],
  census: string,
  ended: Map<string, LeaverEntry[]>,
  rules: GroupRules,
  goingOn: Map<ListedAssignment, Spell>,
): Spell[] {
  const spells: Spell[] = [];
  for (const entry of list) {
    if (entry.category !== 'permanent' && entry.category !== 'fixed_term') continue;
    const key = keyOf(entry);
    const ends = ended.get(key);
    if (ends === undefined) {
      const spell = goingOn.get(entry) ?? spellOf(entry, rules, null);
      goingOn.set(entry, spell);
      spells.push(spell);
      continue;
    }
    const later = ends.filter(({ leaving }) => leaving > census).sort(latestFirst);
    const earlier = ends.filter(({ leaving }) => leaving <= census);
    const leaving = later[later.length - 1]?.leaving ?? null;
    spells.push(spellOf(entry, rules, leaving));
    spells.push(...oneAfterAnother(earlier, rules, entry.start));
    ended.delete(key);
  }
  for (const ends of ended.values()) spells.push(...oneAfterAnother(ends, rules, null));
  return spells;
}

/** Spells of one assignment, the latest first, each cut off where a later one starts. */
function oneAfterAnother(ends: readonly LeaverEntry[], rules: GroupRules, until: string | null): Spell[] {
  const spells: Spell[] = [];
  let next = until;
  for (const entry of [...ends].sort(latestFirst)) {
    if (next !== null && entry.start >= next) continue;
    const isCut = next !== null && entry.leaving >= next;
    const spell = spellOf(entry, rules, isCut ? next : entry.leaving);
    spells.push(isCut && next !== null ? { ...spell, last: addDays(next, -1) } : spell);
    next = entry.start;
  }
  return spells;
}

function spellOf(entry: ListedAssignment | LeaverEntry, rules: GroupRules, leaving: string | null): Spell {
  const { person, assignment, fte, primary, start } = entry;
  return { person, assignment, group: groupOf(rules, entry), fte, primary, start, leaving, last: leaving, from: entry };
}

function latestFirst(one: LeaverEntry, other: LeaverEntry): number {
  if (one.leaving !== other.leaving) return one.leaving < other.leaving ? 1 : -1;
  return one.start < other.start ? 1 : -1;
}

const keyOf = ({ person, assignment }: { readonly person: string; readonly assignment: string }) =>
  `${person} ${assignment}`;

/** Spells in post at the close of a day, by person (D23). */
export function inPostAt(spells: readonly Spell[], day: string): Map<string, [Spell, ...Spell[]]> {
  return byPerson(spells.filter(({ start, leaving }) => start <= day && (leaving === null || day < leaving)));
}
