import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';

const roster = sampleFile('a_duty_roster_2026-10.xlsx');
const csv = sampleFile('b1_duty_roster_2026-10.csv');
const week = sampleFile('b2_birth_centre_week_cp1252.csv');
const october = { first: '2026-10-05', last: '2026-11-01' };
const ofWeek = { first: '2026-10-19', last: '2026-10-25' };

describe.skipIf(!samplesAreHere)(`importing days that are there already${ifSamples}`, () => {
  it('the same file twice changes nothing and says so', async () => {
    const trust = await openImportingTrust();
    const first = await trust.import(roster);
    const store = dump(trust.sqlite, { history: true });
    const second = await trust.import(roster);
    expect(second).toMatchObject({ alreadyImported: true, batch: first.batch, accepted: first.accepted });
    expect(dump(trust.sqlite, { history: true })).toBe(store);
    const preview = await trust.client.imports.preview({ trust: 'T1', file: await trust.upload(roster) });
    expect(preview?.same).toBe(first.batch);
  });

  it('the same file is imported again once it was undone', async () => {
    const trust = await openImportingTrust();
    const { batch } = await trust.import(roster);
    await trust.client.imports.undo({ batch: batch ?? 0 });
    expect(await trust.import(roster)).toMatchObject({ alreadyImported: false, accepted: 2763 });
  });

  it('another file of the same units and days asks whether to replace, add or leave', async () => {
    const trust = await openImportingTrust();
    const { batch } = await trust.import(roster);
    const store = dump(trust.sqlite);
    const refusal = await trust.refusal(csv);
    expect(refusal).toMatchObject({ code: 'OVERLAP', data: { overlaps: [{ batch, rows: 2763, ...october }] } });
    expect(refusal.message).toContain('a_duty_roster_2026-10.xlsx');
    expect(dump(trust.sqlite)).toBe(store);
  });

  it('replace puts the new rows in the place of the old ones', async () => {
    const trust = await openImportingTrust();
    await trust.import(roster);
    await trust.import(csv, { overlap: 'replace' });
    const { units, temporary_staffing, unavailability } = expectedOf('b1_duty_roster_2026-10.csv');
    expect(trust.figures('duty_roster', october)).toMatchObject({ units, temporary_staffing, unavailability });
  });

  it('replace leaves other units and other days alone', async () => {
    const trust = await openImportingTrust();
    await trust.import(roster);
    const before = trust.figures('duty_roster', october) as { duty_rows: number };
    await trust.import(week, { overlap: 'replace' });
    const others = trust.figures('duty_roster', october) as { duty_rows: number; units: Record<string, unknown> };
    const { units } = expectedOf('a_duty_roster_2026-10.xlsx') as { units: Record<string, unknown> };
    expect(others.units['Delivery Suite']).toEqual(units['Delivery Suite']);
    const inWeek = trust.figures('duty_roster', ofWeek) as { units: Record<string, unknown> };
    const expected = expectedOf('b2_birth_centre_week_cp1252.csv') as { units: Record<string, unknown> };
    expect(inWeek.units['Birth Centre']).toEqual(expected.units['Birth Centre']);
    expect(others.duty_rows).not.toBe(before.duty_rows + 43);
  });

  it('add counts both', async () => {
    const trust = await openImportingTrust();
    await trust.import(roster);
    await trust.import(csv, { overlap: 'add' });
    expect(trust.figures('duty_roster', october)).toMatchObject({ duty_rows: 2 * 1878, unavailability_rows: 2 * 885 });
  });

  it('leave takes in only what is not there, and says which rows it left', async () => {
    const trust = await openImportingTrust();
    await trust.import(week);
    const report = await trust.import(roster, { overlap: 'leave' });
    const left = report.ignored.filter(({ reason }) => reason === 'left_to_earlier_import');
    expect(left.length).toBeGreaterThan(0);
    expect(report.rowsRead).toBe(report.accepted + report.refused.length + report.ignored.length);
    const inWeek = trust.figures('duty_roster', ofWeek) as { units: Record<string, unknown> };
    const expected = expectedOf('b2_birth_centre_week_cp1252.csv') as { units: Record<string, unknown> };
    expect(inWeek.units['Birth Centre']).toEqual(expected.units['Birth Centre']);
  });

  it('a dry run says what an import would do, and stores nothing', async () => {
    const trust = await openImportingTrust();
    const store = dump(trust.sqlite, { history: true });
    const report = await trust.import(roster, { dryRun: true });
    expect(report).toMatchObject({ rowsRead: 2771, accepted: 2763, batch: null });
    expect(dump(trust.sqlite, { history: true })).toBe(store);
  });

  it('a bank list of the days of a roster is no overlap, and says that both may hold the same duties', async () => {
    const trust = await openImportingTrust();
    await trust.import(roster);
    await trust.import(sampleFile('c_bank_agency_layout_A.xlsx'));
    const bookings = await trust.client.rosters.bookings({ trust: 'T1' });
    expect(bookings?.alsoInRoster?.minutes).toBe(Math.round((997 + 168.25) * 60));
  });
});
