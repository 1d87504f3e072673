import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursWritingOf, readBreak, readHours, readNumber } from '../../../electron/imports/clean/numbers.ts';
import { readTime } from '../../../electron/imports/clean/times.ts';

describe('times of day', () => {
  it.each([
    '7:30',
    '07:30',
    '07:30:00',
    '0730',
    '730',
    '0.3125',
    '05/10/2026 07:30',
    '2026-10-05T07:30:00',
    '7:30 am',
    '46300.3125',
    ' 07:30 ',
  ])('"%s" is half past seven', (text) => {
    expect(readTime(text)).toBe(450);
  });

  it('are fractions of a day, or the clock of a date with a time', () => {
    expect([readTime(0), readTime(0.3125), readTime(0.8333333333333334), readTime(0.3333)]).toEqual([
      0, 450, 1200, 480,
    ]);
    expect([readTime(46_300.8125), readTime(46_300), readTime(730), readTime(1930)]).toEqual([1170, 0, 450, 1170]);
    expect([
      readTime('00:00'),
      readTime('23:59'),
      readTime('23:59:59'),
      readTime(0.999_99),
      readTime('7:30 pm'),
    ]).toEqual([0, 1439, 1439, 1439, 1170]);
  });

  it.each([
    'late',
    '24:00',
    '25:10',
    '12:60',
    '2400',
    '7.30',
    '7',
    '',
    '31/02/2026 07:30',
    '13:00 pm',
    '-1:00',
    '05/10/2026',
  ])('"%s" is no time of day', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it('end before 24:00 as numbers too', () => {
    expect([
      readTime(1),
      readTime(1.0486),
      readTime(7.5),
      readTime(-0.25),
      readTime(Number.NaN),
      readTime(null),
    ]).toEqual(Array(6).fill(undefined));
  });

  it('come back from every way of writing them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const hour = Math.floor(minutes / 60);
        const minute = String(minutes % 60).padStart(2, '0');
        const long = `${String(hour).padStart(2, '0')}:${minute}`;
        const ways = [
          minutes / 1440,
          46_300 + minutes / 1440,
          `${hour}:${minute}`,
          long,
          `${long}:00`,
          long.replace(':', ''),
          `05-Oct-2026 ${long}`,
        ];
        expect(ways.map(readTime)).toEqual(ways.map(() => minutes));
      }),
    );
  });
});

describe('breaks and hours', () => {
  it('reads a break as whole minutes', () => {
    expect([readBreak(60), readBreak('30'), readBreak('0:30'), readBreak(1 / 24), readBreak(0)]).toEqual([
      60, 30, 30, 60, 0,
    ]);
    expect([readBreak(-60), readBreak('-60')]).toEqual([-60, -60]);
    expect([readBreak('sixty'), readBreak('+60'), readBreak(null), readBreak('1:75')]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('reads hours as parts of a day or as hours and minutes', () => {
    expect(readHours(0.4791666666666667, 'day_fraction')).toBe(690);
    expect(readHours('0.479166667', 'day_fraction')).toBe(690);
    expect(readHours('11:30', 'day_fraction')).toBe(690);
    expect(readHours(0.2875, 'day_fraction')).toBe(414);
    expect(readHours(-0.4791666666666667, 'day_fraction')).toBe(-690);
    expect(readHours(-0.000_01, 'day_fraction')).toBe(-1);
    expect(readHours('eleven and a half', 'day_fraction')).toBeUndefined();
  });

  it('reads hours with decimals where a file writes them so', () => {
    expect(readHours(11.5, 'decimal_hours')).toBe(690);
    expect(readHours('11:30', 'decimal_hours')).toBe(690);
    expect(hoursWritingOf([11.5, '7.5', 0, null, 'n/a'])).toBe('decimal_hours');
    expect(hoursWritingOf([0.479166667, '0.3125', 0, 1003.92])).toBe('day_fraction');
    expect(hoursWritingOf([])).toBe('day_fraction');
  });

  it('reads numbers written with commas or a real minus sign, and no others', () => {
    expect([readNumber('1,234.5'), readNumber('\u22123.5'), readNumber('1e3')]).toEqual([1234.5, -3.5, 1000]);
    expect([
      readNumber('12,34'),
      readNumber('1.2.3'),
      readNumber('£5'),
      readNumber(''),
      readNumber(Number.POSITIVE_INFINITY),
    ]).toEqual(Array(5).fill(undefined));
  });
});
