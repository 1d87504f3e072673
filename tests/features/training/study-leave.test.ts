import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { studyLeaveOf } from '../../../electron/features/training/calculations/study-leave.ts';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';

const year = { first: '2026-04-01', last: '2027-03-31' };
const units = ['Delivery Suite', 'Postnatal Ward', 'Triage'];

describe('hours of study that the plan needs', () => {
  it('are by head: a unit with a third of a group’s heads needs a third of its hours, a twelfth each month', () => {
    const { units: rows, covered } = studyLeaveOf({
      year,
      used: [{ date: '2026-10-07', unit: 'Triage', minutes: 450 }],
      booked: [],
      needs: [{ minutes: 36_000, heads: 3, byUnit: new Map([['Triage', 1]]) }],
      headsOfUnit: new Map([['Triage', 1]]),
      covered: new Map([['2026-10', 31]]),
    });
    expect(rows[0]?.total).toEqual({ used: 450, needed: 12_000, booked: 0 });
    expect(rows[0]?.cells.find(({ month }) => month === '2026-10')).toMatchObject({ used: 450, needed: 1000 });
    expect(covered).toEqual({ days: 31, used: 450, needed: 1000 });
  });

  it('are the same in all as the hours of the groups, however the heads lie, but for a minute of rounding', () => {
    const group = fc.record({
      minutes: fc.integer({ min: 0, max: 500_000 }),
      heads: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), (groups) => {
        const needs = groups.map(({ minutes, heads }) => ({
          minutes,
          heads: heads.reduce((sum, one) => sum + one, 0),
          byUnit: new Map(units.map((unit, at) => [unit, heads[at]!])),
        }));
        const found = studyLeaveOf({
          year,
          used: [],
          booked: [],
          needs,
          headsOfUnit: new Map(units.map((unit) => [unit, 1])),
          covered: new Map(),
        });
        const wanted = needs.reduce((sum, { minutes, heads }) => sum + (heads === 0 ? 0 : minutes), 0);
        expect(found.all.total.needed).toBe(wanted);
        const byUnit = found.units.reduce((sum, { total }) => sum + (total.needed ?? 0), 0);
        expect(Math.abs(byUnit - wanted)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });
});

describe.skipIf(!samplesAreHere)(`study leave of the sample roster${ifSamples}`, () => {
  let trust: ImportingTrust;
  const t = 'T1';
  beforeAll(async () => {
    trust = await openImportingTrust();
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'a_duty_roster_2026-10.xlsx'])
      await trust.import(sampleFile(file));
  });

  it('is the 480.0 hours of its right answers, and the rows behind come to the same', async () => {
    const { training } = trust.client;
    const found = await training.studyLeave({ trust: t });
    expect(found).toMatchObject({ first: '2026-04-01', analysis: null });
    const october = found.all.cells.find(({ month }) => month === '2026-10')!;
    expect(october).toMatchObject({ used: 480 * 60, needed: null });
    expect(found.units.reduce((sum, { total }) => sum + total.used, 0)).toBe(480 * 60);
    const rows = await training.studyLeaveRows({ trust: t, month: '2026-10' });
    expect(rows.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(480 * 60);
    const unit = found.units.find(({ total }) => total.used > 0)!;
    const ofUnit = await training.studyLeaveRows({ trust: t, month: '2026-10', unit: unit.unit });
    expect(ofUnit.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(unit.total.used);
  });

  it('counts the shifts that the trust says are training, and undo takes them back', async () => {
    const { training, organisation, history } = trust.client;
    const used = async () => (await training.studyLeave({ trust: t })).all.total.used;
    const { counts } = await training.studyLeave({ trust: t });
    expect(counts).toMatchObject({ group: 'Study Leave', shifts: expect.arrayContaining(['TRAIN', 'STUDY DAY']) });
    expect(counts.rostered).toContain('TW');
    const place = { trust: t, pack: 'training-needs', path: 'rosteredStudy.shifts' };
    await organisation.setRule({ ...place, value: 'study, tw' });
    const rows = await training.studyLeaveRows({ trust: t, month: '2026-10' });
    expect(rows.some(({ kind, reason }) => kind === 'duty' && reason === 'TW')).toBe(true);
    const duties = rows.filter(({ kind }) => kind === 'duty').reduce((sum, { minutes }) => sum + minutes, 0);
    expect(duties).toBeGreaterThan(0);
    expect(await used()).toBeGreaterThan(480 * 60);
    await organisation.setRule({ ...place, value: 'none' });
    expect((await training.studyLeave({ trust: t })).counts.shifts).toEqual([]);
    await history.undo({ trust: t });
    await history.undo({ trust: t });
    expect(await used()).toBe(480 * 60);
  });

  it('is held against the needs analysis of the year once there is one', async () => {
    const { training } = trust.client;
    await training.newNeeds({ trust: t, day: '2026-10-31' });
    const { analysis } = await training.needs({ trust: t });
    const { all, covered } = await training.studyLeave({ trust: t, day: '2026-10-31' });
    expect(all.total.needed).toBe(analysis!.totals.minutes);
    // The roster is of the four weeks from 5 October.
    expect(covered).toMatchObject({ used: 480 * 60 });
    const wanted = (analysis!.totals.minutes / 12) * (27 / 31 + 1 / 30);
    expect(Math.abs(covered.needed! - wanted)).toBeLessThanOrEqual(1);
  });
});
