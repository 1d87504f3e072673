import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { openTestPlanner, refusalOf } from '../features/returns/planner.ts';

const table = {
  title: 'Rows behind: shift fill? 92 %',
  subtitle: 'October 2026',
  columns: [{ heading: 'Unit', kind: 'text' as const }],
  rows: [{ kind: 'row' as const, values: ['Delivery Suite'] }],
  definitions: [],
};

test('any table of a screen comes back as a workbook with a name that every system takes', async () => {
  const { client } = openTestPlanner();
  const { fileName, contents } = await client.exports.table(table);
  expect(fileName).toBe('Rows behind shift fill 92.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(Buffer.from(contents, 'base64')).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Table']);
  expect(workbook.getWorksheet('Table')?.getCell('A5').value).toBe('Delivery Suite');
  expect(workbook.getWorksheet('Table')?.getCell('A3').value).toContain('For use inside the trust');
});

test('a row that does not fit the columns, and more rows than a sheet should take, are refused', async () => {
  const { client } = openTestPlanner();
  const uneven = client.exports.table({ ...table, rows: [{ kind: 'row', values: ['a', 'b'] }] });
  expect(await refusalOf(uneven)).toMatchObject({ code: 'BAD_REQUEST' });
  const long = client.exports.table({ ...table, rows: Array.from({ length: 30_001 }, () => table.rows[0]!) });
  expect(await refusalOf(long)).toMatchObject({ code: 'BAD_REQUEST' });
});

const bytesOf = (contents: string) => Uint8Array.from(Buffer.from(contents, 'base64')).buffer;

test('a table names the trust that it is of, in its file and at the head of its sheet, once', async () => {
  const { client } = openTestPlanner();
  const of = 'St Mary’s & St John’s – Women’s';
  const { fileName, contents } = await client.exports.table({ ...table, of });
  expect(fileName).toBe('St Mary s St John s Women s Rows behind shift fill 92.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytesOf(contents));
  expect(workbook.getWorksheet('Table')?.getCell('A1').value).toBe(`${table.title}, ${of}`);
  expect((await client.exports.csv({ ...table, of })).fileName).toBe(
    'St Mary s St John s Women s Rows behind shift fill 92 inside the trust.csv',
  );
  const named = { ...table, title: 'Counts of Thistledown', of: 'Thistledown' };
  const once = await client.exports.table(named);
  expect(once.fileName).toBe('Counts of Thistledown.xlsx');
  await workbook.xlsx.load(bytesOf(once.contents));
  expect(workbook.worksheets[0]?.getCell('A1').value).toBe('Counts of Thistledown');
});

test('however long names are, the file says whose it is and that it stays inside the trust', async () => {
  const { client } = openTestPlanner();
  const of = 'The University Hospitals of Thistledown, Mallowmere and Fernhollow NHS Foundation Trust';
  const title = 'Planned hours, actual hours and shift fill in percent, by unit, registered or support, day or night';
  const { fileName } = await client.exports.csv({ ...table, title, of });
  expect(fileName).toBe(
    'The University Hospitals of Thistledown Planned hours actual hours and shift fill inside the trust.csv',
  );
});
