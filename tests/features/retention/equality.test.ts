import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportedFile } from '#contract';
import { groupReader } from '../../../electron/features/retention/calculations/ethnic-groups.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { temporaryFolder } from '../../support/database.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { readCells } from '../../support/read-cells.ts';

const trust = 'T1';
const { equality: rules } = loadReference(join(import.meta.dirname, '../../../resources'));

async function sheetOf({ contents }: ExportedFile) {
  const path = join(temporaryFolder(), 'file.xlsx');
  writeFileSync(path, Buffer.from(contents, 'base64'));
  const [sheet] = await readCells(path);
  return sheet!.cells;
}
const both = (white: [number, number | null], bme: [number, number | null], unknown: [number, number | null]) =>
  [white, bme, unknown].map(([counted, outOf], index) => ({
    group: (['white', 'bme', 'unknown'] as const)[index]!,
    counted,
    outOf,
  }));

describe('ethnic origins', () => {
  it('are grouped by the letter of the category, with a second letter too, else by name; blank is unknown', () => {
    const of = groupReader(rules);
    expect(['A White - British', 'CB Scottish', 'White - Irish'].map(of)).toEqual(['white', 'white', 'white']);
    expect(['S Any Other Ethnic Group', 'Black or Black British - African', 'F Mixed - White & Asian'].map(of)).toEqual(
      ['bme', 'bme', 'bme'],
    );
    expect([of('Z Not Stated'), of(null), of(' '), of('Martian')]).toEqual([
      'unknown',
      'unknown',
      'unknown',
      undefined,
    ]);
  });
});

describe('indicators of workforce equality', () => {
  it('2 is the white rate over the other, 3 the other way round, each with what it is out of', async () => {
    const { client } = await openImportingTrust();
    const { retention } = client;
    const { id } = await retention.addSnapshot({ trust, day: '2026-03-31' });
    const set = (indicator: string, groups: ReturnType<typeof both>) =>
      retention.setEqualityCounts({ trust, id, indicator, groups });
    await set('workforce', both([300, null], [100, null], [20, null]));
    await set('appointment', both([30, 100], [10, 50], [1, 4]));
    await set('disciplinary', both([6, null], [4, null], [0, null]));
    await set('board', both([11, null], [1, null], [0, null]));
    const { indicators, list } = await retention.equality({ trust });
    expect(list).toBeNull();
    const of = (number: number) => indicators.find((one) => one.number === number)!.now;
    // (30 / 100) / (10 / 50) = 1.5, above 1.25.
    expect(of(2)).toMatchObject({ relative: { numerator: 1500, denominator: 1000 }, verdict: 'above' });
    // (4 / 100) / (6 / 300) = 2.
    expect(of(3)).toMatchObject({ relative: { numerator: 1200, denominator: 600 }, verdict: 'above' });
    expect(of(4)).toMatchObject({ relative: null, verdict: null });
    expect(of(1).groups).toContainEqual({ group: 'bme', counted: 100, outOf: 420 });
    expect(of(9).groups).toContainEqual({ group: 'bme', counted: 1, outOf: 12 });
  });

  it('stand beside those of the snapshot before, take no more people than there were, and come back by undo', async () => {
    const { client } = await openImportingTrust();
    const { retention, history } = client;
    const first = await retention.addSnapshot({ trust, day: '2025-03-31' });
    await retention.setEqualityCounts({
      trust,
      id: first.id,
      indicator: 'appointment',
      groups: both([8, 16], [4, 8], [0, 0]),
    });
    const { id } = await retention.addSnapshot({ trust, day: '2026-03-31' });
    expect(await refusalOf(retention.addSnapshot({ trust, day: '2026-03-31' }))).toMatchObject({ code: 'DAY_TAKEN' });
    const tooMany = { trust, id, indicator: 'appointment', groups: both([9, 8], [1, 2], [0, 0]) };
    expect(await refusalOf(retention.setEqualityCounts(tooMany))).toMatchObject({ code: 'MORE_THAN_ALL' });
    const appointment = (await retention.equality({ trust })).indicators[1]!;
    expect(appointment.now.relative).toBeNull();
    expect(appointment.earlier[0]).toMatchObject({ relative: { numerator: 64, denominator: 64 }, verdict: 'within' });
    const all = await retention.equality({ trust, id: first.id });
    await retention.removeSnapshot({ trust, id: first.id });
    expect((await retention.equality({ trust })).earlier).toEqual([]);
    await history.undo({ trust });
    expect(await retention.equality({ trust, id: first.id })).toEqual(all);
  });

  it('of the checklist say how far the trust is and what proves it, and take nothing about a patient', async () => {
    const { retention } = (await openImportingTrust()).client;
    const about = { trust, line: 'zero_tolerance' };
    await retention.setEqualityCheck({
      ...about,
      state: 'under_way',
      evidence: '62 % trained',
      lead: 'Director of Midwifery',
    });
    expect(await refusalOf(retention.setEqualityCheck({ ...about, evidence: 'see 943 476 5919' }))).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
    });
    const { checklist } = await retention.equality({ trust });
    expect(checklist).toHaveLength(4);
    expect(checklist[0]).toMatchObject({ state: 'under_way', evidence: '62 % trained', lead: 'Director of Midwifery' });
  });
});

describe.skipIf(!samplesAreHere)(`with the sample staff list${ifSamples}`, () => {
  let world: Awaited<ReturnType<typeof openImportingTrust>>;
  beforeAll(async () => {
    world = await openImportingTrust();
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'g_leavers_24_months.xlsx'])
      await world.import(sampleFile(file));
  });

  it('counts every head once in its band and group, and a share leaves the trust only without small counts', async () => {
    const { sqlite } = world;
    const { retention } = world.client;
    const { id } = await retention.addSnapshot({ trust, day: '2026-10-31' });
    await retention.setEqualityCounts({
      trust,
      id,
      indicator: 'disciplinary',
      groups: both([7, null], [3, null], [0, null]),
    });
    await retention.setEqualityCounts({
      trust,
      id,
      indicator: 'harassment_staff',
      groups: both([20, 80], [4, 9], [1, 2]),
    });
    const { list, bands, indicators } = await retention.equality({ trust });
    const heads = sqlite
      .prepare(
        `SELECT count(DISTINCT person) FROM assignment WHERE category IN ('permanent', 'fixed_term') AND start_date <= '2026-10-31'`,
      )
      .pluck()
      .get();
    expect(list).toMatchObject({ census: '2026-10-31', daysBefore: 0, isOld: false, people: heads, strange: [] });
    expect(bands.reduce((sum, { white, bme, unknown }) => sum + white + bme + unknown, 0)).toBe(heads);
    for (const profile of ['lmns', 'public'] as const) {
      const cells = await sheetOf(await retention.equalityFile({ trust, id, profile }));
      const below = profile === 'lmns' ? 5 : 8;
      const rows = Object.keys(cells).flatMap((place) => (/^A\d+$/.test(place) ? [Number(place.slice(1))] : []));
      for (const row of rows)
        for (const column of ['B', 'C', 'E', 'F', 'H', 'I']) {
          const value = cells[`${column}${row}`];
          if (typeof value === 'number') expect(value === 0 || value >= below, `${column}${row}`).toBe(true);
        }
      const row = rows.find((one) => String(cells[`A${one}`]).startsWith('3.'))!;
      expect(cells[`E${row}`]).toBe(`fewer than ${below}`);
      expect(cells[`K${row}`]).toBe('not shown');
      const survey = rows.find((one) => String(cells[`A${one}`]).startsWith('6.'))!;
      expect(cells[`F${survey}`]).toBe('fewer than 11');
      expect(cells[`G${survey}`]).toBe('not shown');
    }
    expect(indicators[2]!.now.groups.every(({ outOf }) => outOf !== null)).toBe(true);
  });

  it('takes no more people than the staff list has, and groups a category as the trust has it', async () => {
    const { retention, organisation } = world.client;
    const { id } = await retention.addSnapshot({ trust, day: '2026-11-01' });
    const tooMany = { trust, id, indicator: 'disciplinary', groups: both([9000, null], [0, null], [0, null]) };
    expect(await refusalOf(retention.setEqualityCounts(tooMany))).toMatchObject({ code: 'MORE_THAN_ALL' });
    const shares = async () =>
      (await retention.equality({ trust, id })).indicators[0]!.now.groups.map(({ counted }) => counted);
    const [white = 0, bme = 0, unknown] = (await shares()).map(Number);
    const irish = { trust, pack: 'workforce-equality', path: 'categories[B].group' };
    expect(await refusalOf(organisation.setRule({ ...irish, value: 'purple' }))).toMatchObject({ code: 'NOT_ALLOWED' });
    await organisation.setRule({ ...irish, value: 'bme' });
    const [fewer = 0, more = 0, same] = (await shares()).map(Number);
    expect(fewer).toBeLessThan(white);
    expect([fewer + more, same]).toEqual([white + bme, unknown]);
    await organisation.resetRule(irish);
    expect(await shares()).toEqual([white, bme, unknown]);
  });
});
