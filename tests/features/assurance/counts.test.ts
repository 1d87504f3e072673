import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  birthsInAYear,
  countSum,
  countsBySpan,
  type MonthlyCount,
  oneToOneCare,
} from '../../../electron/features/assurance/calculations/counts.ts';
import {
  lastWholeHalf,
  monthSpans,
  monthsOf,
  periodOfMonths,
} from '../../../electron/features/assurance/calculations/months.ts';
import { protectCounts, protectShare } from '../../../electron/core/small-numbers.ts';

const count = (unitId: number, month: string, counted: string, value: number): MonthlyCount => ({
  unitId,
  month,
  counted,
  count: value,
});

describe('months, quarters and halves of the NHS year', () => {
  test('a quarter and a half begin in April', () => {
    expect(monthSpans('quarter', '2026-11', 2).map(({ title }) => title)).toEqual([
      'Jul to Sep 2026',
      'Oct to Dec 2026',
    ]);
    expect(monthSpans('half', '2027-02', 2).map(({ title }) => title)).toEqual([
      'Apr to Sep 2026',
      'Oct 2026 to Mar 2027',
    ]);
    expect(monthSpans('month', '2027-01', 3).map(({ key }) => key)).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  test('the report is of the last half that is over', () => {
    expect(lastWholeHalf('2026-11-22')).toEqual({ first: '2026-04', last: '2026-09' });
    expect(lastWholeHalf('2026-10-01')).toEqual({ first: '2026-04', last: '2026-09' });
    expect(lastWholeHalf('2026-09-30')).toEqual({ first: '2025-10', last: '2026-03' });
    expect(periodOfMonths('2026-02', '2026-02')).toEqual({ first: '2026-02-01', last: '2026-02-28' });
  });

  test('the same months make the same sum, whether by month, quarter or half', () => {
    const counts = fc.array(
      fc.record({
        unitId: fc.integer({ min: 1, max: 3 }),
        month: fc.constantFrom(...monthsOf({ first: '2026-04-01', last: '2027-03-31' })),
        counted: fc.constant('induction_delayed'),
        count: fc.integer({ min: 0, max: 40 }),
      }),
    );
    fc.assert(
      fc.property(counts, (some) => {
        const total = (by: 'month' | 'quarter' | 'half', columns: number) =>
          countsBySpan(some, ['induction_delayed'], monthSpans(by, '2027-03', columns)).reduce(
            (sum, { count: one }) => sum + (one ?? 0),
            0,
          );
        expect(total('quarter', 4)).toBe(total('month', 12));
        expect(total('half', 2)).toBe(total('month', 12));
      }),
    );
  });
});

describe('counts', () => {
  const counts = [
    count(1, '2026-04', 'care_missed', 2),
    count(1, '2026-05', 'care_missed', 0),
    count(2, '2026-04', 'care_missed', 3),
  ];

  test('what was not entered is not known, which is not nought', () => {
    expect(countSum(counts, ['care_missed'], ['2026-05']).count).toBe(0);
    expect(countSum(counts, ['care_missed'], ['2026-06'], ['2026-04', '2026-05', '2026-06'])).toMatchObject({
      count: null,
      known: 0,
      missing: 2,
    });
    expect(countSum(counts, ['triage_delayed'], ['2026-04'])).toMatchObject({ count: null, known: 0, missing: 0 });
  });

  test('a sum says how many months of its units are missing', () => {
    expect(countSum(counts, ['care_missed'], ['2026-04', '2026-05'])).toMatchObject({ count: 5, known: 3, missing: 1 });
  });

  test('one-to-one care takes only units and months where both counts are known', () => {
    const care = [
      count(1, '2026-04', 'women_in_labour', 200),
      count(1, '2026-04', 'women_one_to_one', 190),
      count(1, '2026-05', 'women_in_labour', 210),
      count(2, '2026-04', 'women_one_to_one', 30),
    ];
    expect(oneToOneCare(care, ['2026-04', '2026-05'])).toEqual({ numerator: 190, denominator: 200 });
  });

  test('births of five months are put to a year by their pace', () => {
    const births = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'].map((month) =>
      count(1, month, 'births', 300),
    );
    expect(birthsInAYear(births, monthsOf({ first: '2026-04-01', last: '2026-09-30' }))).toEqual({
      numerator: 18_000,
      denominator: 5,
    });
  });
});

describe('small numbers', () => {
  test('1 to 4 are hidden, 0 and 5 are shown', () => {
    expect(protectCounts([0, 1, 4, 5, null], 5)).toEqual([
      { kind: 'shown', count: 0 },
      { kind: 'small' },
      { kind: 'small' },
      { kind: 'shown', count: 5 },
      { kind: 'not known' },
    ]);
  });

  test('one that could be worked out from the total takes the next smallest with it', () => {
    expect(protectCounts([43, 34, 7, 0, 4], 5)).toEqual([
      { kind: 'shown', count: 43 },
      { kind: 'shown', count: 34 },
      { kind: 'withheld' },
      { kind: 'shown', count: 0 },
      { kind: 'small' },
    ]);
  });

  test('two that together are fewer than 5 take another with them', () => {
    expect(protectCounts([1, 1, 9, 20], 5).map(({ kind }) => kind)).toEqual(['small', 'small', 'withheld', 'shown']);
  });

  test('what is hidden can never be worked out from the total: it is two counts or more, 5 or more together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const shown = protectCounts(counts, 5);
        const hidden = counts.filter((_, index) => shown[index]?.kind !== 'shown');
        expect(shown.every((one) => one.kind !== 'shown' || one.count === 0 || one.count >= 5)).toBe(true);
        const total = counts.reduce((sum, one) => sum + one, 0);
        // A total below 5 is itself hidden where it is printed.
        if (hidden.length > 0 && total >= 5) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  test('a share with fewer than 5 left out of it is told as the least that it can be', () => {
    expect(protectShare({ numerator: 198, denominator: 200 }, 5)).toEqual({
      rate: { numerator: 196, denominator: 200 },
      atLeast: true,
    });
    expect(protectShare({ numerator: 195, denominator: 200 }, 5).atLeast).toBe(false);
    expect(protectShare({ numerator: 200, denominator: 200 }, 5).atLeast).toBe(false);
  });
});
