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
