import { groupedBy } from '../../../core/grouped.ts';
import type { AssignmentEntry } from '../entries.ts';

/** An assignment over the staff lists that give it alike, with the row of the last of them. */
export interface Stretch<Entry extends AssignmentEntry> {
  readonly entry: Entry;
  readonly first: string;
  readonly last: string;
  readonly lists: number;
}

/**
 * Assignments of one person over time, the newest first. A stretch ends where the next list says something else of the
 * assignment, or leaves it out: `censuses` are all lists that there are, in their order.
 */
export function stretchesOf<Entry extends AssignmentEntry>(
  entries: readonly Entry[],
  censuses: readonly string[],
): Stretch<Entry>[] {
  const place = new Map(censuses.map((census, index) => [census, index]));
  const stretches: Stretch<Entry>[] = [];
  for (const ofOne of groupedBy(entries, ({ assignment }) => assignment).values()) {
    let current: Stretch<Entry> | undefined;
    for (const entry of [...ofOne].sort((one, other) => (one.census < other.census ? -1 : 1))) {
      const follows = current !== undefined && place.get(entry.census) === (place.get(current.last) ?? NaN) + 1;
      if (current !== undefined && follows && saysOf(entry) === saysOf(current.entry)) {
        current = { entry, first: current.first, last: entry.census, lists: current.lists + 1 };
        stretches[stretches.length - 1] = current;
      } else {
        current = { entry, first: entry.census, last: entry.census, lists: 1 };
        stretches.push(current);
      }
    }
  }
  return stretches.sort((one, other) => {
    if (one.last !== other.last) return one.last < other.last ? 1 : -1;
    return one.entry.assignment < other.entry.assignment ? -1 : 1;
  });
}

/** All that a change of would be worth a line of its own. */
function saysOf(entry: AssignmentEntry): string {
  const { position, unit, costCentre, staffGroup, occupationCode, payGrade, category, status, fte, start } = entry;
  return JSON.stringify([
    position,
    unit,
    costCentre,
    staffGroup,
    occupationCode,
    payGrade,
    category,
    status,
    fte,
    start,
  ]);
}
