import { describe, expect, it } from 'vitest';
import { fraction } from '../../../electron/core/fraction.ts';
import { limitsOf, type MonthValue, variationOf } from '../../../electron/features/retention/calculations/variation.ts';
import { judgementOf } from '../../../electron/features/retention/calculations/variation-words.ts';

const rules = { leastBefore: 8, mostBefore: 24, runLength: 7, rangesInLimit: 266 };
const bounds = { floor: fraction(0), ceiling: null };
const start = '2026-01-15';

const monthEnd = (count: number) => new Date(Date.UTC(2025, 4 + count, 0)).toISOString().slice(0, 10);

/** Months from May 2025 on: the first eight end before the action starts in January 2026. */
const months = (...values: (number | null)[]): MonthValue[] =>
  values.map((value, count) => ({
    month: monthEnd(count + 1),
    value: value === null ? null : { numerator: value, denominator: 1 },
  }));
const steady = [4, 6, 4, 6, 4, 6, 4, 6];
const judged = (after: (number | null)[], before: (number | null)[] = steady) => {
  const variation = variationOf(months(...before, ...after), start, rules, bounds);
  const named = { name: 'leavers in a month', better: 'lower', isCount: true, isMonthly: true } as const;
  return { ...variation, ...judgementOf(variation, rules, named) };
};

describe('the range of ordinary variation', () => {
  it('is the mean of the months before, give or take 2.66 times the mean difference between neighbours', () => {
    // By hand: mean (4 + 6 + 4 + 6) / 4 = 5; differences 2, 2, 2, mean 2; 2.66 x 2 = 5.32; limits 10.32 and, below 0, 0.
    const values = [4, 6, 4, 6].map((value) => fraction(value));
    expect(limitsOf(values, 266, bounds)).toMatchObject({
      mean: fraction(5),
      movingRange: fraction(2),
      width: fraction(133, 25),
      upper: fraction(258, 25),
      lower: fraction(0),
      months: 4,
    });
    expect(limitsOf(values, 266, { floor: null, ceiling: fraction(10) })).toMatchObject({
      lower: fraction(-8, 25),
      upper: fraction(10),
    });
  });

  it('takes only whole months before the start, and at most the last 24 of them', () => {
    const { limits, before, after } = judged([5]);
    expect([limits?.months, before.length, after.length]).toEqual([8, 8, 1]);
    expect(after[0]?.month).toBe('2026-01-31');
    const many = Array.from({ length: 30 }, (_, count) => ({
      month: new Date(Date.UTC(2023, 6 + count, 0)).toISOString().slice(0, 10),
      value: { numerator: count % 2, denominator: 1 },
    }));
    expect(variationOf(many, '2026-01-01', rules, bounds).limits?.months).toBe(24);
  });

  it('is not told from fewer than eight months, nor where all months are the same', () => {
    expect(judged([5], [4, 6, 4, null, 4, 6, 4, 6])).toMatchObject({ limits: null, judgement: 'too_few_before' });
    expect(judged([5], [0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ limits: null, judgement: 'all_the_same' });
  });
});

describe('a change is more than ordinary variation', () => {
  // Mean 5, limits 0 and 10.32; two thirds of the way up: 5 + 2 / 3 x 5.32 = 8.55.
  it('where a month lies beyond a limit', () => {
    expect(judged([5, 10]).signals).toEqual([]);
    expect(judged([5, 11])).toMatchObject({
      judgement: 'worse',
      signals: [{ kind: 'beyond', month: '2026-02-28', side: 'above' }],
      sentence: expect.stringContaining('February 2026 lies above the upper limit'),
    });
  });

  it('where seven months in a row lie on one side of the mean, and not six', () => {
    expect(judged([4, 4, 4, 4, 4, 4]).judgement).toBe('ordinary');
    expect(judged([4, 4, 4, 4, 4, 4, 4])).toMatchObject({
      judgement: 'better',
      signals: [{ kind: 'run', month: '2026-07-31', side: 'below' }],
      sentence: expect.stringContaining('lower, as was wanted'),
    });
    expect(judged([4, 4, 4, 5, 4, 4, 4]).judgement).toBe('ordinary');
    expect(judged([4, 4, 4, null, 4, 4, 4]).judgement).toBe('ordinary');
  });

  it('where two of three months lie beyond two thirds of the way to the limit', () => {
    expect(judged([9, 5, 5, 9]).signals).toEqual([]);
    expect(judged([9, 5, 9]).signals).toEqual([{ kind: 'near_limit', month: '2026-03-31', side: 'above' }]);
  });

  it('and otherwise is said to be none; without a month since the start nothing is said of one', () => {
    expect(judged([4, 6, 5])).toMatchObject({ judgement: 'ordinary', signals: [] });
    expect(judged([])).toMatchObject({ judgement: 'none_after' });
    expect(judged([null])).toMatchObject({ judgement: 'none_after' });
  });

  it('of figures with fewer than one a month is told with a word of care', () => {
    expect(judged([2], [0, 1, 0, 1, 0, 1, 0, 1]).sentence).toContain('fewer than one a month');
    expect(judged([11]).sentence).not.toContain('fewer than one a month');
  });

  it('in the direction of both sides has no direction', () => {
    expect(judged([11, 0, 11, 4, 4, 4, 4, 4, 4, 4]).judgement).toBe('changed');
  });
});
