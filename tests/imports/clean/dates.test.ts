import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber, partsOf } from '../../../electron/core/dates.ts';
import { dateOfSerial, readDate } from '../../../electron/imports/clean/dates.ts';
import { statedPeriod } from '../../../electron/imports/clean/period.ts';

const read = (cell: string | number) => readDate(cell, false);

describe('dates of a sheet', () => {
  it('are serials of the 1900 system, which counts a 29 February 1900 that never was', () => {
    expect(read(1)).toBe('1900-01-01');
    expect(read(59)).toBe('1900-02-28');
    expect(read(60)).toBeUndefined();
    expect(read(61)).toBe('1900-03-01');
    expect(read(46_300)).toBe('2026-10-05');
    expect(read(46_300.8125)).toBe('2026-10-05');
    expect(dateOfSerial(2_958_465, false)).toBe('9999-12-31');
    expect([read(0), read(0.3125), read(-3), read(2_958_466), read(Number.NaN)]).toEqual(Array(5).fill(undefined));
  });

  it('are none that a record cannot mean: before 1900, or after the staff record’s own last day', () => {
    expect([read('31/12/1899'), read('01/01/0019'), read('01/01/4713'), read(2_958_465)]).toEqual(
      Array(4).fill(undefined),
    );
    expect([read('01/01/1900'), read('31/12/4712')]).toEqual(['1900-01-01', '4712-12-31']);
  });

  it('are serials of the 1904 system where the workbook says so', () => {
    expect(readDate(0, true)).toBe('1904-01-01');
    expect(readDate(44_838, true)).toBe('2026-10-05');
    expect(readDate('44838', true)).toBe('2026-10-05');
  });

  it.each([
    '05/10/2026',
    '5/10/26',
    '05-Oct-2026',
    '5 October 2026',
    '05.10.2026',
    '2026-10-05',
    '20261005',
    'Mon 05 Oct 2026',
    'Monday, 5 October 2026',
    'Mon 05/10/2026',
    '5th Oct 2026',
    '05-OCT-26',
    '05/10/2026 07:30',
    '05-Oct-2026 07:30:00',
    '2026-10-05T07:30:00',
    '2026-10-05T07:30:00.000Z',
    '  05\u00a0Oct  2026 ',
    '46300',
    '46300.8125',
  ])('"%s" is 5 October 2026', (text) => {
    expect(read(text)).toBe('2026-10-05');
  });

  it.each([
    '31/02/2026',
    '13/25/2026',
    '03/13/2026',
    'next Tuesday',
    '2026-13-01',
    '05/2026',
    '5 Octember 2026',
    '',
    '-',
    '29/02/2026',
  ])('"%s" is no date', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('are no dates where the cell is empty, an error, or yes and no', () => {
    expect([readDate(null, false), readDate({ error: '#REF!' }, false), readDate(true, false)]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('put the day first always, and two digits in the century of those who work now', () => {
    expect(read('03/04/2026')).toBe('2026-04-03');
    expect([read('1/2/69'), read('1/2/70')]).toEqual(['2069-02-01', '1970-02-01']);
  });

  it('come back from every way of writing them', () => {
    const day = fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2069-12-31') });
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    fc.assert(
      fc.property(day, (number) => {
        const date = dateOfDayNumber(number);
        const { year, month, day: dayOfMonth } = partsOf(date);
        const name = months[month - 1];
        const short = String(year % 100).padStart(2, '0');
        const ways = [
          number + 25_569,
          String(number + 25_569),
          date,
          date.replaceAll('-', ''),
          `${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth}.${month}.${short}`,
          `${dayOfMonth}-${name}-${year}`,
          `Sun ${dayOfMonth} ${name} ${short} 23:59:59`,
        ];
        expect(ways.map(read)).toEqual(ways.map(() => date));
      }),
    );
  });
});

describe('the period that a file states', () => {
  it('stands in a line with two dates', () => {
    expect(statedPeriod(['Duty Roster Detail', 'Roster period: 05-Oct-2026 to 01-Nov-2026 (4 weeks)'])).toEqual({
      first: '2026-10-05',
      last: '2026-11-01',
    });
    expect(statedPeriod(['From Mon 05/10/2026 - Sun 01/11/2026'])).toEqual({ first: '2026-10-05', last: '2026-11-01' });
    expect(statedPeriod(['Period start 2026-10-05, period end 2026-11-01'])).toEqual({
      first: '2026-10-05',
      last: '2026-11-01',
    });
  });

  it('is not made of a print date, of dates out of order, or of dates that do not belong together', () => {
    expect(statedPeriod(['Printed 02-Nov-2026 08:00'])).toBeUndefined();
    expect(statedPeriod(['Period 01/11/2026 to 05/10/2026'])).toBeUndefined();
    expect(statedPeriod(['As at 31-Oct-2026, printed 02-Nov-2026'])).toBeUndefined();
  });
});
