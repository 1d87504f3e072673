import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../support/importing.ts';
import { refusalOf } from '../support/planner.ts';

const bad = 'm1_bad_roster.xlsx';
const october = { first: '2026-10-05', last: '2026-11-01' };
const mapping = { period: october, units: 'refuse' as const };

/** The bad roster, stored with its 25 refused rows left out. */
async function importBad() {
  const trust = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
  const { batch } = await trust.import(sampleFile(bad), { mapping });
  return { trust, batch: batch ?? 0 };
}

const storeOf = ({ sqlite }: ImportingTrust) =>
  dump(sqlite)
    .split(/^(?=-- )/m)
    .filter((table) => !['batch', 'batch_row', 'set_aside'].includes(/^-- (\w+)/.exec(table)?.[1] ?? ''))
    .join('');
const duties = ({ sqlite }: ImportingTrust) =>
  sqlite.prepare('SELECT (SELECT count(*) FROM duty) + (SELECT count(*) FROM unavailability)').pluck().get();

describe.skipIf(!samplesAreHere)(`rows that an import left out${ifSamples}`, () => {
  it('are shown by problem, with the value read and the value expected, as the file was made', async () => {
    const { trust, batch } = await importBad();
    const left = await trust.client.imports.leftOut({ batch });
    expect(left).toMatchObject({ ready: 0, batch: { accepted: 49, refused: 25 } });
    expect(left.groups.reduce((sum, { count }) => sum + count, 0)).toBe(25);
    expect(left.groups.find(({ reason }) => reason === 'grade_unknown')).toMatchObject({
      mend: 'word',
      words: 'grade',
    });
    expect(left.words['unit']?.map(({ title }) => title)).toEqual(['Birth Centre', 'Delivery Suite']);
    const rows = await trust.client.imports.leftOutRows({ batch });
    expect(rows.total).toBe(25);
    expect(rows.rows.flatMap(({ cells }) => cells)).toEqual(expect.arrayContaining(['05/10/2026', '07:30']));
  });

  it('one answer mends all rows alike and is remembered; they join the import, and its counts say so', async () => {
    const { trust, batch } = await importBad();
    const left = await trust.client.imports.leftOut({ batch });
    const unknown = left.groups.find(({ reason, mend }) => reason === 'grade_unknown' && mend === 'word');
    const codes = { grade: { [unknown?.read ?? '']: 'Band 6' } };
    expect(await trust.client.imports.leftOut({ batch, codes })).toMatchObject({ ready: 1 });
    expect(duties(trust)).toBe(49);
    const mended = await trust.client.imports.mendLeftOut({ batch, codes });
    expect(mended).toMatchObject({ joined: 1, stillOut: 24, batch: { accepted: 50, refused: 24 } });
    expect(mended.batch.mendedLater).toMatchObject([{ rows: 1 }]);
    expect(duties(trust)).toBe(50);
    const [remembered] = await trust.client.imports.mappings({ trust: 'T1' });
    expect(Object.keys(remembered?.mapping.codes?.['grade'] ?? {})).toEqual([unknown?.read]);
  });

  it('a mended cell is read as if the file had said so; a copy of a stored row does not join', async () => {
    const { trust, batch } = await importBad();
    const mends = [{ row: 11, field: 'plannedHours', value: '11:30' }];
    expect(await trust.client.imports.mendLeftOut({ batch, mends })).toMatchObject({ joined: 1, stillOut: 24 });
    const kept = await trust.client.imports.rows({ batch, outcome: 'accepted' });
    expect(kept.rows.find(({ row }) => row === 11)).toMatchObject({
      reason: 'mended',
      message: '"-0.4791666666666667" in "Work Hours" was mended to "11:30".',
    });
    const row = trust.sqlite.prepare('SELECT * FROM duty WHERE row = 11').get();
    expect(row).toMatchObject({ batch_id: batch, planned_minutes: 690 });
  });

  it('what was typed for a row that has another problem is kept for the next time', async () => {
    const { trust, batch } = await importBad();
    const wrong = [{ row: 11, field: 'plannedHours', value: 'eleven' }];
    expect(await trust.client.imports.mendLeftOut({ batch, mends: wrong })).toMatchObject({ joined: 0, stillOut: 25 });
    const left = await trust.client.imports.leftOutRows({ batch });
    expect(left.rows.find(({ row }) => row === 11)).toMatchObject({ reason: 'not_a_number', read: 'eleven' });
  });

  it('go with the import when it is undone, come back with it, and can be taken back by themselves', async () => {
    const { trust, batch } = await importBad();
    const imported = storeOf(trust);
    const mends = [{ row: 11, field: 'plannedHours', value: '11:30' }];
    const { batch: after } = await trust.client.imports.mendLeftOut({ batch, mends });
    const mended = storeOf(trust);
    await trust.client.imports.undo({ batch });
    expect(duties(trust)).toBe(0);
    expect((await refusalOf(trust.client.imports.mendLeftOut({ batch, mends }))).code).toBe('IMPORT_UNDONE');
    await trust.client.imports.redo({ batch });
    expect(storeOf(trust)).toBe(mended);
    const back = await trust.client.imports.takeBackMends({ batch, at: after.mendedLater[0]?.at ?? '' });
    expect(back).toMatchObject({ accepted: 49, refused: 25, mendedLater: [] });
    expect(storeOf(trust)).toBe(imported);
  });

  it('the same file again is still recognised once rows were mended', async () => {
    const { trust, batch } = await importBad();
    await trust.client.imports.mendLeftOut({ batch, mends: [{ row: 11, field: 'plannedHours', value: '11:30' }] });
    expect(await trust.import(sampleFile(bad), { mapping })).toMatchObject({ alreadyImported: true, batch });
  });

  it('a row mended for days that a later import replaced stays with the import that it is of', async () => {
    const { trust, batch } = await importBad();
    const later = await trust.import(sampleFile('a_duty_roster_2026-10.xlsx'), { overlap: 'replace' });
    const before = storeOf(trust);
    const mends = [{ row: 11, field: 'plannedHours', value: '11:30' }];
    expect(await trust.client.imports.mendLeftOut({ batch, mends })).toMatchObject({ joined: 1 });
    expect(storeOf(trust)).toBe(before);
    await trust.client.imports.undo({ batch: later.batch ?? 0 });
    expect(duties(trust)).toBe(50);
  });
});

describe.skipIf(!samplesAreHere)(`the rows to mend as a workbook${ifSamples}`, () => {
  const save = (contents: string) => {
    const path = join(temporaryFolder(), 'to-mend.xlsx');
    writeFileSync(path, Buffer.from(contents, 'base64'));
    return path;
  };

  it('has the columns of the file with their values, sheet and row, and the problem in words', async () => {
    const { trust, batch } = await importBad();
    const { fileName, contents } = await trust.client.imports.leftOutWorkbook({ batch });
    expect(fileName).toBe('Rows to mend - m1 bad roster.xlsx');
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(save(contents));
    const sheet = workbook.worksheets[0]!;
    expect(sheet.getRow(4).values).toEqual([
      undefined,
      'Original sheet',
      'Original row',
      'What is wrong',
      ...(await trust.client.imports.leftOutRows({ batch })).headings,
    ]);
    const rows = Array.from({ length: 25 }, (_, index) => sheet.getRow(5 + index));
    const refused = (expectedOf(bad)['refused'] as { row: number }[]).map(({ row }) => row);
    expect(rows.map((row) => row.getCell(2).value)).toEqual(refused);
    const hours = rows.find((row) => row.getCell(2).value === 11)!;
    expect(hours.getCell(1).value).toBe('Roster');
    expect(hours.getCell(3).value).toContain('Expected: hours, 0 or more');
    expect(hours.getCell(15)).toMatchObject({ value: -0.4791666666666667, fill: { pattern: 'solid' } });
    expect(hours.getCell(15).note).toBeTruthy();
    expect(sheet.getRow(30).hasValues).toBe(false);
  });

  it('never holds a cell that a spreadsheet would run', async () => {
    const { trust, batch } = await importBad();
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(save((await trust.client.imports.leftOutWorkbook({ batch })).contents));
    const runnable: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell(({ value, address, formula }) => {
          if (formula || (typeof value === 'string' && /^[=+@\t\r]/.test(value))) runnable.push(address);
        }),
      ),
    );
    expect(runnable).toEqual([]);
  });

  it('can be imported as it is once it is mended, and before that has the same problems', async () => {
    const { trust } = await importBad();
    const file = await trust.upload(sampleFile(bad));
    const { contents } = await trust.client.imports.problemWorkbook({ trust: 'T1', file, mapping });
    const other = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
    const report = await other.import(save(contents), { mapping, dryRun: true });
    expect(report).toMatchObject({ kind: 'duty_roster', rowsRead: 25, headerRow: 4 });
    const of = (rows: readonly { reason: string }[]) =>
      rows.map(({ reason }) => reason).filter((reason) => reason !== 'duplicate_row');
    expect(of(report.refused)).toEqual(of(expectedOf(bad)['refused'] as { reason: string }[]));
  });

  it('is written by the command line, before anything is stored', async () => {
    const trust = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
    const path = join(temporaryFolder(), 'to-mend.xlsx');
    const report = await trust.import(sampleFile(bad), { mapping, dryRun: true, problemsOut: path });
    expect(report.problemsFile).toEqual({ path });
    const again = await trust.import(sampleFile(bad), { mapping, dryRun: true, problemsOut: path });
    expect(again.problemsFile).toMatchObject({ notWritten: expect.stringContaining('already a file') });
  });
});
