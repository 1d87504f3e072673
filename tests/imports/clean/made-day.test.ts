import { describe, expect, it } from 'vitest';
import { madeDay } from '../../../electron/imports/clean/made-day.ts';

describe('the day on which a file was made', () => {
  it.each([
    [['Competence compliance', 'Run 01-Nov-2026; the flag was last refreshed 05-Oct-2026'], '2026-11-01'],
    [['Printed 1 November 2026 09:14', 'Compliance as at 31/10/2026'], '2026-11-01'],
    [['As at 31.10.2026', 'Valid to 31-Mar-2027'], '2026-10-31'],
    [['Extracted on Sunday 1st November 2026'], '2026-11-01'],
    [['Preceptorship log', '2026-11-02'], '2026-11-02'],
    [['Cohort of 01/09/2025 to 31/08/2026'], undefined],
    [['Preceptorship log'], undefined],
  ])('%j is %s', (lines, day) => {
    expect(madeDay(lines)).toBe(day);
  });
});
