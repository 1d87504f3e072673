import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToRemove, type Dated } from '../../electron/backups/schedule.ts';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const at = (age: number, reason = 'hourly'): Dated => {
  const madeAt = new Date(NOW - age).toISOString();
  return { name: `${madeAt} ${reason}`, madeAt, reason };
};
const kept = (backups: readonly Dated[]) => {
  const removed = new Set(backupsToRemove(backups, new Date(NOW).toISOString()));
  return backups.filter(({ name }) => !removed.has(name));
};

const backups = fc.uniqueArray(
  fc.record({
    age: fc.integer({ min: -DAY, max: 3000 * DAY }),
    reason: fc.constantFrom('hourly', 'closing', 'by-hand', 'before-import'),
  }),
  { selector: ({ age }) => age, maxLength: 60 },
);

describe('which backups are kept', () => {
  test('all of the last day', () => {
    const day = Array.from({ length: 23 }, (_, hour) => at(hour * HOUR));
    expect(kept(day)).toEqual(day);
  });

  test('ten years of hourly backups come to those of the schedule', () => {
    const hourly = Array.from({ length: 10 * 365 * 24 }, (_, hour) => at(hour * HOUR));
    // 24 of the last day, 29 or 30 of days, some 22 of weeks and some 55 of 30 days.
    expect(kept(hourly).length).toBeGreaterThan(24 + 29 + 20 + 50);
    expect(kept(hourly).length).toBeLessThan(24 + 31 + 24 + 58);
  });

  test('no fewer than on any next day where the clock is ten years ahead, nor where it is right again', () => {
    const hourly = kept(Array.from({ length: 400 * 24 }, (_, hour) => at(hour * HOUR)));
    const ahead = at(-3652 * DAY, 'closing');
    const removed = new Set(backupsToRemove([...hourly, ahead], ahead.madeAt));
    const left = hourly.filter(({ name }) => !removed.has(name));
    const days = new Set(left.map(({ madeAt }) => madeAt.slice(0, 10)));
    const gone = new Set(hourly.map(({ madeAt }) => madeAt.slice(0, 10)).filter((day) => !days.has(day)));
    expect(days.size).toBeGreaterThan(50);
    expect(gone.size).toBeLessThan(2);
    // Those of a time to come take no place away from the others.
    expect(kept([...left, ahead])).toEqual([...left, ahead]);
  });

  test('the newest, and whatever was made by hand, always', () => {
    fc.assert(
      fc.property(backups, (ages) => {
        const all = ages.map(({ age, reason }) => at(age, reason));
        const left = kept(all);
        const newest = [...all].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
        if (newest) expect(left).toContain(newest);
        for (const one of all) if (one.reason === 'by-hand') expect(left).toContain(one);
      }),
      { numRuns: 300 },
    );
  });

  test('the same whether the schedule is kept once or each time', () => {
    fc.assert(
      fc.property(backups, (ages) => {
        const all = ages.map(({ age, reason }) => at(age, reason));
        expect(kept(kept(all))).toEqual(kept(all));
      }),
      { numRuns: 300 },
    );
  });
});
