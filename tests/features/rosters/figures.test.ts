import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterFigures, type RosterScope } from '../../../electron/features/rosters/calculations.ts';
import { clockChanges } from '../../../electron/features/rosters/calculations/clock-change.ts';
import { coordinatorCover } from '../../../electron/features/rosters/calculations/coordinator.ts';
import { rosterFiguresAsExpected } from '../../../electron/features/rosters/calculations/named-figures.ts';
import { overlappingDuties } from '../../../electron/features/rosters/calculations/overlaps.ts';
import type { DutyEntry } from '../../../electron/features/rosters/entries.ts';
import { duty, noActual, noPlanned, timeAway } from './rows.ts';

const units = ['Delivery Suite', 'Birth Centre'];
const coordinator = { unit: 'Delivery Suite', starts: { day: 450, night: 1170 } };
const scope: RosterScope = { period: { first: '2026-10-05', last: '2026-10-25' }, units, coordinator };
const figuresOf = (duties: DutyEntry[], away = [timeAway()]) =>
  rosterFiguresAsExpected(rosterFigures(duties, away, scope));

describe('shift fill', () => {
  it('leaves out on call, management and every supernumerary duty, and reports their hours apart', () => {
    const left = [
      duty({ purpose: 'on_call' }),
      duty({ purpose: 'management' }),
      duty({ supernumerary: 1 }),
      duty({ supernumerary: 1, inCharge: 1 }),
    ];
    expect(figuresOf([duty(), ...left])).toMatchObject({
      units: { ALL: { planned_hours: 11.5, actual_hours: 11.5, fill_percent: 100 } },
      management_hours_actual: 11.5,
      supernumerary_hours_actual_other: 11.5,
      supernumerary_hours_actual_coordinator: 11.5,
    });
  });

  it('plans what was not filled but not what was cancelled, and may exceed 100 %', () => {
    const open = duty({ ...noActual, fill: 'none', status: 'unfilled', person: null, name: null });
    expect(figuresOf([duty(), open])).toMatchObject({
      units: { ALL: { planned_hours: 23, actual_hours: 11.5, fill_percent: 50 } },
    });
    expect(
      figuresOf([duty(), duty({ ...noActual, status: 'cancelled' }), duty({ ...noPlanned, status: 'extra' })]),
    ).toMatchObject({
      units: { ALL: { planned_hours: 11.5, actual_hours: 23, fill_percent: 200 } },
    });
  });

  it('shows a unit of the trust without a duty with zeros and no rate, and a unit of the roster alone last', () => {
    const { units: shown } = figuresOf([duty({ unit: 'Triage' })]) as {
      units: Record<string, Record<string, unknown>>;
    };
    expect(Object.keys(shown)).toEqual(['Delivery Suite', 'Birth Centre', 'Triage', 'ALL']);
    expect(shown['Birth Centre']).toMatchObject({
      planned_hours: 0,
      fill_percent: null,
      fill_percent_support_night: null,
    });
  });
});

describe('temporary staffing and headroom', () => {
  it('shares out all actual hours but on call', () => {
    const duties = [
      duty(),
      duty({ fill: 'bank' }),
      duty({ fill: 'agency', purpose: 'management' }),
      duty({ fill: 'agency', purpose: 'on_call' }),
    ];
    expect(figuresOf(duties)).toMatchObject({
      temporary_staffing: { actual_hours_total: 34.5, bank_share_percent: 33.33, temporary_share_percent: 66.67 },
    });
  });

  it('gives time away as a part of substantive time and, apart from it, as an add-on', () => {
    const duties = [
      duty({ plannedMinutes: 600 }),
      duty({ fill: 'bank' }),
      duty({ status: 'cancelled' }),
      duty({ purpose: 'on_call' }),
      duty({ fill: 'none' }),
    ];
    expect(
      figuresOf(duties, [timeAway({ minutes: 150 }), timeAway({ minutes: 50, group: 'Working Day' })]),
    ).toMatchObject({
      unavailability: {
        hours: { 'Annual Leave': 2.5, 'Working Day': 0.83 },
        substantive_planned_duty_hours: 10,
        percent_of_substantive_time: { 'Annual Leave': 18.75, 'Working Day': 6.25 },
        total_percent_of_substantive_time: 25,
        total_percent_as_add_on: 33.33,
      },
    });
  });
});

describe('the coordinator', () => {
  const leads = { inCharge: 1, supernumerary: 1, band: '7' } as const;
  const slotOf = (...duties: DutyEntry[]) => {
    const { slots } = coordinatorCover(duties, coordinator, { first: '2026-10-05', last: '2026-10-05' });
    return slots.map(({ rostered, actual }) => [rostered, actual]);
  };

  it('is there where the actual start is at or before the slot’s, without grace', () => {
    expect(slotOf(duty(leads))[0]).toEqual([true, true]);
    expect(slotOf(duty({ ...leads, actualStart: 451 }))[0]).toEqual([true, false]);
    expect(slotOf(duty({ ...leads, actualStart: 440 }))[0]).toEqual([true, true]);
  });

  it('is rostered where the duty is open, and nobody was there', () => {
    expect(slotOf(duty({ ...leads, ...noActual, status: 'unfilled', person: null, fill: 'none' }))[0]).toEqual([
      true,
      false,
    ]);
  });

  it('that came extra was there and was not rostered, in the half that was worked', () => {
    const extra = duty({ ...leads, ...noPlanned, status: 'extra', actualStart: 1170, actualEnd: 1920, night: 1 });
    expect(slotOf(extra)).toEqual([
      [false, false],
      [false, true],
    ]);
  });

  it('is nobody of another unit, of another start, cancelled, in the numbers, not in charge or not registered', () => {
    const none = [
      { unit: 'Birth Centre' },
      { plannedStart: 480 },
      { status: 'cancelled' as const },
      { supernumerary: 0 as const },
      { inCharge: 0 as const },
      { registered: 0 as const },
    ];
    for (const change of none) expect(slotOf(duty({ ...leads, ...change }))[0]).toEqual([false, false]);
  });
});

describe('the clock change', () => {
  const night = { actualStart: 1170, actualEnd: 1920, night: 1 } as const;

  it('gives an hour more to a duty that crosses it in autumn, and an hour less in spring', () => {
    const autumn = clockChanges([duty({ ...night, date: '2026-10-24' })], { first: '2026-10-05', last: '2026-11-01' });
    expect(autumn).toMatchObject([{ season: 'autumn', dutyDate: '2026-10-24', minutes: 60 }]);
    const spring = clockChanges([duty({ ...night, date: '2027-03-27' })], { first: '2027-03-01', last: '2027-03-31' });
    expect(spring).toMatchObject([{ season: 'spring', dutyDate: '2027-03-27', minutes: -60 }]);
  });

  it('is crossed by who was there before 02:00 of the Sunday and stayed to 02:00, with actual times', () => {
    const crossing = (change: Partial<DutyEntry>) =>
      clockChanges([duty({ ...night, date: '2026-10-24', ...change })], { first: '2026-10-01', last: '2026-10-31' })[0]
        ?.duties.length;
    expect(crossing({ actualEnd: 1559 })).toBe(0);
    expect(crossing({ actualEnd: 1560 })).toBe(1);
    expect(crossing({ actualStart: 1560 })).toBe(0);
    expect(crossing({ date: '2026-10-25', actualStart: 30, actualEnd: 510 })).toBe(1);
    expect(crossing({ date: '2026-10-25' })).toBe(0);
    expect(crossing({ ...noActual, purpose: 'on_call' })).toBe(0);
  });

  it('agrees with the time zone of London for any shift about it', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const instants = new Map<string, number>();
    const from = Date.UTC(2026, 9, 24, 6);
    // The earlier instant of a clock time that comes twice is the one before the change.
    for (let minute = 48 * 60; minute >= 0; minute -= 1)
      instants.set(london.format(from + minute * 60_000), from + minute * 60_000);
    const instantOf = (minutes: number) => {
      const shown = new Date(Date.UTC(2026, 9, 24) + minutes * 60_000);
      const [day, hour, minute] = [shown.getUTCDate(), shown.getUTCHours(), shown.getUTCMinutes()].map((part) =>
        String(part).padStart(2, '0'),
      );
      return instants.get(`${day}/10/2026, ${hour}:${minute}`)!;
    };
    fc.assert(
      fc.property(fc.integer({ min: 480, max: 1439 }), fc.integer({ min: 1, max: 960 }), (actualStart, length) => {
        const worked = duty({ date: '2026-10-24', actualStart, actualEnd: actualStart + length });
        const [change] = clockChanges([worked], { first: '2026-10-24', last: '2026-10-25' });
        const elapsed = (instantOf(actualStart + length) - instantOf(actualStart)) / 60_000;
        expect(change?.minutes).toBe(elapsed - length);
      }),
    );
  });
});

describe('overlapping duties', () => {
  it('are two of one person at one time, over midnight too, and not one after the other', () => {
    const night = duty({ row: 2, plannedStart: 1170, plannedEnd: 1920, actualStart: 1170, actualEnd: 1920 });
    const morning = duty({ row: 1, date: '2026-10-06' });
    expect(overlappingDuties([night, morning]).map((pair) => pair.map(({ row }) => row))).toEqual([[1, 2]]);
    expect(overlappingDuties([{ ...night, actualEnd: 1890 }, morning])).toEqual([]);
    expect(overlappingDuties([night, { ...morning, person: '11111111' }])).toEqual([]);
    expect(overlappingDuties([night, { ...morning, status: 'cancelled' }])).toEqual([]);
  });
});

describe('people', () => {
  it('are counted once by number, agency workers without one by name, blind to case', () => {
    const agency = { fill: 'agency', person: null } as const;
    const duties = [
      duty(),
      duty(),
      duty({ ...agency, name: 'OBI, Chloe' }),
      duty({ ...agency, name: 'Obi, Chloe' }),
      duty({ fill: 'bank', person: '00000009' }),
    ];
    expect(figuresOf(duties, [timeAway({ person: '00000007' })])).toMatchObject({
      people_distinct: 3,
      people_distinct_substantive: 2,
      agency_names_distinct: 1,
    });
  });
});
