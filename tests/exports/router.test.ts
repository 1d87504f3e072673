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
