import { describe, expect, it } from 'vitest';
import { statedDay } from '../../../electron/imports/clean/stated-day.ts';

describe('the day that a report counts', () => {
  it.each([
    ['Effective date: 31-Oct-2026'],
    ['Staff in post as at 31 October 2026'],
    ['Census 31/10/2026'],
    ['Snapshot date 2026-10-31'],
    ['Effective Date: 2026-10-31  Printed 02/11/2026'],
    ['Budgeted establishment by cost centre - month 7 2026/27'],
    ['M07 2026-27 Budget WTE'],
    ['2026/27 Month 07'],
    ['Period 7, 2026/2027'],
    ['Establishment October 2026'],
    ['Month: Oct-26'],
    ['Period: 01-Oct-2026 to 31-Oct-2026'],
    ['Month ending October 2026'],
  ])('is the last of October 2026 in "%s"', (line) => {
    expect(statedDay(['A report', 'Some Trust', line])).toBe('2026-10-31');
  });

  it('is not the day on which the report was made', () => {
    expect(statedDay(['Report run on 02-Nov-2026', 'Effective date 31-Oct-2026'])).toBe('2026-10-31');
    expect(statedDay(['Printed: 02/11/2026'])).toBeUndefined();
    expect(statedDay(['Extract date 02-Nov-2026', 'Staff list October 2026'])).toBe('2026-10-31');
  });

  it('is not known where the lines say nothing, or two days with the same right', () => {
    expect(statedDay([])).toBeUndefined();
    expect(statedDay(['Staff in Post', 'Level 5 2026'])).toBeUndefined();
    expect(statedDay(['As at 30/09/2026', 'As at 31/10/2026'])).toBeUndefined();
    expect(statedDay(['Month 13 2026/27'])).toBeUndefined();
    expect(statedDay(['As at 31/02/2026'])).toBeUndefined();
  });

  it('is the end of March for month 12, and of February in a leap year for month 11', () => {
    expect(statedDay(['Month 12 2026/27'])).toBe('2027-03-31');
    expect(statedDay(['Month 11 2027/28'])).toBe('2028-02-29');
  });
});
