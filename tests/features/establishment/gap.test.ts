import { beforeAll, describe, expect, test } from 'vitest';
import type { GapMeasure, GapPosition, GapShown } from '#contract';
import { wteInput } from '../../../renderer/components/making.ts';
import { gapMade } from '../../../renderer/features/establishment/figures.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { setLine } from '../../support/set-line.ts';

const ledger = expectedOfSample('f_ledger_establishment_2026-10.xlsx');
const staff = expectedOfSample('e_esr_staff_in_post_2026-10-31.xlsx');

function expectedOfSample(name: string): Record<string, unknown> {
  return samplesAreHere ? expectedOf(name) : {};
}

/** Hundred-thousandths to two decimals, half up, as the expected figures are printed. */
const shown = (wte: number | null) => wte && Math.sign(wte) * (Math.round(Math.abs(wte) / 1000) / 100);
const units = ['Delivery Suite', 'Antenatal/Postnatal Ward', 'Community Midwifery', 'Birth Centre'];

describe.skipIf(!samplesAreHere)(`the gap${ifSamples}`, () => {
  let trust: ImportingTrust;
  const gap = (groups?: string[]): Promise<GapShown> => trust.client.establishment.gap({ trust: 'T1', groups });
  const both = ['midwives', 'support'];

  beforeAll(async () => {
    trust = await openImportingTrust(units);
    const files = ['f_ledger_establishment_2026-10', 'e_esr_staff_in_post_2026-10-31', 'g_leavers_24_months'];
    for (const file of [...files, 'h_absence_episodes']) await trust.import(sampleFile(`${file}.xlsx`));
  });

  test('every band has the funded, in-post and vacancy figures of the ledger’s right answers', async () => {
    const { byGroupAndBand } = await gap();
    const expected = ledger['by_group_and_band'] as Record<string, Record<string, Record<string, number>>>;
    for (const [group, bands] of Object.entries(expected)) {
      for (const [band, right] of Object.entries(bands)) {
        const { position } = byGroupAndBand.find((row) => row.group === group && row.band === band)!;
        expect([group, band, shown(position.funded.wte)]).toEqual([group, band, right['funded_wte']]);
        expect([group, band, shown(position.inPost.wte)]).toEqual([group, band, right['in_post_wte']]);
        expect([group, band, shown(position.vacancy.wte)]).toEqual([group, band, right['vacancy_wte']]);
      }
    }
  });

  test('midwives and support together are 10.93 WTE short net and 11.49 gross by band', async () => {
    const { vacancy } = (await gap(both)).all;
    expect(shown(vacancy.wte)).toBe(ledger['midwives_and_support_vacancy_wte_net']);
    expect(shown(vacancy.gross)).toBe(ledger['midwives_and_support_vacancy_wte_gross_by_band']);
  });

  test('doctors have no ledger line: their funded and their vacancy are not known, never nought', async () => {
    const { position } = (await gap()).byGroup.find(({ group }) => group === 'medical')!;
    expect(position).toMatchObject({ funded: { wte: null, origin: null }, vacancy: { wte: null } });
    expect(shown(position.inPost.wte)).toBe(47);
  });

  test('active assignments are the right answers’ available; long-term sickness comes off after that', async () => {
    const available = staff['available_wte_by_group'] as Record<string, number>;
    for (const { group, position } of (await gap()).byGroup.filter((row) => row.group in available)) {
      const { maternity, secondment, career_break, other_status } = position.away!;
      const byStatus = maternity + secondment + career_break + other_status;
      expect([group, shown(position.inPost.wte! - byStatus)]).toEqual([group, available[group]]);
    }
    const rows = await trust.client.establishment.gapRows({ trust: 'T1', measure: 'away', limit: 1000 });
    const long = (group: string) =>
      new Set(rows.rows.filter((row) => row.group === group && row.why === 'long_sickness').map(({ who }) => who)).size;
    // The people that the training sample leaves out as long-term sick on the same day.
    expect([long('midwives'), long('support')]).toEqual([3, 1]);
  });

  test('a supernumerary preceptee comes off available and stays in post', async () => {
    const before = (await gap(both)).all;
    await trust.import(sampleFile('j_preceptees.xlsx'));
    const after = (await gap(both)).all;
    expect(after.inPost).toEqual(before.inPost);
    // Started on 5 and 19 October at 0.80 and 1.00 WTE: both within their first four weeks.
    expect(after.away?.supernumerary).toBe(180_000);
    expect(after.available).toBe(before.available! - 180_000);
  });

  test('bank and agency stand beside in post and never in it', async () => {
    const before = (await gap(both)).all;
    expect(before.bank).toBeNull();
    await trust.import(sampleFile('c_bank_agency_layout_A.xlsx'));
    const { all, cover } = await gap(both);
    expect({ ...all, bank: null, agency: null }).toEqual({ ...before, bank: null, agency: null });
    const minutes = await trust.client.establishment.gapRows({
      trust: 'T1',
      measure: 'bank',
      groups: both,
      limit: 1000,
    });
    const worked = minutes.rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
    expect(all.bank!.numerator / all.bank!.denominator).toBeCloseTo(worked / ((2250 * cover!.days) / 7), 9);
  });

  test('units, staff groups and bands each add up to the trust, for every figure', async () => {
    const found = await gap();
    const of = (position: GapPosition, key: 'inPost' | 'funded') => position[key].wte ?? 0;
    for (const rows of [found.lines, found.byUnit, found.byUnitAndGroup, found.byGroup, found.byGroupAndBand]) {
      const sum = (read: (position: GapPosition) => number) =>
        rows.reduce((total, row) => total + read(row.position), 0);
      expect(sum((position) => of(position, 'funded'))).toBe(found.all.funded.wte);
      expect(sum((position) => of(position, 'inPost'))).toBe(found.all.inPost.wte);
      expect(sum(({ available }) => available ?? 0)).toBe(found.all.available);
      expect(sum(({ vacancy }) => vacancy.wte ?? 0)).toBe(found.all.vacancy.wte);
    }
  });

  test.each<GapMeasure>(['funded', 'inPost', 'available', 'vacancy'])(
    'the rows behind %s add up to it',
    async (measure) => {
      const { all, byUnitAndGroup } = await gap(both);
      const value = (position: GapPosition) =>
        measure === 'vacancy'
          ? position.vacancy.wte
          : measure === 'available'
            ? position.available
            : position[measure as 'funded'].wte;
      const rows = await trust.client.establishment.gapRows({ trust: 'T1', measure, groups: both, limit: 1000 });
      expect(rows.wte).toBe(value(all));
      expect(rows.rows.every(({ fileName, row }) => fileName !== '' && row !== null)).toBe(true);
      for (const { unit, group, position } of byUnitAndGroup) {
        const own = await trust.client.establishment.gapRows({ trust: 'T1', measure, unit: unit.key, group });
        expect(own.wte ?? 0).toBe(value(position) ?? 0);
      }
    },
  );

  test('hand entries count where no import tells the group, and stand beside it where one does', async () => {
    await trust.client.establishment.pasteLines({
      trust: 'T1',
      rows: [
        ['Delivery Suite', 'Midwives', '6', '40', '35', '30', 'Birthrate+', 'Report 12', '14/03/2025'],
        ['Delivery Suite', 'Doctors', 'No band', '20', '18', ''],
      ],
    });
    const { lines, all } = await gap();
    const at = (group: string) =>
      lines.find(
        (row) =>
          row.unit.name === 'Delivery Suite' && row.group === group && row.band === (group === 'midwives' ? '6' : '-'),
      )!.position;
    expect(at('midwives')).toMatchObject({
      funded: { origin: 'import', wte: 3_435_000, byHand: 3_500_000 },
      required: { wte: 4_000_000 },
    });
    expect(at('midwives').inPost.byHand).toBe(3_000_000);
    expect(at('medical').funded).toEqual({ origin: 'hand', wte: 1_800_000, byHand: null });
    expect(all.funded.origin).toBe('both');
  });

  test('a requirement is compared only at the units and groups that have one', async () => {
    const { all, byUnitAndGroup } = await gap(both);
    const one = byUnitAndGroup.find((row) => row.unit.name === 'Delivery Suite' && row.group === 'midwives')!.position;
    expect(all.requiredLessFunded).toMatchObject({ wte: one.requiredLessFunded.wte, compared: 1 });
    // All midwives of the unit are funded against the whole requirement, not its one band.
    expect(one.requiredLessFunded).toMatchObject({ from: 4_000_000, less: one.funded.wte });
    expect(one.requiredLessAvailable.wte).toBe(4_000_000 - one.available!);
  });

  test('a cost centre can be given to another unit, and undo gives it back', async () => {
    const unitsOf = (await trust.client.organisation.overview()).trusts[0]!.units;
    const community = unitsOf.find(({ name }) => name === 'Community Midwifery')!.id;
    const before = await gap(both);
    expect(before.costCentres.find(({ costCentre }) => costCentre === '441105')).toMatchObject({ how: 'name' });
    await trust.client.establishment.setCostCentre({ trust: 'T1', costCentre: '441105', unit: community });
    const moved = await gap(both);
    expect(moved.costCentres.find(({ costCentre }) => costCentre === '441105')).toMatchObject({ how: 'own' });
    expect(moved.all.funded.wte).toBe(before.all.funded.wte);
    await trust.client.history.undo({ trust: 'T1' });
    expect((await gap(both)).byUnit).toEqual(before.byUnit);
  });

  test('the rows behind a gross figure are those of the places that are short, and add up to it', async () => {
    const found = await gap(both);
    const { all } = found;
    for (const measure of ['vacancy', 'requiredLessFunded', 'requiredLessAvailable'] as const) {
      const rows = await trust.client.establishment.gapRows({ trust: 'T1', measure, groups: both, gross: true });
      expect([measure, rows.wte ?? 0]).toEqual([measure, all[measure].gross]);
      expect(gapMade(found, measure).inputs).toContainEqual(
        wteInput('Gross, the places that are short alone', all[measure].gross),
      );
    }
  });

  test('last month’s gap is shown as it stood, after the next lists and a newer Birthrate+ report', async () => {
    const of = (on: string) => trust.client.establishment.gap({ trust: 'T1', on, groups: both });
    const october = (await of('2026-10-31')).all;
    const next = { period: { first: '2026-11-30', last: '2026-11-30' } };
    await trust.import(sampleFile('f_ledger_establishment_2026-10.xlsx'), next);
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'), next);
    trust.sqlite.prepare("UPDATE assignment SET fte = fte / 2 WHERE date = '2026-11-30'").run();
    const { lines } = await trust.client.establishment.sheet({ trust: 'T1' });
    const line = lines.find(({ required }) => required === 4_000_000)!;
    await setLine(trust.client, {
      trust: 'T1',
      id: line.id,
      required: 4_400_000,
      requiredSource: 'Report 14',
      requiredDate: '2026-11-15',
    });
    const then = await of('2026-10-31');
    expect(then.all).toEqual(october);
    expect(then.remarks.map(({ code }) => code)).toContain('requirement_of_day');
    expect(then.requirements).toMatchObject([{ source: 'Report 12' }]);
    const now = (await of('2026-11-30')).all;
    expect(now.required.wte).toBe(4_400_000);
    expect(now.inPost.wte).toBeLessThan(october.inPost.wte!);
  });
});
