import { anotherTable, type Entry, type Puzzle } from './another-table.ts';
import { invariant } from './invariant.ts';
import type { ProtectedCount } from './small-numbers.ts';

/**
 * Everything that is published together, in one table or in several of one return: its counts by key, and which of them
 * add up. A count that stands in two tables has one key. What is not printed and anyone could reckon, such as those left
 * out of a share, is a count too.
 */
export interface PublishedTables {
  /** Whole numbers from nought up; null is not known, and counts as nothing in a sum. */
  readonly counts: ReadonlyMap<string, number | null>;
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /**
   * Counts that go with another: where that is left out, so are they, and it is not told which of them is small. A
   * percentage goes with its numerator and denominator in this way.
   */
  readonly goWith?: ReadonlyMap<string, readonly string[]>;
  /** Counts that readers know already, or know to be left out: these stay as they are. */
  readonly settled?: ReadonlyMap<string, Settled>;
  /** Counts that have changed by few since they were shown: left out, be they small or nought or neither. */
  readonly changed?: ReadonlySet<string>;
  /** Counts that nobody was told, and that need no protection, such as those of a list that was put right since. */
  readonly unknown?: ReadonlySet<string>;
}

/** The same tables with other keys, so that those of several stand side by side. */
export function named(tables: PublishedTables, nameOf: (key: string) => string): PublishedTables {
  return {
    counts: new Map([...tables.counts].map(([key, count]) => [nameOf(key), count])),
    sums: tables.sums.map(({ total, parts }) => ({ total: nameOf(total), parts: parts.map(nameOf) })),
    goWith: new Map([...(tables.goWith ?? [])].map(([key, more]) => [nameOf(key), more.map(nameOf)])),
  };
}

/** What a file that went before has told of a count. */
export type Settled = 'shown' | 'small' | 'withheld';

/** Left out already: costs next to nothing, so that short ways win. */
const NEXT_TO_NOTHING = 0.01;
/** Beside its count, what it costs to leave out one more: few large ones are better than many small ones. */
const ONE_MORE = 10;

/**
 * Counts as they may leave the planner, so that nothing below `hideBelow` can be worked out: not from a total, a
 * difference or another of the tables. First every count from 1 to below it is left out. Then each count left out gets a
 * proof that it cannot be solved: another table of whole numbers that fits everything published, with another value
 * there; where there is none yet, the counts that the cheapest such table needs are left out too. A reader is taken to
 * know that a small one is small and that nought is never left out by itself.
 */
export function protectTables(tables: PublishedTables, hideBelow: number): ReadonlyMap<string, ProtectedCount> {
  const keys = [...tables.counts.keys()].filter((key) => tables.counts.get(key) !== null);
  const entryOf = new Map(keys.map((key, entry) => [key, entry]));
  const counts = keys.map((key) => tables.counts.get(key) ?? 0);
  const sums = signedSums(tables, entryOf, counts);
  const sumsOf: { sum: number; sign: 1 | -1 }[][] = keys.map(() => []);
  for (const [sum, members] of sums.entries())
    for (const { entry, sign } of members) sumsOf[entry]?.push({ sum, sign });
  const followers = new Map<Entry, Entry[]>();
  for (const [key, more] of tables.goWith ?? []) {
    const entry = entryOf.get(key);
    if (entry !== undefined)
      followers.set(
        entry,
        more.flatMap((one) => entryOf.get(one) ?? []),
      );
  }
  const untold = new Set([...followers.values()].flat());
  const changed = new Set([...(tables.changed ?? [])].flatMap((key) => entryOf.get(key) ?? []));
  const settled = new Map(
    [...(tables.settled ?? [])].flatMap(([key, told]): [Entry, Settled][] => {
      const entry = entryOf.get(key);
      return entry === undefined ? [] : [[entry, told]];
    }),
  );
  const unknown = new Set([...(tables.unknown ?? [])].flatMap((key) => entryOf.get(key) ?? []));
  const left = new Set<Entry>(unknown);
  /** Of these it is not told which are small. */
  const blurred = new Set<Entry>();
  const isSmall = (entry: Entry) => (counts[entry] ?? 0) > 0 && (counts[entry] ?? 0) < hideBelow;
  /** Not told as small, though who knows the method takes what is withheld for no small count. */
  const isChangedOnly = (entry: Entry) => changed.has(entry) && !isSmall(entry);

  /** Small, and told as such unless it is blurred: where there is none, blurring would hide nothing. */
  const isTellingSmall = (entry: Entry) =>
    isSmall(entry) && !settled.has(entry) && !changed.has(entry) && !untold.has(entry);

  const waiting: Entry[] = [];
  const leaveOut = (entry: Entry) => {
    if (left.has(entry) || settled.get(entry) === 'shown') return;
    left.add(entry);
    waiting.push(entry);
    for (const other of followers.get(entry) ?? []) leaveOut(other);
  };
  const puzzle: Puzzle = {
    counts,
    sums,
    sumsOf,
    range: (entry) => {
      const before = settled.get(entry);
      if (before === 'small') return { low: 1, high: Math.max(hideBelow - 1, counts[entry] ?? 0) };
      if (before === 'withheld') return { low: (counts[entry] ?? 0) < hideBelow ? 0 : hideBelow, high: Infinity };
      if (unknown.has(entry) || untold.has(entry) || blurred.has(entry) || isChangedOnly(entry))
        return { low: 0, high: Infinity };
      return isSmall(entry) ? { low: 1, high: hideBelow - 1 } : { low: hideBelow, high: Infinity };
    },
    cost: (entry) => {
      if (settled.get(entry) === 'shown') return Infinity;
      if (left.has(entry)) return NEXT_TO_NOTHING;
      if (counts[entry] === 0 && !untold.has(entry)) return Infinity;
      const more = (followers.get(entry) ?? []).filter((other) => !left.has(other) && settled.get(other) !== 'shown');
      return [entry, ...more].reduce((sum, one) => sum + ONE_MORE + (counts[one] ?? 0), 0);
    },
  };

  for (const [entry] of counts.entries())
    if (isSmall(entry) || changed.has(entry) || (settled.has(entry) && settled.get(entry) !== 'shown')) leaveOut(entry);
  const proven = new Set<Entry>(unknown);
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    if (proven.has(entry)) continue;
    const other = anotherTable(puzzle, entry);
    if (other)
      for (const needed of other.keys()) {
        // The same table has another count in each of these: it is their proof too.
        proven.add(needed);
        leaveOut(needed);
      }
    else if (!blurred.has(entry) && [...connected(entry, puzzle)].some(isTellingSmall)) {
      // It is not told any more which of them are small: that leaves more room for other tables.
      for (const near of connected(entry, puzzle)) blurred.add(near);
      waiting.push(entry);
    } else {
      // One more everywhere always fits where all that is not nought is left out. Of what went before nothing can be left
      // out any more: then nothing is told beside it, for even a nought of now may tell what was there.
      for (const near of connected(entry, puzzle)) {
        proven.add(near);
        if ((counts[near] ?? 0) > 0 || settled.size > 0) leaveOut(near);
      }
    }
  }

  return new Map(
    [...tables.counts].map(([key, count]): [string, ProtectedCount] => {
      const entry = entryOf.get(key);
      if (count === null || entry === undefined) return [key, { kind: 'not known' }];
      if (!left.has(entry)) return [key, { kind: 'shown', count }];
      const before = settled.get(entry);
      if (before === 'small' || before === 'withheld') return [key, { kind: before }];
      const isTold = isSmall(entry) && !untold.has(entry) && !blurred.has(entry);
      return [key, { kind: isTold ? 'small' : 'withheld' }];
    }),
  );
}

/** Sums of what is known, checked: one that does not come to its total is no sum. */
function signedSums(
  { sums, counts }: PublishedTables,
  entryOf: ReadonlyMap<string, Entry>,
  values: readonly number[],
): Puzzle['sums'] {
  return sums.flatMap(({ total, parts }) => {
    if (counts.get(total) === null) return [];
    const entries = parts.flatMap((part) => entryOf.get(part) ?? []);
    const whole = entryOf.get(total);
    invariant(whole !== undefined, `a count for the total ${total}`);
    const sum = entries.reduce((some, entry) => some + (values[entry] ?? 0), 0);
    invariant(sum === values[whole], `parts of ${total} that come to it, not ${sum}`);
    return [[...entries.map((entry) => ({ entry, sign: 1 as const })), { entry: whole, sign: -1 as const }]];
  });
}

/** Every entry that an entry is bound to through sums. */
function connected(entry: Entry, { sums, sumsOf }: Puzzle): Set<Entry> {
  const found = new Set([entry]);
  for (const one of found)
    for (const { sum } of sumsOf[one] ?? []) for (const member of sums[sum] ?? []) found.add(member.entry);
  return found;
}
