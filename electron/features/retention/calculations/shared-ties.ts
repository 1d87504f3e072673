import type { PublishedTables } from '../../../core/protected-tables.ts';

/** Tables of several files that go to the same readers, to be made one system. */
export interface Tying {
  readonly has: (key: string) => boolean;
  readonly add: (tables: PublishedTables) => void;
  /** A count of a table that is the sum of others elsewhere: what one has more of could be reckoned, and is a count too. */
  readonly tie: (total: string, parts: readonly string[]) => void;
  readonly made: () => PublishedTables;
}

/** Puts tables together; those of the same key have the same count. */
export function tying(): Tying {
  const counts = new Map<string, number | null>();
  const sums: PublishedTables['sums'][number][] = [];
  const goWith = new Map<string, readonly string[]>();
  return {
    has: (key) => counts.has(key),
    add: (tables) => {
      for (const [key, count] of tables.counts) counts.set(key, count);
      sums.push(...tables.sums);
      for (const [key, more] of tables.goWith ?? []) goWith.set(key, more);
    },
    tie: (total, parts) => {
      const [whole, known] = [counts.get(total) ?? null, parts.map((part) => counts.get(part) ?? null)];
      if (whole === null || known.length === 0 || known.includes(null)) return;
      const rest = known.reduce<number>((left, part) => left - (part ?? 0), whole);
      const more = `more in ${total}`;
      if (rest === 0) sums.push({ total, parts });
      else if (rest > 0) {
        counts.set(more, rest);
        sums.push({ total, parts: [...parts, more] });
      } else if (parts.length === 1) {
        counts.set(more, -rest);
        sums.push({ total: parts[0] ?? '', parts: [total, more] });
      }
    },
    made: () => ({ counts, sums, goWith }),
  };
}
