import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../electron/core/dates.ts';
import { precepteesAsExpected } from '../../../electron/features/preceptorship/calculations/as-expected.ts';
import { progressOf } from '../../../electron/features/preceptorship/calculations/progress.ts';
import type { PrecepteeEntry } from '../../../electron/features/preceptorship/entries.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { preceptee } from './preceptee.ts';

const { preceptorship: rules } = loadReference(join(import.meta.dirname, '../../../resources'));
const today = '2026-11-02';
const on = (values: Partial<PrecepteeEntry>, day = today) => progressOf(preceptee(values), rules, day);
const dues = (values: Partial<PrecepteeEntry>) => on(values).meetings.map(({ due }) => due);
const statuses = (values: Partial<PrecepteeEntry>, day = today) =>
  Object.fromEntries(on(values, day).meetings.map(({ key, status }) => [key, status]));

describe('when meetings are due', () => {
  it('a programme that begins on 31 August has its months end on the last day of shorter months', () => {
    expect(dues({})).toEqual(['2026-09-14', '2026-11-30', '2027-02-28', '2027-05-31', '2027-08-31']);
  });

  it('a pause moves what is due on or after its first day, and nothing before', () => {
    expect(dues({ pauseStart: '2026-11-30', pauseEnd: '2026-12-10' })).toEqual([
      '2026-09-14',
      '2026-12-10',
      '2027-03-10',
      '2027-06-10',
      '2027-09-10',
    ]);
    expect(dues({ pauseStart: '2026-12-01', pauseEnd: '2026-12-11' })[1]).toBe('2026-11-30');
  });

  it('an open pause leaves earlier meetings due and gives later ones no date', () => {
    const paused = on({ pauseStart: '2026-10-01' });
    expect(paused.meetings.map(({ due, status }) => [due, status])).toEqual([
      ['2026-09-14', 'overdue'],
      [null, 'paused'],
      [null, 'paused'],
      [null, 'paused'],
      [null, 'paused'],
    ]);
    expect(paused).toMatchObject({ state: 'paused', adjustedEnd: null });
  });

  it('an extension replaces the day of completion, and is flagged past 18 months and the days of the pause', () => {
    expect(on({ extendedTo: '2028-02-29' })).toMatchObject({
      adjustedEnd: '2028-02-29',
      state: 'extended',
      pastCap: false,
    });
    expect(on({ extendedTo: '2028-03-01' }).pastCap).toBe(true);
    const paused = { pauseStart: '2026-10-01', pauseEnd: '2026-10-11' };
    expect(on({ ...paused, extendedTo: '2028-03-10' })).toMatchObject({ adjustedEnd: '2028-03-10', pastCap: false });
    expect(on({ ...paused, extendedTo: '2028-03-11' }).pastCap).toBe(true);
  });
});

describe('how a meeting stands', () => {
  it('held by its day it is done, later it is done late', () => {
    expect(statuses({ meetings: { start: '2026-09-14' } })['start']).toBe('done');
    expect(statuses({ meetings: { start: '2026-09-15' } })['start']).toBe('done_late');
  });

  it('28 days before it is due it is due soon, on the day itself too, and overdue the day after', () => {
    const third = (day: string) => statuses({ meetings: { start: '2026-09-14' } }, day)['3m'];
    expect(['2026-11-01', '2026-11-02', '2026-11-30', '2026-12-01'].map(third)).toEqual([
      'upcoming',
      'due_soon',
      'due_soon',
      'overdue',
    ]);
  });

  it('a meeting that is booked for a later day is not held yet', () => {
    expect(statuses({ meetings: { start: '2026-09-14', '3m': '2026-11-20' } })['3m']).toBe('due_soon');
  });

  it('a sign-off stands for the completion meeting, and says of others that they were not held or are closed', () => {
    const signed = {
      start: '2025-08-31',
      signedOff: '2026-06-15',
      meetings: { start: '2025-09-10', '3m': '2025-11-30' },
    };
    expect(statuses(signed)).toEqual({
      start: 'done',
      '3m': 'done',
      '6m': 'not_held',
      '9m': 'not_held',
      completion: 'done',
    });
    expect(statuses({ ...signed, signedOff: '2026-05-30' })['9m']).toBe('closed_by_sign_off');
    expect(statuses({ ...signed, signedOff: '2026-09-01' })['completion']).toBe('done_late');
    expect(on({ ...signed, pauseStart: '2026-06-20', extendedTo: '2027-01-01' }).state).toBe('signed_off');
  });

  it('a preceptor is due within a week; one without a date is not taken for one in time', () => {
    const named = (values: Partial<PrecepteeEntry>, day = today) => on(values, day).preceptor.status;
    expect(named({ preceptorNamedOn: '2026-09-07' })).toBe('done');
    expect(named({ preceptorNamedOn: '2026-09-08' })).toBe('done_late');
    expect(named({})).toBe('overdue');
    expect(named({ preceptor: 'Grace Example' })).toBe('done_late');
    expect(named({ preceptor: 'Grace Example' }, '2026-09-03')).toBe('done');
  });
});

describe('supernumerary hours', () => {
  it('are owed in proportion to the contract and never short by less than nothing', () => {
    const hours = (wte: number | null, supernumeraryMinutes: number | null) => {
      const [one] = precepteesAsExpected([on({ wte, supernumeraryMinutes })], today).preceptees;
      return [one?.supernumerary_hours_required, one?.supernumerary_hours_short];
    };
    expect(hours(60_000, 70 * 60)).toEqual([90, 20]);
    expect(hours(61_333, 0)).toEqual([92, 92]);
    expect(hours(80_000, 121 * 60)).toEqual([120, 0]);
    expect(hours(null, 60)).toEqual([null, null]);
    expect(hours(100_000, null)).toEqual([150, null]);
  });
});

describe('any preceptee', () => {
  const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(from, count));
  const anyone = fc.record({
    start: day('2025-01-01', 700),
    pauseStart: fc.option(day('2025-01-01', 900)),
    meetings: fc.record({ start: day('2025-01-10', 700), '3m': day('2025-04-01', 700) }, { requiredKeys: [] }),
    wte: fc.integer({ min: 0, max: 100_000 }),
  });

  it('a pause of n days moves the open milestones by n days and no closed one', () => {
    fc.assert(
      fc.property(anyone, fc.integer({ min: 0, max: 400 }), ({ pauseStart, ...values }, days) => {
        const from = pauseStart ?? '2025-06-01';
        const without = on(values);
        const paused = on({ ...values, pauseStart: from, pauseEnd: addDays(from, days) });
        for (const [at, { due }] of without.meetings.entries()) {
          const moved = daysBetween(due ?? '', paused.meetings[at]?.due ?? '');
          // Closed is what was held by the first day of the pause.
          const held = Object.entries(values.meetings).find(([key]) => key === without.meetings[at]?.key)?.[1];
          const isOpen = held === undefined || held > today || held > from;
          expect(moved).toBe(isOpen && (due ?? '') >= from ? days : 0);
        }
      }),
    );
  });

  it('the order of the rows changes no count', () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), (rows) => {
        const all = rows.map((values) => on(values));
        const { counts } = precepteesAsExpected(all, today);
        expect(precepteesAsExpected([...all].reverse(), today).counts).toEqual(counts);
        expect(counts.total).toBe(rows.length);
      }),
    );
  });
});
