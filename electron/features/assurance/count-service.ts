import type { CountProblem } from '../../contract/monthly-counts.ts';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { monthTitle } from './calculations/months.ts';
import { countedThings } from './counted.ts';
import { enteredCounts, putCount } from './repository.ts';

interface TypedCount {
  readonly unit: number;
  readonly month: string;
  readonly counted: string;
  readonly text: string;
}

type EnterOutcome =
  | { readonly kind: 'entered'; readonly label: string | null }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly problems: CountProblem[] };

const LARGEST = 99_999;

/** Counts as typed or pasted: all of them as one change that can be undone, or none. A later cell of the same place wins. */
export function enterCounts(context: Context, trust: TrustRow, cells: readonly TypedCount[]): EnterOutcome {
  const { database, now } = context;
  const things = countedThings(context, trust.id);
  const names = new Map([...things.flags, ...things.others].map(({ key, name }) => [key, name]));
  const units = new Map(describeTrust(database, trust).units.map(({ id, name }) => [id, name]));
  const problems: CountProblem[] = [];
  const wanted = new Map<string, Omit<TypedCount, 'text'> & { readonly count: number | null }>();
  for (const [index, { text, ...place }] of cells.entries()) {
    if (!units.has(place.unit) || !names.has(place.counted)) return { kind: 'missing' };
    const count = readCount(text);
    if (count === undefined)
      problems.push({
        cell: index + 1,
        read: text,
        message: `“${text.trim()}” is not a whole number from 0 to 99,999. Leave the cell blank where the count is not known.`,
      });
    else wanted.set(`${place.unit} ${place.month} ${place.counted}`, { ...place, count });
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const before = new Map(
    enteredCounts(
      database,
      trust.id,
      cells.map(({ month }) => month),
    ).map(({ unitId, month, counted, count }) => [`${unitId} ${month} ${counted}`, count]),
  );
  const changes = [...wanted].filter(([key, { count }]) => (before.get(key) ?? null) !== count).map(([, one]) => one);
  const [first] = changes;
  if (!first) return { kind: 'entered', label: null };
  const label =
    changes.length === 1
      ? `${names.get(first.counted)} ${first.count ?? 'not known'}, ${units.get(first.unit)}, ${monthTitle(first.month)}`
      : `${changes.length} monthly counts`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () => {
    for (const { unit: unitId, ...count } of changes) putCount(database, trust.id, { unitId, ...count });
  });
  return { kind: 'entered', label };
}

/** A whole number with or without commas between thousands; null for blank; undefined for anything else. */
function readCount(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (!/^(\d{1,5}|\d{1,2},\d{3})$/.test(typed)) return undefined;
  const count = Number(typed.replace(',', ''));
  return count > LARGEST ? undefined : count;
}
