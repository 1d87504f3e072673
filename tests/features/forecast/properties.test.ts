import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../../electron/features/forecast/calculations/assumptions.ts';
import { type ForecastBase, groupsOf } from '../../../electron/features/forecast/calculations/base.ts';
import { comparedGroups, workedForecast } from '../../../electron/features/forecast/calculations/forecast.ts';
import { spread } from '../../../electron/features/forecast/calculations/shares.ts';
import { anyAssumptions, anyBase } from './bases.ts';

const to = '2028-03';
const simulate = { rules: { runs: 100, seed: 7, low: 10, high: 90 }, leastMonths: 12 };
const inPost = (base: ForecastBase, assumed: object, group: string | null) =>
  workedForecast(base, assumed, { group, to }, null).totals.map((month) => month.inPost);

describe('a forecast of any service', () => {
  test('months add up: in post is what it was before, with the starters and without the leavers of all months so far', () => {
    fc.assert(
      fc.property(anyBase, anyAssumptions, (base, assumed) => {
        const { now, totals } = workedForecast(base, assumed, { group: null, to }, null);
        let expected = now.inPost;
        for (const { starters, leavers, retirements, hoursChange, inPost: at } of totals) {
          expected += starters.plan + starters.cohorts + starters.more - leavers - retirements + hoursChange;
          expect(at).toBe(expected);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('bands sum to their staff group and staff groups sum to all', () => {
    fc.assert(
      fc.property(anyBase, anyAssumptions, (base, assumed) => {
        const all = workedForecast(base, assumed, { group: null, to }, null);
        const groups = all.groups.map((group) => workedForecast(base, assumed, { group, to }, null));
        for (const [index, month] of all.totals.entries())
          for (const figure of ['inPost', 'leavers', 'beside'] as const)
            expect(groups.reduce((sum, { totals }) => sum + totals[index]![figure], 0)).toBe(month[figure]);
        for (const {
          groups: [group],
          totals,
          part,
        } of groups) {
          const bands = [
            ...new Set(
              [...base.cells, ...base.starts, ...(assumed.cohorts ?? []), ...(assumed.starters ?? [])]
                .filter((cell) => cell.group === group)
                .map(({ band }) => band),
            ),
          ];
          const parts = bands.map((band) => part((cell) => cell.band === band));
          for (const [index, month] of totals.entries())
            expect(parts.reduce((sum, { months }) => sum + months[index]!.inPost, 0)).toBe(month.inPost);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order of posts, bands and past months’ groups makes no difference, to the range either', () => {
    fc.assert(
      fc.property(anyBase, anyAssumptions, (base, assumed) => {
        const turned = {
          ...base,
          cells: [...base.cells].reverse(),
          starts: [...base.starts].reverse(),
          history: [...base.history].reverse(),
        };
        for (const group of groupsOf(base.cells)) {
          const [one, other] = [base, turned].map((some) => workedForecast(some, assumed, { group, to }, simulate));
          expect(other!.totals.map((month) => month.inPost)).toEqual(one!.totals.map((month) => month.inPost));
          expect(other!.low).toEqual(one!.low);
          expect(other!.high).toEqual(one!.high);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('a start that comes later never raises an earlier month by more than each band’s rounding of each month', () => {
    fc.assert(
      fc.property(anyBase, anyAssumptions, fc.nat(), fc.integer({ min: 1, max: 12 }), (base, assumed, which, by) => {
        fc.pre(base.starts.length > 0);
        const start = base.starts[which % base.starts.length]!;
        const [year, month] = start.on.split('-').map(Number) as [number, number];
        const count = year * 12 + month - 1 + by;
        const on = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-14`;
        const later = { ...base, starts: base.starts.map((one) => (one === start ? { ...one, on } : one)) };
        const [before, after] = [inPost(base, assumed, start.group), inPost(later, assumed, start.group)];
        // Changed hours go to the bands by those who stay: other shares round other ways, by a hundred-thousandth a band.
        const rounding = assumed.hoursChange?.[start.group] ? 4 : 0;
        const months = workedForecast(base, assumed, { group: start.group, to }, null).totals.map((one) => one.month);
        for (const [index, key] of months.entries())
          if (key < on.slice(0, 7)) expect(after[index]).toBeLessThanOrEqual(before[index]! + rounding * (index + 1));
      }),
    );
  });

  test('a scenario without changes is the forecast itself, with its range', () => {
    fc.assert(
      fc.property(anyBase, anyAssumptions, (base, assumed) => {
        const group = groupsOf(base.cells)[0]!;
        const [one, other] = [assumed, withChanges(assumed, {})].map((some) =>
          workedForecast(base, some, { group, to }, simulate),
        );
        expect({ ...other, part: null }).toEqual({ ...one, part: null });
      }),
      { numRuns: 25 },
    );
  });

  test('the forecast lies within its range, and the same seed gives the same range', () => {
    fc.assert(
      fc.property(anyBase, anyAssumptions, (base, assumed) => {
        fc.pre(comparedGroups(base.cells).length > 0);
        const run = () => workedForecast(base, assumed, { group: null, to }, simulate);
        const { totals, low, high } = run();
        for (const [index, month] of totals.entries()) {
          expect(low![index]).toBeLessThanOrEqual(month.inPost);
          expect(high![index]).toBeGreaterThanOrEqual(month.inPost);
        }
        expect(run().low).toEqual(low);
      }),
      { numRuns: 25 },
    );
  });

  test('an amount that is spread adds up to itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.array(fc.integer({ min: 0, max: 30_000_000 }), { minLength: 1, maxLength: 9 }),
        (amount, weights) => {
          expect(spread(amount, weights).reduce((sum, part) => sum + part, 0)).toBe(amount);
        },
      ),
    );
  });
});
