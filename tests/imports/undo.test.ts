import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../support/importing.ts';
import { refusalOf } from '../support/planner.ts';

const roster = sampleFile('a_duty_roster_2026-10.xlsx');
const week = sampleFile('b2_birth_centre_week_cp1252.csv');
const october = { first: '2026-10-05', last: '2026-11-01' };

/** The whole store but for what the imports keep of themselves. */
function storeOf({ sqlite }: ImportingTrust): string {
  const ofImports = ['batch', 'batch_row', 'set_aside'];
  return dump(sqlite)
    .split(/^(?=-- )/m)
    .filter((table) => !ofImports.includes(/^-- (\w+)/.exec(table)?.[1] ?? ''))
    .join('');
}

const idOf = (report: { batch: number | null }) => report.batch ?? 0;

describe.skipIf(!samplesAreHere)(`undoing an import${ifSamples}`, () => {
  it('leaves the store as it was before, units that it made included', async () => {
    const trust = await openImportingTrust();
    const before = storeOf(trust);
    const { batch } = await trust.import(roster);
    expect(storeOf(trust)).not.toBe(before);
    const preview = await trust.client.imports.undoPreview({ batch: batch ?? 0 });
    expect(preview).toMatchObject({ goes: 2763, comesBack: [], later: [] });
    expect(preview.unitsThatGo).toHaveLength(4);
    const { undone } = await trust.client.imports.undo({ batch: batch ?? 0 });
    expect(undone).toMatchObject([{ id: batch, undoneAt: '2026-11-21T09:00:00.000Z' }]);
    expect(storeOf(trust)).toBe(before);
    expect(trust.figures('duty_roster')).toBeNull();
  });

  it('can be done again: redo brings back every row and unit as they were', async () => {
    const trust = await openImportingTrust();
    const batch = idOf(await trust.import(roster));
    const imported = storeOf(trust);
    await trust.client.imports.undo({ batch });
    await trust.client.imports.redo({ batch });
    expect(storeOf(trust)).toBe(imported);
    await trust.client.imports.undo({ batch });
    await trust.client.imports.redo({ batch });
    expect(storeOf(trust)).toBe(imported);
  });

  it('keeps what was refused, so that the import can still be looked at', async () => {
    const trust = await openImportingTrust();
    const batch = idOf(await trust.import(roster));
    await trust.client.imports.undo({ batch });
    const rows = await trust.client.imports.rows({ batch, outcome: 'refused' });
    expect(rows.rows.map(({ row }) => row)).toEqual([1046, 1047, 1048, 1049, 1050, 1051]);
    expect(rows.rows[5]).toMatchObject({ reason: 'grade_unknown', column: 'Grade' });
    expect(await trust.client.imports.open({ batch })).toMatchObject({ stored: 0, batch: { accepted: 2763 } });
  });

  it('brings back the rows that the import had replaced', async () => {
    const trust = await openImportingTrust();
    await trust.import(roster);
    const before = storeOf(trust);
    const figures = trust.figures('duty_roster', october);
    const batch = idOf(await trust.import(week, { overlap: 'replace' }));
    expect(storeOf(trust)).not.toBe(before);
    await trust.client.imports.undo({ batch });
    expect(storeOf(trust)).toBe(before);
    expect(trust.figures('duty_roster', october)).toEqual(figures);
  });

  it('asks to undo a later import too that replaced some of its rows', async () => {
    const trust = await openImportingTrust();
    const before = storeOf(trust);
    const first = idOf(await trust.import(roster));
    const second = idOf(await trust.import(week, { overlap: 'replace' }));
    const refusal = await refusalOf(trust.client.imports.undo({ batch: first }));
    expect(refusal).toMatchObject({ code: 'LATER_IMPORTS', data: { later: [{ id: second }] } });
    expect(refusal.message).toContain('b2_birth_centre_week_cp1252.csv');
    const { undone } = await trust.client.imports.undo({ batch: first, alsoLater: true });
    expect(undone.map(({ id }) => id)).toEqual([second, first]);
    expect(storeOf(trust)).toBe(before);
  });

  it('leaves a unit that another import uses by now, until that one is undone too', async () => {
    const trust = await openImportingTrust();
    const before = storeOf(trust);
    const first = idOf(await trust.import(week));
    const second = idOf(await trust.import(sampleFile('d_bank_agency_layout_B.xlsx')));
    await trust.client.imports.undo({ batch: first });
    const [inView] = (await trust.client.organisation.overview()).trusts;
    expect(inView?.units.map(({ name }) => name)).toContain('Birth Centre');
    await trust.client.imports.undo({ batch: second });
    expect(storeOf(trust)).toBe(before);
  });

  it('is not redone where it would count days twice', async () => {
    const trust = await openImportingTrust();
    const first = idOf(await trust.import(week));
    await trust.client.imports.undo({ batch: first });
    const second = idOf(await trust.import(roster));
    const refusal = await refusalOf(trust.client.imports.redo({ batch: first }));
    expect(refusal.code).toBe('CANNOT_REDO');
    expect(refusal.message).toContain(`import ${second}`);
  });

  it('takes back what was remembered of the matching with it, and redo remembers it again', async () => {
    const trust = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
    const before = storeOf(trust);
    const file = await trust.upload(sampleFile('m1_bad_roster.xlsx'));
    const mapping = { period: october, units: 'refuse' as const, codes: { grade: { 'Band 66': 'Band 6' } } };
    const committed = await trust.client.imports.commit({ trust: 'T1', file, mapping });
    const batch = committed.kind === 'committed' ? committed.batch.id : 0;
    expect(await trust.client.imports.mappings({ trust: 'T1' })).toMatchObject([{ mapping: { codes: mapping.codes } }]);
    await trust.client.imports.undo({ batch });
    expect(storeOf(trust)).toBe(before);
    await trust.client.imports.redo({ batch });
    expect(await trust.client.imports.mappings({ trust: 'T1' })).toHaveLength(1);
  });

  it.each([
    'a_duty_roster_2026-10.xlsx',
    'c_bank_agency_layout_A.xlsx',
    'e_esr_staff_in_post_2026-10-31.xlsx',
    'f_ledger_establishment_2026-10.xlsx',
    'g_leavers_24_months.xlsx',
    'h_absence_episodes.xlsx',
    'i_training_compliance.xlsx',
    'j_preceptees.xlsx',
    'k_vacancy_tracker.xlsx',
    'l_retention_action_plan.xlsx',
  ])('of every kind restores the store byte for byte, and redo what was imported: %s', async (name) => {
    const trust = await openImportingTrust();
    const before = storeOf(trust);
    const batch = idOf(await trust.import(sampleFile(name)));
    const imported = storeOf(trust);
    expect(imported).not.toBe(before);
    await trust.client.imports.undo({ batch });
    expect(storeOf(trust)).toBe(before);
    await trust.client.imports.redo({ batch });
    expect(storeOf(trust)).toBe(imported);
  });

  it('says what goes and comes back with the later imports that must be undone too', async () => {
    const trust = await openImportingTrust();
    const first = idOf(await trust.import(roster));
    const second = idOf(await trust.import(week, { overlap: 'replace' }));
    const preview = await trust.client.imports.undoPreview({ batch: first });
    expect(preview).toMatchObject({ goes: 2703, comesBack: [], later: [{ id: second }], left: [] });
    expect(preview.alsoGo).toEqual([{ batch: second, fileName: 'b2_birth_centre_week_cp1252.csv', rows: 60 }]);
    const ofSecond = await trust.client.imports.undoPreview({ batch: second });
    expect(ofSecond.comesBack).toEqual([{ batch: first, fileName: 'a_duty_roster_2026-10.xlsx', rows: 60 }]);
  });

  it('of a list of people names the later imports that were checked against it, and undoes those that are chosen', async () => {
    const trust = await openImportingTrust();
    const before = storeOf(trust);
    const staff = idOf(await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx')));
    const absence = idOf(await trust.import(sampleFile('h_absence_episodes.xlsx')));
    const training = idOf(await trust.import(sampleFile('i_training_compliance.xlsx')));
    const preview = await trust.client.imports.undoPreview({ batch: staff });
    expect(preview).toMatchObject({ later: [], left: [], checked: [{ id: training }, { id: absence }] });
    expect((await trust.client.imports.open({ batch: staff })).checked).toEqual([
      { batch: training, fileName: 'i_training_compliance.xlsx' },
      { batch: absence, fileName: 'h_absence_episodes.xlsx' },
    ]);
    const { undone } = await trust.client.imports.undo({ batch: staff, alsoLeft: [absence, training] });
    expect(undone.map(({ id }) => id)).toEqual([training, absence, staff]);
    expect(storeOf(trust)).toBe(before);
  });

  it('names later imports that left rows to this one, and undoes those that are chosen', async () => {
    const trust = await openImportingTrust();
    const before = storeOf(trust);
    const first = idOf(await trust.import(week));
    const second = idOf(await trust.import(roster, { overlap: 'leave' }));
    expect((await trust.client.imports.undoPreview({ batch: first })).left).toMatchObject([{ id: second }]);
    await trust.client.imports.undo({ batch: first });
    expect(await trust.client.imports.open({ batch: second })).toMatchObject({ batch: { undoneAt: null } });
    await trust.client.imports.redo({ batch: first });
    const { undone } = await trust.client.imports.undo({ batch: first, alsoLeft: [second] });
    expect(undone.map(({ id }) => id)).toEqual([second, first]);
    expect(storeOf(trust)).toBe(before);
  });
});
