import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { printFigures } from '../../../electron/command-line/figures.ts';
import { readMonth } from '../../../electron/imports/clean/count-field.ts';
import { temporaryFolder } from '../../support/database.ts';
import { type ImportingTrust, openImportingTrust } from '../../support/importing.ts';

const units = ['Delivery Suite', 'Birth Centre'];
let trust: ImportingTrust;

/** A comma-separated file of these lines. */
function file(...lines: string[]): string {
  const path = join(temporaryFolder(), 'counts.csv');
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

const matrix = () =>
  file(
    'Red flags and one-to-one care 2026/27',
    'Indicator,Unit,Aug-26,Sep-26,Oct-26,Total',
    'Delayed induction,Delivery Suite,3,4,5,12',
    'Missed medication,Delivery Suite,0,,1,1',
    'Women in established labour,Delivery Suite,301,287,295,883',
    'Women receiving 1:1 care,Delivery Suite,300,285,290,875',
    'Total number of births,Birth Centre,40,41,39,120',
    'Births,Birth Centre,40,41,39,120',
  );

async function cell(unit: string, key: string, month: string) {
  const id = (await trust.client.organisation.overview()).trusts[0]!.units.find(({ name }) => name === unit)!.id;
  const { rows } = await trust.client.assurance.counts({ trust: 'T1', unit: id, last: month, columns: 1 });
  return { id, ...rows.find((row) => row.key === key)!.cells[0]! };
}

describe('files of monthly counts', () => {
  beforeEach(async () => {
    trust = await openImportingTrust(units);
  });

  test('a column for each month: every filled cell is a count, a blank one is not known', async () => {
    const report = await trust.import(matrix());
    expect(report).toMatchObject({ kind: 'monthly_counts', format: 'months', rowsRead: 6, accepted: 5, refused: [] });
    expect(report.ignored).toEqual([{ row: 7, reason: 'totals_row' }]);
    expect(await cell('Delivery Suite', 'induction_delayed', '2026-10')).toMatchObject({ count: 5, fromImport: 1 });
    expect(await cell('Delivery Suite', 'medication_missed', '2026-08')).toMatchObject({ count: 0 });
    expect(await cell('Delivery Suite', 'medication_missed', '2026-09')).toMatchObject({ count: null });
    const { oneToOne } = await trust.client.assurance.counts({
      trust: 'T1',
      by: 'quarter',
      last: '2026-09',
      columns: 1,
    });
    expect(oneToOne.total).toEqual({ numerator: 585, denominator: 588 });
  });

  test('a row for each month with a column for each count, and a row for each month and count', async () => {
    const wide = file(
      'Month,Births,Women in labour,1:1 care in labour',
      'September 2026,287,250,249',
      '01/10/2026,290,"1,260",1200',
    );
    expect(await trust.import(wide)).toMatchObject({ format: 'indicators', accepted: 2 });
    // The file names no unit: the trust has one delivery suite.
    expect(await cell('Delivery Suite', 'women_in_labour', '2026-10')).toMatchObject({ count: 1260 });
    const long = file(
      'Month,Unit,Red Flag,Count',
      '2026-10,Birth Centre,Triage delay,2',
      'Oct 2026,Birth Centre,Owls seen,2',
    );
    const report = await trust.import(long);
    expect(report).toMatchObject({ accepted: 1, refused: [{ row: 3, reason: 'indicator_unknown' }] });
    expect(await cell('Birth Centre', 'triage_delayed', '2026-10')).toMatchObject({ count: 2 });
  });

  test('what is no count refuses its row in words, and the same count twice is a duplicate', async () => {
    const report = await trust.import(
      file(
        'Month,Unit,Indicator,Count',
        '10/2026,Delivery Suite,Births,290',
        '10/2026,delivery  suite,Total births,291',
        'soon,Delivery Suite,Births,3',
        '09/2026,Delivery Suite,Births,2.5',
      ),
    );
    expect(report).toMatchObject({ rowsRead: 4, accepted: 1 });
    expect(report.refused).toHaveLength(3);
    const reasons = trust.sqlite.prepare('SELECT reason, message FROM batch_row ORDER BY row').all() as {
      reason: string;
      message: string;
    }[];
    expect(reasons.map(({ reason }) => reason)).toEqual(['duplicate_row', 'date_invalid', 'not_a_number']);
    expect(reasons[2]?.message).toContain('a whole number from 0 to 99,999');
  });

  test('a count entered by hand counts, with the import’s shown beside it; cleared, the import’s counts again', async () => {
    await trust.import(matrix());
    const { id } = await cell('Delivery Suite', 'induction_delayed', '2026-10');
    const type = (text: string) =>
      trust.client.assurance.enterCounts({
        trust: 'T1',
        cells: [{ unit: id, month: '2026-10', counted: 'induction_delayed', text }],
      });
    await type('7');
    expect(await cell('Delivery Suite', 'induction_delayed', '2026-10')).toMatchObject({
      count: 7,
      fromImport: 0,
      besideHand: 5,
    });
    await type('');
    expect(await cell('Delivery Suite', 'induction_delayed', '2026-10')).toMatchObject({
      count: 5,
      fromImport: 1,
      besideHand: null,
    });
    expect(printFigures('monthly_counts', 'T1', undefined, trust.context)).toMatchObject({
      months: { first: '2026-08', last: '2026-10' },
      units: {
        'Delivery Suite': { '2026-10': { induction_delayed: 5, women_in_labour: 295 } },
        'Birth Centre': { '2026-09': { births: 41 } },
      },
      entered_by_hand: 0,
    });
  });

  test('the next month’s file replaces its months, or leaves those that are there; undo brings them back', async () => {
    await trust.import(matrix());
    const next = file(
      'Indicator,Unit,Oct-26,Nov-26',
      'Delayed induction,Delivery Suite,6,2',
      'Births,Delivery Suite,290,288',
    );
    await expect(trust.import(next)).rejects.toThrow(/OVERLAP/);
    const left = await trust.import(next, { overlap: 'leave' });
    expect(await cell('Delivery Suite', 'induction_delayed', '2026-10')).toMatchObject({ count: 5 });
    expect(await cell('Delivery Suite', 'induction_delayed', '2026-11')).toMatchObject({ count: 2 });
    await trust.client.imports.undo({ batch: left.batch! });
    await trust.import(next, { overlap: 'replace' });
    expect(await cell('Delivery Suite', 'induction_delayed', '2026-10')).toMatchObject({ count: 6 });
    expect(await cell('Delivery Suite', 'women_in_labour', '2026-09')).toMatchObject({ count: 287 });
  });

  test('every imported count can say its file, sheet and row, and where a count entered by hand counts instead', async () => {
    await trust.import(matrix());
    const { id } = await cell('Delivery Suite', 'induction_delayed', '2026-10');
    const cells = [{ unit: id, month: '2026-10', counted: 'induction_delayed', text: '7' }];
    await trust.client.assurance.enterCounts({ trust: 'T1', cells });
    const asked = { trust: 'T1', first: '2026-09', last: '2026-10' };
    const rows = await trust.client.assurance.countRows({ ...asked, unit: id });
    expect(rows.filter(({ counted }) => counted === 'induction_delayed')).toMatchObject([
      { month: '2026-09', count: 4, byHand: null, fileName: 'counts.csv', row: 3 },
      { month: '2026-10', count: 5, byHand: 7, fileName: 'counts.csv', row: 3 },
    ]);
    expect((await trust.client.assurance.countRows(asked)).map(({ unit }) => unit)).toContain('Birth Centre');
  });

  test('a red flag of the trust’s own is counted under a heading of its name, in rows, and where a word is said to mean it', async () => {
    const add = (name: string) => trust.client.assurance.addFlag({ trust: 'T1', name, meaning: 'Agreed locally.' });
    const diverted = `local_${(await add('Unit diverted')).id}`;
    const home = `local_${(await add('Home birth suspended')).id}`;
    const report = await trust.import(
      file(
        'Month,Unit,Delayed induction,Home birth suspended,UNIT  DIVERTED,Owls seen',
        'Sep 2026,Delivery Suite,4,2,0,7',
        'Oct 2026,Delivery Suite,5,1.5,1,7',
      ),
    );
    expect(report).toMatchObject({ format: 'indicators', accepted: 1, refused: [{ row: 3, reason: 'not_a_number' }] });
    expect(await cell('Delivery Suite', home, '2026-09')).toMatchObject({ count: 2, fromImport: 1 });
    expect(await cell('Delivery Suite', diverted, '2026-09')).toMatchObject({ count: 0 });
    // The row that was left out is mended as any other.
    const mend = { row: 3, field: `count@${home}`, value: '1' };
    await trust.client.imports.mendLeftOut({ batch: report.batch!, mends: [mend] });
    expect(await cell('Delivery Suite', home, '2026-10')).toMatchObject({ count: 1 });
    const codes = { indicator: { Diverts: diverted } };
    const rows = file(
      'Month,Unit,Red flag,Count',
      'Aug 2026,Birth Centre,Home birth suspended,3',
      'Aug 2026,Birth Centre,Diverts,2',
    );
    expect(await trust.import(rows, { mapping: { codes } })).toMatchObject({ accepted: 2 });
    expect(await cell('Birth Centre', diverted, '2026-08')).toMatchObject({ count: 2 });
  });

  test('a remembered word gives way once the trust’s own red flag that it meant is removed', async () => {
    const { client } = trust;
    const flag = await client.assurance.addFlag({ trust: 'T1', name: 'Unit diverted', meaning: 'Agreed locally.' });
    const rows = (month: string, diverts: string) =>
      file('Month,Unit,Red flag,Count', `${month},Birth Centre,Diverts,${diverts}`, `${month},Birth Centre,Births,4`);
    const { batch } = await trust.import(rows('Aug 2026', 'a few'));
    const meaning = { indicator: { Diverts: `local_${flag.id}` } };
    await client.imports.mendLeftOut({ batch: batch!, codes: meaning, mends: [] });
    await client.assurance.removeFlag({ trust: 'T1', id: flag.id });
    const next = await trust.import(rows('Sep 2026', '2'));
    expect(next).toMatchObject({ accepted: 1, refused: [{ row: 2, reason: 'indicator_unknown' }] });
    // The row left out under that word is mended once it means something else, then and from now on.
    const codes = { indicator: { Diverts: 'induction_delayed' } };
    await client.imports.mendLeftOut({ batch: batch!, codes, mends: [{ row: 2, field: 'count', value: '3' }] });
    expect(await cell('Birth Centre', 'induction_delayed', '2026-08')).toMatchObject({ count: 3 });
    expect(await trust.import(rows('Oct 2026', '5'))).toMatchObject({ accepted: 2, refused: [] });
  });

  test('a remembered word for the trust’s own red flag can be changed where it is remembered', async () => {
    const { client } = trust;
    const flag = await client.assurance.addFlag({ trust: 'T1', name: 'Unit diverted', meaning: 'Agreed locally.' });
    const codes = { indicator: { Diverts: `local_${flag.id}` } };
    const two = file('Month,Unit,Red flag,Count', 'Aug 2026,Birth Centre,Diverts,2', 'Aug 2026,Birth Centre,Births,4');
    const { batch } = await trust.import(two);
    await client.imports.mendLeftOut({ batch: batch!, codes, mends: [] });
    const [remembered] = await client.imports.mappings({ trust: 'T1' });
    const more = { indicator: { ...codes.indicator, 'Closed to admissions': `local_${flag.id}` } };
    expect(await client.imports.changeMapping({ id: remembered!.id, mapping: { codes: more } })).toMatchObject({
      id: remembered!.id,
    });
  });
});

test.each([
  ['Oct-26', '2026-10'],
  ['october 2026', '2026-10'],
  ["Sept '26", '2026-09'],
  ['2026-10', '2026-10'],
  ['10/2026', '2026-10'],
  ['31/10/2026', '2026-10'],
  [46_296, '2026-10'],
  ['2026 Oct', '2026-10'],
  ['Octopus 26', undefined],
  ['13/2026', undefined],
  ['Q3', undefined],
])('%s is the month %s', (cellValue, month) => expect(readMonth(cellValue, false)).toBe(month));
