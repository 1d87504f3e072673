import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTrust, today, trust } from './lives.ts';

describe('hours of a preceptee', () => {
  it('what is owed never falls by a meeting that is recorded, of anybody stored, whatever became of the contract', async () => {
    const { preceptorship, sqlite, page, add, undo } = await openTrust();
    sqlite.pragma('synchronous = OFF');
    const day = fc.integer({ min: 0, max: 420 }).map((days) => addDays('2025-09-08', days));
    const wte = fc.integer({ min: 1, max: 100 }).map((hundredth) => hundredth * 1000);
    const life = fc.record({
      programme: fc.constantFrom('midwifery_core', 'nursing_core', 'international', 'return_to_practice'),
      wte,
      changes: fc.array(fc.record({ from: day, wte }), { maxLength: 2 }),
      pause: fc.option(fc.record({ from: day, days: fc.integer({ min: 1, max: 90 }) })),
      step: fc.nat(8),
      on: day,
      isHeld: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(life, async ({ programme, wte: first, changes, pause, step, on, isHeld }) => {
        const of = { trust, key: await add({ programme, start: '2025-09-08', wte: first }) };
        for (const change of changes) await preceptorship.recordEvent({ ...of, event: { kind: 'wte', ...change } });
        if (pause !== null) {
          const { from, days } = pause;
          const event = { kind: 'pause' as const, from, until: addDays(from, days), reason: 'Leave' };
          await preceptorship.recordEvent({ ...of, event });
        }
        const before = await page(of.key);
        const { key } = before.steps[step % before.steps.length]!;
        await preceptorship.recordMeeting({ ...of, step: key, ...(isHeld ? { held: on } : { planned: on }) });
        const after = await page(of.key);
        for (const which of ['owed', 'owedByToday'] as const) {
          const [one, other] = [before.row.hours[which]!, after.row.hours[which]!];
          expect(one.numerator).toBeGreaterThan(0);
          expect(
            BigInt(other.numerator) * BigInt(one.denominator) >= BigInt(one.numerator) * BigInt(other.denominator),
          ).toBe(true);
        }
        expect(after.given).toEqual(before.given);
        await undo();
      }),
      { numRuns: 15 },
    );
  });

  it('hours owed at orientation, and protected hours of both, are told with what was given, booked and is owed', async () => {
    const { client, preceptorship, page, add } = await openTrust();
    const key = await add({ start: '2026-08-31', wte: 60_000 });
    const of = { trust, key };
    const given = async () =>
      Object.fromEntries(
        (await page(key)).given.map(({ kind, owed, ...minutes }) => [
          kind,
          [minutes.given, minutes.booked, owed && owed.numerator / owed.denominator],
        ]),
      );
    // 150 hours in proportion; the national model names no hours of orientation, 8 protected ones for each of the two.
    expect(await given()).toEqual({
      supernumerary: [0, 0, 5400],
      orientation: [0, 0, null],
      protected_preceptee: [0, 0, 480],
      protected_preceptor: [0, 0, 480],
    });
    const pack = 'preceptorship-midwifery-core';
    await client.organisation.setRule({ trust, pack, path: 'orientationHours', value: 40 });
    await client.organisation.setRule({ trust, pack, path: 'protectedHoursPreceptor', value: 12 });
    await preceptorship.addHours({ ...of, kind: 'orientation', day: '2026-09-01', minutes: 450 });
    await preceptorship.addHours({ ...of, kind: 'supernumerary', day: '2026-11-09', minutes: 690 });
    await preceptorship.addHours({ ...of, kind: 'protected_preceptee', day: '2026-09-10', minutes: 90 });
    await preceptorship.addHours({ ...of, kind: 'protected_preceptee', day: '2026-11-10', minutes: 60 });
    await preceptorship.addHours({ ...of, kind: 'protected_preceptor', day: today, minutes: 75 });
    expect(await given()).toEqual({
      supernumerary: [450, 690, 5400],
      orientation: [450, 0, 1440],
      protected_preceptee: [90, 60, 480],
      protected_preceptor: [75, 0, 720],
    });
  });

  it('shifts that a roster marks supernumerary are given and booked, save those in charge, cancelled or entered by hand', async () => {
    const { preceptorship, page, add, ...opened } = await openTrust();
    const key = await add({ start: '2026-08-31', person: '20000001' });
    await add({ start: '2026-08-31', name: 'Bea Other', person: '20000002' });
    const shift = (person: string, day: string, supernumerary: string, inCharge = 'No', status = 'Worked') => {
      const worked = status === 'Worked' ? '07:30,20:00,11:30' : ',,';
      return `Delivery Suite,${person},"TEST, Ada",Band 5,Registered,${day},LD,07:30,20:00,60,11:30,Substantive,${status},${inCharge},${supernumerary},${worked}`;
    };
    const headings =
      'Unit,Staff Number,Name,Grade,Grade Type,Duty Date,Shift,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,In Charge,Supernumerary,Actual Start,Actual End,Actual Work Hours';
    const rows = [
      shift('20000001', '2026-08-28', 'Yes'),
      shift('20000001', '2026-09-01', 'Yes'),
      shift('20000001', '2026-09-02', 'Yes'),
      shift('20000001', '2026-09-03', 'No'),
      shift('20000001', '2026-09-04', 'Yes', 'Yes'),
      shift('20000001', '2026-09-07', 'Yes', 'No', 'Cancelled'),
      shift('20000001', '2026-11-02', 'Yes'),
      shift('20000001', '2026-11-03', 'Yes', 'No', 'Planned'),
      shift('20000002', '2026-09-08', 'Yes'),
    ];
    const path = join(temporaryFolder(), 'roster.csv');
    writeFileSync(path, [headings, ...rows].join('\n'));
    const { accepted, batch } = await opened.import(path);
    expect(accepted).toBe(rows.length);
    const told = async () => {
      const { row, shifts } = await page(key);
      return { given: row.hours.given, booked: row.hours.booked, days: shifts.map(({ day }) => day) };
    };
    const [long, days] = [690, ['2026-09-01', '2026-09-02', '2026-11-02', '2026-11-03']];
    expect(await told()).toEqual({ given: 3 * long, booked: long, days });
    const { months } = await preceptorship.beside({ trust });
    // Of both preceptees together; nothing else of September has a day.
    expect(months.find(({ month }) => month === '2026-09')?.supernumerary).toBe(3 * long);
    // On a day with an entry the entry counts, and not the shift as well.
    await preceptorship.addHours({ trust, key, kind: 'supernumerary', day: '2026-09-02', minutes: 300 });
    expect(await told()).toMatchObject({ given: 2 * long + 300, booked: long });
    await opened.client.imports.undo({ batch: batch ?? 0 });
    expect(await told()).toEqual({ given: 300, booked: 0, days: [] });
  });
});
