import { describe, expect, it } from 'vitest';
import { printFigures } from '../../../electron/command-line/figures.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { readTable, writeTable } from '../../support/variants.ts';

const files = {
  staff_list: 'e_esr_staff_in_post_2026-10-31.xlsx',
  ledger: 'f_ledger_establishment_2026-10.xlsx',
  leavers: 'g_leavers_24_months.xlsx',
  absence: 'h_absence_episodes.xlsx',
} as const;
const kinds = Object.keys(files) as (keyof typeof files)[];
const onCensus = { first: '2026-10-31', last: '2026-10-31' };
const same = <Cells>(cells: Cells) => cells;

async function withAll(...order: readonly (keyof typeof files)[]): Promise<ImportingTrust> {
  const trust = await openImportingTrust();
  for (const kind of order) await trust.import(sampleFile(files[kind]));
  return trust;
}

const figures = ({ context }: ImportingTrust, kind: string, period?: { first: string; last: string }) =>
  printFigures(kind, 'T1', period, context) as Record<string, unknown>;

/** The right answers but for the rosters', which only some tests import. */
function answersOf(file: string): Record<string, unknown> {
  const { roster_people_found_in_staff_list: _, roster_people_not_in_staff_list: __, ...answers } = expectedOf(file);
  return answers;
}

/** The staff list of another day, without its title lines where `titles` is empty. */
async function staffListOf(titles: readonly string[], from = 1): Promise<string> {
  const table = await readTable(sampleFile(files.staff_list), 5);
  return writeTable(
    { ...table, titles, rows: table.rows.slice(from - 1) },
    { headings: [table.headings], cells: same },
  );
}

describe.skipIf(!samplesAreHere)(`lists of people and posts, imported${ifSamples}`, () => {
  it('are each recognised, and give the right rows and figures on the census', async () => {
    const trust = await withAll(...kinds);
    for (const kind of kinds) expect(figures(trust, kind, onCensus)).toMatchObject(answersOf(files[kind]));
    const october = { first: '2026-10-01', last: '2026-10-31' };
    expect(figures(trust, 'absence', october)).toMatchObject(expectedOf(files.absence)['month'] as object);
    const months = { first: '2025-11-01', last: '2026-10-31' };
    expect(figures(trust, 'absence', months)).toMatchObject(expectedOf(files.absence)['twelve_months'] as object);
    expect(figures(trust, 'leavers', months)).toMatchObject(expectedOf(files.leavers));
    for (const kind of kinds) expect(figures(trust, kind)).toMatchObject(answersOf(files[kind]));
  });

  it('find the people of the roster on the staff list, and name the two who left', async () => {
    const trust = await openImportingTrust(['Delivery Suite']);
    await trust.import(sampleFile('a_duty_roster_2026-10.xlsx'));
    await trust.import(sampleFile(files.staff_list));
    expect(figures(trust, 'staff_list', onCensus)).toMatchObject(expectedOf(files.staff_list));
  });

  it('give the same figures in any order, and take absences on trust while the other lists are missing', async () => {
    const trust = await openImportingTrust();
    const absence = await trust.import(sampleFile(files.absence));
    expect(absence.accepted).toBe(452);
    expect(absence.warnings['person_not_checked']).toHaveLength(452);
    expect(() => figures(trust, 'absence', onCensus)).toThrow(/Import the staff list first/);
    await trust.import(sampleFile(files.ledger));
    expect(figures(trust, 'ledger', onCensus)).toMatchObject({
      funded_wte_by_group: { midwives: 136.45 },
      by_group: { midwives: { in_post_wte: null, vacancy_wte: null } },
      remarks: [{ code: 'staff_list_missing' }],
    });
    await trust.import(sampleFile(files.staff_list));
    expect(figures(trust, 'absence', onCensus)['remarks']).toMatchObject([
      { code: 'leavers_missing' },
      { code: 'people_unknown' },
    ]);
    await trust.import(sampleFile(files.leavers));
    const { month, twelve_months } = expectedOf(files.absence);
    expect(figures(trust, 'absence', onCensus)).toMatchObject({
      month,
      twelve_months,
      remarks: [{ code: 'people_unknown' }],
    });
    const { by_group } = expectedOf(files.ledger);
    expect(figures(trust, 'ledger', onCensus)).toMatchObject({ by_group });
  });

  it('ask as on which day a staff list was taken where it does not say so', async () => {
    const trust = await openImportingTrust();
    const path = await staffListOf([]);
    expect(await trust.refusal(path)).toMatchObject({ code: 'DATE_NEEDED' });
    const key = await trust.upload(path);
    expect(await refusalOf(trust.client.imports.preview({ trust: 'T1', file: key }))).toMatchObject({
      code: 'DATE_NEEDED',
    });
    await trust.import(path, { period: onCensus });
    expect(figures(trust, 'staff_list')).toMatchObject({ census: '2026-10-31', people_in_post: 251 });
  });

  it('keep each census: the newest by a day is in force, and there is none before the first', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile(files.staff_list));
    await trust.import(await staffListOf(['Staff in post as at 30 November 2026'], 40));
    expect(await trust.client.staff.censuses({ trust: 'T1' })).toEqual(['2026-10-31', '2026-11-30']);
    const heads = async (on: string) => (await trust.client.staff.inPost({ trust: 'T1', on }))?.people;
    expect([await heads('2026-10-31'), await heads('2026-11-29')]).toEqual([251, 251]);
    expect(await heads('2026-11-30')).toBeLessThan(251);
    expect(await refusalOf(trust.client.staff.inPost({ trust: 'T1', on: '2026-10-30' }))).toMatchObject({
      code: 'NO_LIST_YET',
    });
  });

  it('a second list of the same day asks, takes the place of the first, and gives it back when undone', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile(files.staff_list));
    const rows = () => trust.sqlite.prepare('SELECT * FROM assignment ORDER BY id').raw().all();
    const before = rows();
    const path = await staffListOf(['Effective date: 31-Oct-2026'], 11);
    expect(await trust.refusal(path)).toMatchObject({ code: 'OVERLAP' });
    const { batch } = await trust.import(path, { overlap: 'replace' });
    const replaced = figures(trust, 'staff_list');
    expect(replaced).toMatchObject({ rows_read: 316, file: 'variant.xlsx' });
    expect(replaced['people_in_post']).toBeLessThan(251);
    await trust.client.imports.undo({ batch: batch! });
    expect(figures(trust, 'staff_list')).toMatchObject({ people_in_post: 251 });
    expect(rows()).toEqual(before);
    await trust.client.imports.redo({ batch: batch! });
    expect(figures(trust, 'staff_list')).toEqual(replaced);
  });

  it('of leavers and absence count each end and each episode once, the newest export first', async () => {
    const trust = await withAll(...kinds);
    const table = await readTable(sampleFile(files.absence), 4);
    const end = table.headings.indexOf('Absence End Date');
    const closed = table.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, place) => (place === end ? (cell ?? 46_325) : cell)),
    }));
    const path = await writeTable({ ...table, rows: closed }, { headings: [table.headings], cells: same });
    await trust.import(path, { overlap: 'add' });
    const leavers = await readTable(sampleFile(files.leavers), 4);
    await trust.import(await writeTable(leavers, { headings: [leavers.headings], cells: same }), { overlap: 'add' });
    expect(figures(trust, 'leavers', onCensus)).toMatchObject({ groups: expectedOf(files.leavers)['groups'] });
    const month = figures(trust, 'absence', onCensus)['month'] as { groups: { midwives: { fte_days_lost: number } } };
    expect(month).toMatchObject({ episodes_touching_period_all_groups: 38 });
    expect(month.groups.midwives.fte_days_lost).toBeLessThan(122.03);
  });

  it('show the rows behind each figure', async () => {
    const trust = await withAll(...kinds);
    const { staff, establishment } = trust.client;
    const inPost = await staff.inPost({ trust: 'T1' });
    const wteOf = (rows: readonly { fte: number }[]) => rows.reduce((sum, { fte }) => sum + fte, 0);
    for (const { group, band, wte } of inPost!.bands) {
      const { rows, total } = await staff.people({ trust: 'T1', group, band, limit: 1000 });
      expect([rows.length, wteOf(rows)]).toEqual([total, wte]);
    }
    const available = await staff.people({ trust: 'T1', which: 'available', limit: 1000 });
    expect(wteOf(available.rows)).toBe(inPost!.available);
    const all = await staff.people({ trust: 'T1', which: 'all' });
    const out = await staff.people({ trust: 'T1', which: 'not_in_post', limit: 1000 });
    expect([all.total, out.total + inPost!.assignments]).toEqual([324, 324]);
    expect(out.rows[0]).toMatchObject({ fileName: files.staff_list, sheet: 'Staff in Post', notInPost: 'bank' });

    const leavers = await staff.leavers({ trust: 'T1' });
    const events = await staff.leaverEvents({ trust: 'T1', groups: ['midwives'] });
    const midwives = leavers!.groups.find(({ key }) => key === 'midwives');
    expect(events.rows.filter(({ notCounted }) => notCounted === null)).toHaveLength(midwives!.leavers);
    const every = await staff.leaverEvents({ trust: 'T1', limit: 1000 });
    expect(every.rows).toHaveLength(every.total);
    for (const { groups, leavers: counted } of leavers!.groups) {
      const own = every.rows.filter(({ group, notCounted }) => groups.includes(group) && notCounted === null);
      expect(own, groups.join()).toHaveLength(counted);
    }

    const sickness = await staff.sickness({ trust: 'T1' });
    for (const { groups, days } of sickness!.groups) {
      const { rows } = await staff.sicknessPeople({ trust: 'T1', groups, all: true, limit: 1000 });
      const sum = (part: 'numerator' | 'denominator') => rows.reduce((total, row) => total + row.days[part], 0);
      expect({ numerator: sum('numerator'), denominator: sum('denominator') }).toEqual(days);
    }

    const gap = await establishment.gap({ trust: 'T1' });
    const ofGroups = gap.byGroup.flatMap(({ group, position }) =>
      position.funded.wte === null ? [] : [{ group, funded: position.funded.wte }],
    );
    expect(ofGroups.length).toBeGreaterThan(2);
    for (const { group, funded } of ofGroups) {
      const { rows } = await establishment.gapRows({ trust: 'T1', measure: 'funded', group, limit: 1000 });
      expect(rows.reduce((sum, row) => sum + (row.wte ?? 0), 0)).toBe(funded);
    }
    expect(gap).toMatchObject({ ledgerCensus: '2026-10-31', staffCensus: '2026-10-31' });
  });

  it('an occupation code put into a group counts there from then on, and can be undone', async () => {
    const trust = await withAll('staff_list');
    const { staff, history } = trust.client;
    const unmapped = [{ code: 'H9Z', staffGroup: '07', assignments: 1, wte: 60_000 }];
    expect((await staff.groupRules({ trust: 'T1' })).unmapped).toEqual(unmapped);
    expect(await refusalOf(staff.setOccupationCode({ trust: 'T1', code: 'H9Z', group: 'cooks' }))).toMatchObject({
      code: 'NO_SUCH_GROUP',
    });
    const support = async () =>
      (await staff.inPost({ trust: 'T1' }))!.groups.find(({ group }) => group === 'support')!.wte;
    const before = await support();
    await staff.setOccupationCode({ trust: 'T1', code: 'h9z', group: 'support' });
    expect(await support()).toBe(before + 60_000);
    expect((await staff.groupRules({ trust: 'T1' })).unmapped).toEqual([]);
    await history.undo({ trust: 'T1' });
    expect(await support()).toBe(before);
  });

  it('undone leave no row behind', async () => {
    const trust = await withAll(...kinds);
    for (const { id } of await trust.client.imports.list({ trust: 'T1' }))
      await trust.client.imports.undo({ batch: id });
    const count = (table: string) => trust.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(['assignment', 'leaver', 'absence_episode', 'ledger_line'].map(count)).toEqual([0, 0, 0, 0]);
    expect(await trust.client.staff.inPost({ trust: 'T1' })).toBeNull();
    expect(() => figures(trust, 'ledger')).toThrow('Nothing of the kind ledger was imported');
  });
});
