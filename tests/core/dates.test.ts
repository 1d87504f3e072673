import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateInWords,
  dateOf,
  dateOfDayNumber,
  datesOf,
  dayNumber,
  daysBetween,
  isDate,
  lastSunday,
  nhsQuarter,
  nhsYear,
  partsOf,
  quarterPeriod,
  weekday,
} from '../../electron/core/dates.ts';

const day = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });
const date = fc.integer({ min: dayNumber('1800-01-01'), max: dayNumber('2300-12-31') }).map(dateOfDayNumber);

describe('civil dates', () => {
  it('number every day and name it back, and agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, (number) => {
        const name = dateOfDayNumber(number);
        expect(dayNumber(name)).toBe(number);
        expect(Date.parse(`${name}T00:00:00Z`)).toBe(number * 86_400_000);
        expect(weekday(name)).toBe(new Date(number * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('know which days there are', () => {
    expect(dateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dateOf(2026, 2, 29)).toBeUndefined();
    expect(dateOf(1900, 2, 29)).toBeUndefined();
    expect(dateOf(2000, 2, 29)).toBe('2000-02-29');
    expect([isDate('2026-10-05'), isDate('2026-13-05'), isDate('2026-1-5'), isDate('')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => partsOf('2026-02-30')).toThrow('is not a date');
  });

  it('count days there and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('add months on the same day, or on the last day of a shorter month', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-02', 12)).toBe('2027-11-02');
    fc.assert(
      fc.property(date, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = partsOf(addMonths(from, months));
        const { year, month, day: wanted } = partsOf(from);
        expect(to.year * 12 + to.month).toBe(year * 12 + month + months);
        expect(to.day === wanted || addDays(addMonths(from, months), 1).endsWith('-01')).toBe(true);
      }),
    );
  });

  it('list a period with both its days', () => {
    expect(datesOf({ first: '2026-10-31', last: '2026-11-02' })).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
    expect(datesOf({ first: '2026-10-05', last: '2026-11-01' })).toHaveLength(28);
    expect(datesOf({ first: '2026-10-05', last: '2026-10-04' })).toEqual([]);
  });

  it('put the clock changes of 2026 on 29 March and 25 October', () => {
    expect(lastSunday(2026, 3)).toBe('2026-03-29');
    expect(lastSunday(2026, 10)).toBe('2026-10-25');
    expect(lastSunday(2027, 10)).toBe('2027-10-31');
  });

  it('begin the NHS year on 1 April and its quarters every three months', () => {
    expect([nhsYear('2026-03-31'), nhsYear('2026-04-01')]).toEqual([2025, 2026]);
    expect(nhsQuarter('2026-03-31')).toBe('2025-Q4');
    expect(quarterPeriod('2026-Q2')).toEqual({ first: '2026-07-01', last: '2026-09-30' });
    expect(quarterPeriod('2027-Q4')).toEqual({ first: '2028-01-01', last: '2028-03-31' });
    fc.assert(
      fc.property(date, (some) => {
        const { first, last } = quarterPeriod(nhsQuarter(some));
        expect(first <= some && some <= last).toBe(true);
      }),
    );
  });

  it('write a date as a sentence has it', () => {
    expect(dateInWords('2026-10-05')).toBe('5 October 2026');
  });
});
