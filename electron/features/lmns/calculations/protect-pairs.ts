import type { NumberState } from '#contract';

/** A numerator and a denominator of one trust, both known. */
export interface Pair {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** How the numbers of a row of trusts and their totals may be shown. */
export interface ProtectedPairs {
  readonly numerators: readonly NumberState[];
  readonly denominators: readonly NumberState[];
  readonly numerator: NumberState;
  readonly denominator: NumberState;
}

interface Protection {
  readonly hideBelow: number;
  /** What denominators are divided by. */
  readonly per: number;
}

/** The least and the most that a reader who knows the method takes a number for. */
type Range = readonly [low: number, high: number];

/**
 * One row of counts beside its total, so that no small one can be solved back: counts from 1 to below the smallest are
 * left out, and those of which so few are left out of the share; then, as long as the total and what is known of the
 * others tell one of them, the smallest other that is not nought, the first listed of equal ones; where there is none,
 * the total.
 */
export function protectPairs(pairs: readonly Pair[], { hideBelow, per }: Protection): ProtectedPairs {
  const known = pairs.map(({ denominator }) => denominator ?? 0);
  const below = hideBelow * per;
  const ranges = pairs.map(({ numerator }): Range => [Math.max(below, numerator), Infinity]);
  const denominators = protectRow(
    known,
    known.map((count) => smallRange(count, below)),
    ranges,
    below,
  );
  const hasShares = per === 1 && pairs.every(({ denominator }) => denominator !== null);
  const numerators = protectRow(
    pairs.map(({ numerator }) => numerator),
    pairs.map(({ numerator, denominator }): Range | null => {
      const small = smallRange(numerator, hideBelow);
      if (small) return [small[0], denominator === null ? small[1] : Math.min(small[1], denominator)];
      const rest = hasShares && denominator !== null ? denominator - numerator : 0;
      // Of nought, those left out are the denominator, which is left out itself.
      return numerator > 0 && rest > 0 && rest < hideBelow
        ? [Math.max(hideBelow, numerator + rest - hideBelow + 1), numerator + rest - 1]
        : null;
    }),
    pairs.map(({ denominator }): Range => [hideBelow, denominator ?? Infinity]),
    hideBelow,
  );
  const rest = sum(known) - sum(pairs.map(({ numerator }) => numerator));
  const isTelling = hasShares && rest > 0 && rest < hideBelow;
  // Where every numerator is shown, anyone can add them up: then it is the other total that must not be told.
  const isAddedUp = numerators.cells.every((state) => state === 'shown');
  const withheld = (state: NumberState, isIt: boolean): NumberState => (isIt && state === 'shown' ? 'withheld' : state);
  return {
    numerators: numerators.cells,
    denominators: denominators.cells,
    numerator: withheld(numerators.total, isTelling),
    denominator: withheld(denominators.total, isTelling && isAddedUp),
  };
}

const smallRange = (count: number, below: number): Range | null => (count > 0 && count < below ? [1, below - 1] : null);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function protectRow(
  counts: readonly number[],
  /** Of what has to be left out, what a reader knows; null for the others. */
  primary: readonly (Range | null)[],
  /** What a reader knows of one that is left out to protect others. */
  others: readonly Range[],
  hideBelow: number,
): { cells: NumberState[]; total: NumberState } {
  const cells = counts.map(
    (count, index): NumberState => (primary[index] ? (count < hideBelow ? 'small' : 'withheld') : 'shown'),
  );
  const total = sum(counts);
  if (total > 0 && total < hideBelow) return { cells, total: 'small' };
  const ranges = new Map<number, Range>();
  for (const [index, range] of primary.entries()) if (range) ranges.set(index, range);
  const left = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !ranges.has(index))
    .sort((one, other) => one.count - other.count || one.index - other.index);
  while (isSolved(counts, ranges)) {
    const next = left.shift();
    if (!next) return { cells, total: 'withheld' };
    ranges.set(next.index, others[next.index] ?? [hideBelow, Infinity]);
    cells[next.index] = 'withheld';
  }
  return { cells, total: 'shown' };
}

/** True where the sum of those left out, which anyone can reckon, leaves one of them a single value. */
function isSolved(counts: readonly number[], ranges: ReadonlyMap<number, Range>): boolean {
  if (ranges.size === 0) return false;
  let [all, lows, highs, endless] = [0, 0, 0, 0];
  for (const [index, [low, high]] of ranges) {
    all += counts[index] ?? 0;
    lows += low;
    if (high === Infinity) endless += 1;
    else highs += high;
  }
  for (const [low, high] of ranges.values()) {
    const othersEndless = endless - (high === Infinity ? 1 : 0);
    const least = othersEndless > 0 ? low : Math.max(low, all - (highs - (high === Infinity ? 0 : high)));
    const most = Math.min(high, all - (lows - low));
    if (least >= most) return true;
  }
  return false;
}
