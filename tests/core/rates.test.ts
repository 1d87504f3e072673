import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever, invariant } from '../../electron/core/invariant.ts';
import { hoursOfMinutes, roundedPercent, roundedQuotient, roundedRate, sumRates } from '../../electron/core/rates.ts';
import { formatWte, parseWte } from '../../electron/core/wte.ts';

describe('rates', () => {
  it('round once, half up, on the exact fraction', () => {
    expect(roundedQuotient(1005, 1000)).toBe(1.01);
    expect(roundedQuotient(1004, 1000)).toBe(1);
    expect(roundedQuotient(-1945, 1000)).toBe(-1.95);
    expect(roundedQuotient(1, 3)).toBe(0.33);
    expect(roundedQuotient(5, 2, 0)).toBe(3);
    expect(Object.is(roundedQuotient(-1, 1000), 0)).toBe(true);
    expect(hoursOfMinutes(2526)).toBe(42.1);
  });

  it('lie within half a hundredth of the true quotient', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (numerator, denominator) => {
        expect(Math.abs(roundedQuotient(numerator, denominator) - numerator / denominator)).toBeLessThanOrEqual(
          0.005 + 1e-6,
        );
      }),
    );
  });

  it('are null over nothing', () => {
    expect(roundedRate({ numerator: 0, denominator: 0 })).toBeNull();
    expect(roundedPercent({ numerator: 5879, denominator: 6673 })).toBe(88.1);
  });

  it('add up by numerator and denominator', () => {
    expect(
      sumRates([
        { numerator: 1, denominator: 2 },
        { numerator: 3, denominator: 4 },
      ]),
    ).toEqual({ numerator: 4, denominator: 6 });
    expect(sumRates([])).toEqual({ numerator: 0, denominator: 0 });
  });
});

describe('whole-time equivalents', () => {
  it('are hundred-thousandths, read from numbers and from text', () => {
    expect(parseWte('12.25')).toBe(1_225_000);
    expect(parseWte(0.64)).toBe(64_000);
    expect(parseWte(0.1 + 0.2)).toBe(30_000);
    expect(parseWte('0.506667')).toBe(50_667);
    expect(parseWte('-3.50')).toBe(-350_000);
    expect(parseWte(' .5 ')).toBe(50_000);
    expect([parseWte(''), parseWte('one'), parseWte('1,0'), parseWte(Number.NaN), parseWte('.')]).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('print with two decimals and are read back with five', () => {
    expect(formatWte(1_225_000)).toBe('12.25');
    expect(formatWte(-56_000)).toBe('-0.56');
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (wte) => {
        expect(parseWte(formatWte(wte, 5))).toBe(wte);
      }),
    );
  });
});

describe('what our own code guarantees', () => {
  it('is thrown when it does not hold', () => {
    expect(() => invariant(false, 'two is one')).toThrow('Invariant broken: two is one');
    expect(() => invariant(true, '')).not.toThrow();
    expect(() => assertNever('owl' as never)).toThrow('"owl"');
  });
});
