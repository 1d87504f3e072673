import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportTable } from '../../electron/contract/exports.ts';
import { tableWorkbook } from '../../electron/exports/table-workbook.ts';

const AT = '2026-10-03T09:30:00.000Z';
const table: ExportTable = {
  title: 'Shift fill & cover',
  subtitle: 'Thistledown & Mallowmere, October 2026',
  columns: [
    { heading: 'Unit', kind: 'text' },
    { heading: 'In post (WTE)', kind: 'wte' },
    { heading: 'Hours', kind: 'minutes' },
    { heading: 'Fill', kind: 'rate' },
    { heading: 'Assessed', kind: 'date' },
  ],
  rows: [
    { kind: 'row', values: ['=HYPERLINK("x")', -40_000, 90, { numerator: 9, denominator: 10 }, '2025-03-01'] },
    { kind: 'total', values: ['All units', null, 0, { numerator: 0, denominator: 0 }, 'not known'] },
  ],
  definitions: [{ term: 'Fill', meaning: '+actual over planned' }],
};

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

test('a table becomes a sheet with real numbers, dates and percentages under its headings', async () => {
  const sheet = (await opened(await tableWorkbook(table, AT))).getWorksheet('Table');
  expect(sheet?.getRow(4).values).toEqual([undefined, 'Unit', 'In post (WTE)', 'Hours', 'Fill', 'Assessed']);
  expect(sheet?.getCell('A5').value).toBe('\'=HYPERLINK("x")');
  expect(sheet?.getCell('B5').value).toBe(-0.4);
  expect(sheet?.getCell('C5').value).toBe(1.5);
  expect(sheet?.getCell('D5').value).toBe(0.9);
  expect(sheet?.getCell('E5').value).toEqual(new Date(Date.UTC(2025, 2, 1)));
  expect([sheet?.getCell('B6').value, sheet?.getCell('D6').value, sheet?.getCell('E6').value]).toEqual([
    null,
    null,
    'not known',
  ]);
});

test('headings stay in view, are printed on every A4 page across, and pages are numbered', async () => {
  const sheet = (await opened(await tableWorkbook(table, AT))).getWorksheet('Table');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  expect(sheet?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    printTitlesRow: '4:4',
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(sheet?.headerFooter.oddFooter).toBe('&LShift fill && cover&RPage &P of &N');
});

test('the workbook is in British English and names no person', async () => {
  const workbook = await opened(await tableWorkbook(table, AT));
  expect(workbook).toMatchObject({
    language: 'en-GB',
    creator: 'Maternity Workforce Planner',
    lastModifiedBy: 'Maternity Workforce Planner',
  });
});

test('the same table at the same time is the same file, byte for byte', async () => {
  const first = await tableWorkbook(table, AT);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.from(await tableWorkbook(table, AT)).equals(Buffer.from(first))).toBe(true);
});

test('no cell of any table is a formula or starts as one', async () => {
  const nasty = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '\r@', '＝', ' -', '', "'="), fc.string({ unit: 'binary' }))
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(nasty, { minLength: 4, maxLength: 4 }), async (cells) => {
      const [title = 'x', subtitle = '', heading = '', text = ''] = cells;
      const workbook = await opened(
        await tableWorkbook(
          {
            title: title || 'x',
            subtitle,
            columns: [{ heading, kind: 'wte' }],
            rows: [{ kind: 'row', values: [text] }],
            definitions: [{ term: text, meaning: text }],
          },
          AT,
        ),
      );
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            expect(cell.formula).toBeUndefined();
            expect(String(cell.value)).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
          }),
        ),
      );
    }),
    { numRuns: 60 },
  );
});
