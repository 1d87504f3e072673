import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../electron/exports/calendar-file.ts';
import { readCalendar } from '../support/read-calendar.ts';

const at = '2026-11-02T09:00:30.500Z';
const entry = { uid: 'a', day: '2026-11-30', until: '2026-12-01', title: 'Meeting', description: '' };

describe('a calendar file', () => {
  it('has entries of whole days that keep nobody busy, with the moment at which it was made', () => {
    const { calendar, entries } = readCalendar(Buffer.from(calendarFile('Preceptorship', [entry], at)));
    expect(calendar.get('METHOD')?.value).toBe('PUBLISH');
    expect(Object.fromEntries([...(entries[0] ?? [])].map(([name, { value }]) => [name, value]))).toEqual({
      UID: 'a',
      DTSTAMP: '20261102T090030Z',
      DTSTART: '20261130',
      DTEND: '20261201',
      SUMMARY: 'Meeting',
      TRANSP: 'TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE',
    });
  });

  it('is read back as it was written, whatever the names, and no line is longer than 75 octets', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(fc.constantFrom('Zoë', 'Ní Dhúill', ',', ';', '\\', '\n', 'ś', '🤱', ':', '"', ' ', '\t', '\\n'), {
          maxLength: 90,
        })
        .map((parts) => parts.join('')),
    );
    /** What a text may hold. */
    const legible = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
    fc.assert(
      fc.property(words, words, words, (name, title, description) => {
        const file = calendarFile(name, [{ ...entry, title, description }, entry], at);
        const { calendar, entries } = readCalendar(Buffer.from(file));
        expect(calendar.get('X-WR-CALNAME')?.value).toBe(legible(name));
        expect(entries[0]?.get('SUMMARY')?.value).toBe(legible(title));
        expect(entries[0]?.get('DESCRIPTION')?.value ?? '').toBe(legible(description));
        expect(entries).toHaveLength(2);
      }),
      { numRuns: 300 },
    );
  });
});
