import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisOf } from '../../renderer/components/axis.ts';

it('rates from 10.64 to 14.23 % stand on an axis of whole percents', () => {
  expect(axisOf([10.64, 14.23], 4)).toEqual({ from: 10, to: 15, ticks: [10, 11, 12, 13, 14, 15] });
  expect(axisOf([4.55], 4).ticks).toEqual([4.4, 4.6]);
  expect(axisOf([0, 0], 4).ticks[0]).toBe(0);
});

const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);

it('an axis holds every value, in a handful of even steps, and stays at nought or above where all values are', () => {
  fc.assert(
    fc.property(fc.array(hundredths, { minLength: 1 }), (values) => {
      const { from, to, ticks } = axisOf(values, 4);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(from);
      expect(Math.max(...values)).toBeLessThanOrEqual(to);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      if (Math.min(...values) >= 0) expect(from).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
});
