import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';

const october = { first: '2026-10-05', last: '2026-11-01' };
/** A file of each kind, in an order in which each finds what it is checked against. */
const files = [
  'e_esr_staff_in_post_2026-10-31.xlsx',
  'g_leavers_24_months.xlsx',
  'h_absence_episodes.xlsx',
  'f_ledger_establishment_2026-10.xlsx',
  'i_training_compliance.xlsx',
  'j_preceptees.xlsx',
  'k_vacancy_tracker.xlsx',
  'l_retention_action_plan.xlsx',
  'a_duty_roster_2026-10.xlsx',
  'c_bank_agency_layout_A.xlsx',
  'd_bank_agency_layout_B.xlsx',
];
const nameColumns = /^(?:name|last name|first name|staff|staff name|preceptor|agency worker name)$/i;

/** Every name of a sample, whole and in its parts, as its cells have it. */
async function namesIn(file: string): Promise<Set<string>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(sampleFile(file));
  const names = new Set<string>();
  for (const sheet of workbook.worksheets) {
    let columns: number[] = [];
    sheet.eachRow((row) => {
      const values = (row.values as unknown[]).map((value) => (typeof value === 'string' ? value.trim() : ''));
      const found = values.flatMap((value, place) => (nameColumns.test(value) ? [place] : []));
      if (found.length > 0 && columns.length === 0) columns = found;
      else for (const place of columns) if (values[place]) names.add(values[place]);
    });
  }
  return names;
}

/** Words of the app and of the lists that are also somebody's name, or too short to be looked for. */
const alsoWords = /^(?:unknown|person|vacant|unfilled|agency|tbc|bank|[a-z]{1,4})$/i;

function bytesOf(folder: string): string {
  const stored = readdirSync(folder).filter((name) => /\.(?:db|sqlite|planner)|-wal$/.test(name));
  expect(stored.length).toBeGreaterThan(0);
  return stored
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n')
    .toLowerCase();
}

describe.skipIf(!samplesAreHere)(`a trust that keeps staff numbers only${ifSamples}`, () => {
  it('has no name of any of the ten kinds of file in its store, and none in what it exports', async () => {
    const trust = await openImportingTrust();
    await trust.client.organisation.dropNames({ trust: 'T1', drop: true });
    const exported: string[] = [];
    for (const file of files) {
      const report = await trust.import(sampleFile(file), { overlap: 'add' });
      expect(
        report.remarks.map(({ code }) => code),
        file,
      ).toContain('names_dropped');
      exported.push(JSON.stringify(report));
      const batch = report.batch ?? 0;
      exported.push(JSON.stringify(await trust.client.imports.rows({ batch, limit: 1000 })));
      const saved = await trust.client.imports.leftOutWorkbook({ batch });
      const path = join(temporaryFolder(), 'saved.xlsx');
      writeFileSync(path, Buffer.from(saved.contents, 'base64'));
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(path);
      workbook.eachSheet((sheet) => sheet.eachRow((row) => exported.push(JSON.stringify(row.values))));
    }
    trust.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const store = bytesOf(trust.context.dataFolder);
    const said = exported.join('\n').toLowerCase();
    let looked = 0;
    for (const file of files) {
      for (const name of await namesIn(file)) {
        if (alsoWords.test(name)) continue;
        looked += 1;
        const whole = name.toLowerCase();
        expect(store.includes(whole), `${name} of ${file} is in the store`).toBe(false);
        expect(said.includes(whole), `${name} of ${file} is exported`).toBe(false);
      }
    }
    expect(looked).toBeGreaterThan(500);
  }, 120_000);

  it('has the figures that the names made, people without a number told apart within the file', async () => {
    const trust = await openImportingTrust();
    await trust.client.organisation.dropNames({ trust: 'T1', drop: true });
    const report = await trust.import(sampleFile('a_duty_roster_2026-10.xlsx'));
    expect(report).toMatchObject({ accepted: 2763, refused: expectedOf('a_duty_roster_2026-10.xlsx')['refused'] });
    expect(trust.figures('duty_roster', october)).toMatchObject({
      units: expectedOf('a_duty_roster_2026-10.xlsx')['units'],
      people_distinct: 200,
      agency_names_distinct: 10,
    });
    const [remark] = report.remarks.filter(({ code }) => code === 'names_dropped');
    expect(remark?.message).toContain('10 people are named without a staff number');
    const names = trust.sqlite.prepare('SELECT DISTINCT name FROM duty ORDER BY length(name), name').pluck().all();
    expect(names).toEqual([null, ...Array.from({ length: 10 }, (_, index) => `Person ${index + 1}`)]);
  });

  it('keeps no name that is typed while cells are mended, before or after the import', async () => {
    const trust = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
    await trust.client.organisation.dropNames({ trust: 'T1', drop: true });
    const mapping = { period: october, units: 'refuse' as const };
    const mends = [{ row: 11, field: 'name', value: 'GOOSEBERRY, Quilla' }];
    const { batch } = await trust.import(sampleFile('m1_bad_roster.xlsx'), { mapping: { ...mapping, mends } });
    await trust.client.imports.mendLeftOut({ batch: batch ?? 0, mends });
    trust.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    expect(bytesOf(trust.context.dataFolder)).not.toMatch(/gooseberry|quilla/);
  });

  it('is a setting that can be undone, and says which fields are dropped', async () => {
    const trust = await openImportingTrust();
    const file = await trust.upload(sampleFile('j_preceptees.xlsx'));
    const dropped = async () => {
      const found = await trust.client.imports.inspect({ trust: 'T1', file });
      return found.kind === 'recognised' ? found.fields.flatMap((one) => (one.dropped ? [one.field] : [])) : [];
    };
    expect(await dropped()).toEqual([]);
    expect(await trust.client.organisation.dropNames({ trust: 'T1', drop: true })).toMatchObject({ dropsNames: true });
    expect(await dropped()).toEqual(expect.arrayContaining(['name', 'preceptor', 'notes']));
    await trust.client.history.undo({ trust: 'T1' });
    expect(await dropped()).toEqual([]);
  });
});
