import type { PublishedTables, Settled } from './protected-tables.ts';

/** What a file that left the planner told: the tables it was protected with, and what became of each count. */
export interface SharedBefore {
  /** ISO 8601. */
  readonly at: string;
  /** The true counts of then, which the same key may have otherwise now. */
  readonly tables: PublishedTables;
  /** Of the counts that its readers know, or know to be left out; one that stood in no file of then is missing. */
  readonly told: ReadonlyMap<string, Settled>;
}

/** The key of a count that a file told otherwise than it is now. */
const wasKey = (key: string, count: number) => `${key}, was ${count}`;

/**
 * The tables with those of the files before, as one system. A count that has not changed is one and the same: shown once, it
 * is known; left out once, it stays left out. One that was shown and has changed by few is left out, so that the two files
 * do not tell these few by their difference.
 */
export function withSharedBefore(
  tables: PublishedTables,
  before: readonly SharedBefore[],
  hideBelow: number,
): PublishedTables {
  const counts = new Map(tables.counts);
  const sums = [...tables.sums];
  const goWith = new Map(tables.goWith);
  const settled = new Map<string, Settled>();
  const changed = new Set<string>();
  for (const file of before) {
    const isBound = [...file.tables.counts.keys()].some((key) => tables.counts.has(key));
    if (!isBound) continue;
    const nameOf = (key: string) => {
      const count = file.tables.counts.get(key) ?? null;
      if (count === null || (tables.counts.get(key) ?? null) === count) return key;
      return wasKey(key, count);
    };
    for (const [key, count] of file.tables.counts) if (!counts.has(nameOf(key))) counts.set(nameOf(key), count);
    for (const { total, parts } of file.tables.sums) {
      // What was not known then is in no sum of then, though it may be known now.
      if ((file.tables.counts.get(total) ?? null) === null) continue;
      const known = parts.filter((part) => (file.tables.counts.get(part) ?? null) !== null);
      sums.push({ total: nameOf(total), parts: known.map(nameOf) });
    }
    for (const [key, told] of file.told) {
      const name = nameOf(key);
      if (settled.get(name) !== 'shown') settled.set(name, told);
      const [then, now] = [file.tables.counts.get(key) ?? null, tables.counts.get(key) ?? null];
      if (told !== 'shown' || then === null || now === null || then === now) continue;
      if (Math.abs(now - then) < hideBelow) changed.add(key);
    }
  }
  const once = new Map(sums.map((sum) => [JSON.stringify([sum.total, ...sum.parts]), sum]));
  const unknown = new Set([...counts.keys()].filter((key) => !tables.counts.has(key) && !settled.has(key)));
  return { counts, sums: [...once.values()], goWith, settled, changed, unknown };
}
