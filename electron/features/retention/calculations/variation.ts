import { compare, type Fraction, fraction, minus, nought, over, plus, times, total } from '../../../core/fraction.ts';
import type { Rate } from '../../../core/rates.ts';

/** One month of a figure; without a value where the lists do not tell of it. */
export interface MonthValue {
  /** Its last day. */
  readonly month: string;
  readonly value: Rate | null;
}

export interface VariationRules {
  readonly leastBefore: number;
  readonly mostBefore: number;
  readonly runLength: number;
  /** Hundredths. */
  readonly rangesInLimit: number;
}

/** The range of ordinary variation: the mean of the months before, and so many mean moving ranges to each side. */
export interface Limits {
  readonly mean: Fraction;
  readonly movingRange: Fraction;
  /** From the mean to each limit, before the figure's own least and most cut it off. */
  readonly width: Fraction;
  readonly lower: Fraction;
  readonly upper: Fraction;
  /** Months that it was worked out from. */
  readonly months: number;
}

export type Signal =
  | { readonly kind: 'beyond'; readonly month: string; readonly side: 'above' | 'below' }
  | { readonly kind: 'run'; readonly month: string; readonly side: 'above' | 'below' }
  | { readonly kind: 'near_limit'; readonly month: string; readonly side: 'above' | 'below' };

export interface Variation {
  /** Null where they cannot be told: `why` says so. */
  readonly limits: Limits | null;
  /** Too few months before the start are known, or all of them have the same value. */
  readonly why: 'too_few' | 'all_the_same' | null;
  readonly before: readonly MonthValue[];
  readonly after: readonly MonthValue[];
  /** What after the start is more than ordinary variation, each kind and side at the month that shows it first. */
  readonly signals: readonly Signal[];
}

type Known = { readonly month: string; readonly value: Fraction };

const known = (months: readonly MonthValue[]): Known[] =>
  months.flatMap(({ month, value }) =>
    value === null || value.denominator === 0 ? [] : [{ month, value: fraction(value.numerator, value.denominator) }],
  );

const apart = (a: Fraction, b: Fraction) => (compare(a, b) < 0 ? minus(b, a) : minus(a, b));

/**
 * Limits of single values with moving ranges (XmR chart): the mean of the values, give or take 2.66 times the mean
 * difference between neighbours. `floor` and `ceiling` are the least and the most that the figure can be. Undefined for
 * fewer than two values. Source: Shewhart's chart of individual values; 2.66 = 3 / 1.128.
 */
export function limitsOf(
  values: readonly Fraction[],
  rangesInLimit: number,
  { floor, ceiling }: { floor: Fraction | null; ceiling: Fraction | null },
): Limits | undefined {
  if (values.length < 2) return undefined;
  const mean = over(total(values), fraction(values.length));
  const ranges = values.slice(1).map((value, index) => apart(value, values[index] ?? value));
  const movingRange = over(total(ranges), fraction(ranges.length));
  const width = times(movingRange, fraction(rangesInLimit, 100));
  const [low, high] = [minus(mean, width), plus(mean, width)];
  return {
    mean,
    movingRange,
    width,
    lower: floor !== null && compare(low, floor) < 0 ? floor : low,
    upper: ceiling !== null && compare(high, ceiling) > 0 ? ceiling : high,
    months: values.length,
  };
}

/**
 * Judges the months after a start by the ordinary variation of those before it. Before are months that ended before the
 * start; the month of the start is the first one after. Where a month's value is not known, its neighbours are no
 * neighbours of each other for runs, while moving ranges go from one known month to the next.
 */
export function variationOf(
  months: readonly MonthValue[],
  start: string,
  rules: VariationRules,
  bounds: { floor: Fraction | null; ceiling: Fraction | null },
): Variation {
  const before = known(months.filter(({ month }) => month < start)).slice(-rules.mostBefore);
  const firstBefore = before[0]?.month ?? start;
  const shown = months.filter(({ month }) => month < start && month >= firstBefore);
  const after = months.filter(({ month }) => month >= start);
  const limits =
    before.length < rules.leastBefore
      ? undefined
      : limitsOf(
          before.map(({ value }) => value),
          rules.rangesInLimit,
          bounds,
        );
  const none = { limits: null, before: shown, after, signals: [] };
  if (!limits) return { ...none, why: 'too_few' };
  if (compare(limits.movingRange, nought) === 0) return { ...none, why: 'all_the_same' };
  return { ...none, limits, why: null, signals: signalsOf(after, limits, rules.runLength) };
}

const sides = ['above', 'below'] as const;

function signalsOf(after: readonly MonthValue[], limits: Limits, runLength: number): Signal[] {
  const values = after.map(({ month, value }) => ({ month, value: known([{ month, value }])[0]?.value ?? null }));
  const signals: Signal[] = [];
  for (const side of sides) {
    const isPast = (value: Fraction | null, line: Fraction) =>
      value !== null && (side === 'above' ? compare(value, line) > 0 : compare(value, line) < 0);
    const limit = side === 'above' ? limits.upper : limits.lower;
    const twoThirds = times(limits.width, fraction(2, 3));
    const near = side === 'above' ? plus(limits.mean, twoThirds) : minus(limits.mean, twoThirds);
    const beyond = values.find(({ value }) => isPast(value, limit));
    if (beyond) signals.push({ kind: 'beyond', month: beyond.month, side });
    let run = 0;
    const shift = values.find(({ value }) => {
      run = isPast(value, limits.mean) ? run + 1 : 0;
      return run === runLength;
    });
    if (shift) signals.push({ kind: 'run', month: shift.month, side });
    const twoOfThree = values.find(
      ({ value }, index) =>
        isPast(value, near) &&
        values.slice(Math.max(0, index - 2), index + 1).filter((one) => isPast(one.value, near)).length >= 2,
    );
    if (twoOfThree) signals.push({ kind: 'near_limit', month: twoOfThree.month, side });
  }
  return signals;
}
