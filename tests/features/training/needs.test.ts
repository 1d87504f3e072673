import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedQuotient, roundedRate } from '../../../electron/core/rates.ts';
import {
  backfillWte,
  costByBand,
  headroomShare,
  missedIn,
  newPeopleOf,
  placesFor,
  sessionsFor,
  usualYears,
} from '../../../electron/features/training/calculations/needs.ts';
import { loadReference } from '../../../electron/reference/load.ts';

const { trainingNeeds: rules } = loadReference(join(import.meta.dirname, '../../../resources'));

describe('hours, backfill and headroom', () => {
  it('fall by head: 100 WTE who are 130 heads at 37.5 hours are 4,875 hours, not 3,750', () => {
    const minutes = 130 * 37.5 * 60;
    expect(minutes / 60).toBe(4875);
    expect(roundedRate(backfillWte(minutes, { ...rules, backfillNeedsCover: false }))).toBe(2.49);
    // 4,875 ÷ (1,955 × 0.78)
    expect(roundedRate(backfillWte(minutes, { ...rules, upliftPercent: 22, backfillNeedsCover: true }))).toBe(3.2);
  });

  it.each([
    [7.5, 0.38],
    [37.5, 1.92],
    [45, 2.3],
  ])('%d hours are %d %% of the paid time of a year', (hours, percent) => {
    const { numerator, denominator } = headroomShare(hours * 60, 100_000, rules.annualHours);
    expect(roundedQuotient(numerator * 100, denominator)).toBe(percent);
  });

  it('cost what the hours of each band cost, spread by heads', () => {
    const bands = new Map([
      ['6', 3],
      ['7', 1],
    ]);
    const cost = costByBand(bands, 4 * 450, 4, rules);
    expect(cost.map(({ band, minutes, pence }) => [band, minutes, pence])).toEqual([
      ['6', 1350, Math.round((1350 * 2710) / 60)],
      ['7', 450, Math.round((450 * 3210) / 60)],
    ]);
  });
});

describe('sessions', () => {
  it('cover the demand, also after those who do not come, and with one session less they would not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (due, absent, capacity) => {
          const places = placesFor(due, absent);
          const sessions = sessionsFor(places, capacity);
          expect(sessions * capacity * (100 - absent)).toBeGreaterThanOrEqual(due * 100);
          expect(places * (100 - absent)).toBeGreaterThanOrEqual(due * 100);
          if (sessions > 0) expect((sessions - 1) * capacity).toBeLessThan(places);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hold new people too: those who are planned to start, or by turnover, whichever is more', () => {
    const group = { group: 'midwives', heads: 139, wte: 0, bands: new Map<string, number>(), starters: 9 };
    expect(newPeopleOf(group, { turnoverPercent: 10 })).toBe(14);
    expect(newPeopleOf({ ...group, starters: 20 }, { turnoverPercent: 10 })).toBe(20);
  });
});

describe('the plan of three years', () => {
  it('misses no topic as it is first drawn, whichever year it begins in', () => {
    for (const everyMonths of [12, 24, 36])
      for (let position = 0; position < 6; position += 1)
        for (const year of [2026, 2027, 2028])
          expect(missedIn({ everyMonths, years: usualYears(everyMonths, position, year) })).toBeNull();
  });

  it('goes on in the next year’s plan where this year’s was', () => {
    for (let position = 0; position < 3; position += 1) {
      const [, second, third] = usualYears(36, position, 2026);
      expect(usualYears(36, position, 2027).slice(0, 2)).toEqual([second, third]);
    }
  });

  it('tells of a required topic that is taught too seldom, or never', () => {
    expect(missedIn({ everyMonths: 12, years: [true, false, true] })).toContain('24 months');
    expect(missedIn({ everyMonths: 36, years: [false, false, false] })).toBe('Not taught in any of the three years.');
    expect(missedIn({ everyMonths: 36, years: [false, true, false] })).toBeNull();
  });
});
