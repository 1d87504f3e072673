import type { PublishedTables } from '../../electron/core/protected-tables.ts';
import type { ProtectedCount } from '../../electron/core/small-numbers.ts';

/** A prime by which sums are solved without fractions. */
const PRIME = 1_000_003;

/**
 * The counts left out that follow from what is published, of tables too large for `attack`: those that its sums settle as
 * linear equations, by elimination, and those whose least and most meet, by narrowing each sum until nothing moves.
 */
export function workedOut(
  tables: PublishedTables,
  shown: ReadonlyMap<string, ProtectedCount>,
  hideBelow: number,
): { readonly hidden: number; readonly settled: string[] } {
  const known = (key: string) => {
    const one = shown.get(key);
    return one?.kind === 'shown' ? one.count : null;
  };
  const hidden = [...shown].flatMap(([key, { kind }]) => (kind === 'small' || kind === 'withheld' ? [key] : []));
  const placeOf = new Map(hidden.map((key, place) => [key, place]));
  const equations = tables.sums.map(({ total, parts }) => {
    const terms = new Map<number, number>();
    let constant = 0;
    for (const [key, sign] of [...parts.map((part) => [part, 1] as const), [total, -1] as const]) {
      const place = placeOf.get(key);
      if (place === undefined) constant += sign * (known(key) ?? 0);
      else terms.set(place, (terms.get(place) ?? 0) + sign);
    }
    return { terms, constant };
  });
  const settled = new Set([
    ...settledByElimination(equations.map(({ terms }) => terms)),
    ...settledByNarrowing(
      equations,
      hidden.map((key) => (shown.get(key)?.kind === 'small' ? [1, hideBelow - 1] : [0, 1000])),
    ),
  ]);
  const asked = [...settled].flatMap((place) => hidden[place] ?? []).filter((key) => !tables.unknown?.has(key));
  return { hidden: hidden.length, settled: asked };
}

type Terms = ReadonlyMap<number, number>;

/** Variables that the equations settle: those that stand alone in a row of the reduced form. */
function settledByElimination(equations: readonly Terms[]): number[] {
  const rows: Map<number, number>[] = [];
  const pivots: number[] = [];
  const without = (row: Map<number, number>, other: Terms, times: number) => {
    for (const [place, value] of other) {
      const left = ((((row.get(place) ?? 0) - times * value) % PRIME) + PRIME) % PRIME;
      if (left === 0) row.delete(place);
      else row.set(place, left);
    }
  };
  for (const terms of equations) {
    const row = new Map(
      [...terms].map(([place, value]) => [place, (value + PRIME) % PRIME] as const).filter(([, value]) => value !== 0),
    );
    for (const [at, pivot] of pivots.entries()) {
      const value = row.get(pivot);
      if (value !== undefined) without(row, rows[at]!, value);
    }
    const [first] = row;
    if (!first) continue;
    const inverse = power(first[1], PRIME - 2);
    for (const [place, value] of row) row.set(place, (value * inverse) % PRIME);
    for (const other of rows) {
      const value = other.get(first[0]);
      if (value !== undefined) without(other, row, value);
    }
    rows.push(row);
    pivots.push(first[0]);
  }
  return rows.flatMap((row, at) => (row.size === 1 ? [pivots[at]!] : []));
}

function power(base: number, exponent: number): number {
  let [answer, square, left] = [1, base, exponent];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) answer = (answer * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return answer;
}

function settledByNarrowing(
  equations: readonly { readonly terms: Terms; readonly constant: number }[],
  ranges: number[][],
): number[] {
  for (let moved = true; moved; ) {
    moved = false;
    for (const { terms, constant } of equations) {
      const ends = [...terms].map(([place, sign]) => {
        const [low = 0, high = 0] = ranges[place]!;
        return sign > 0 ? { low: sign * low, high: sign * high } : { low: sign * high, high: sign * low };
      });
      const [least, most] = [
        ends.reduce((sum, { low }) => sum + low, constant),
        ends.reduce((sum, { high }) => sum + high, constant),
      ];
      for (const [index, [place, sign]] of [...terms].entries()) {
        const { low, high } = ends[index]!;
        // The others come to the opposite of this one.
        const [from, to] = [-(most - high) / sign, -(least - low) / sign].sort((one, other) => one - other);
        const [lowest = 0, highest = 0] = ranges[place]!;
        const next = [Math.max(lowest, Math.ceil(from!)), Math.min(highest, Math.floor(to!))];
        if (next[0] !== lowest || next[1] !== highest) {
          ranges[place] = next;
          moved = true;
        }
      }
    }
  }
  return ranges.flatMap(([low, high], place) => (low === high ? [place] : []));
}
