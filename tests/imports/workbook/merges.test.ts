import { expect, it } from 'vitest';
import { type RawSheet, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { type ReadSheet, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';
import { workTime } from '../../support/work-time.ts';

const path = temporaryPaths();
const text = (place: string, value: string): string => `<c r="${place}" t="str"><v>${value}</v></c>`;
const merge = (...refs: string[]): string =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

async function read(sheet: RawSheet, belowRow = 0, extra = {}): Promise<ReadSheet> {
  const file = await writeRawWorkbook(path('book.xlsx'), { sheets: [sheet], formats: ['dd/mm/yyyy'], ...extra });
  return (await readCells(file, { fillMerged: { belowRow } }))[0]!;
}

const roster = [
  `<row r="1">${text('A1', 'Title')}</row><row r="2">${text('A2', 'Unit')}${text('B2', 'Name')}${text('C2', 'Date')}</row>`,
  `<row r="3">${text('A3', 'Birth Centre')}${text('B3', 'a')}<c r="C3" s="1"><v>46300</v></c></row>`,
  `<row r="4"><c r="A4" s="1"/>${text('B4', 'b')}</row><row r="5">${text('B5', 'c')}</row><row r="6"/><row r="8">${text('B8', 'd')}</row>`,
].join('');

it('a merged cell’s value counts for every cell of its block below the heading, date style included', async () => {
  const sheet = await read({ rows: roster, tail: merge('A1:C1', 'A3:A5', 'C3:C8') }, 2);
  expect(sheet.cells).toEqual({
    A1: 'Title',
    A2: 'Unit',
    B2: 'Name',
    C2: 'Date',
    A3: 'Birth Centre',
    B3: 'a',
    C3: 46300,
    A4: 'Birth Centre',
    B4: 'b',
    C4: 46300,
    A5: 'Birth Centre',
    B5: 'c',
    C5: 46300,
    B8: 'd',
    C8: 46300,
  });
  expect(sheet.kinds).toEqual({ C3: 'date', C4: 'date', C5: 'date', C8: 'date' });
});

it('blocks are filled to the right as far as the sheet is used, and replace what lies hidden under them', async () => {
  const rows = `<row r="1">${text('A1', 'h')}${text('D1', 'h')}</row><row r="2">${text('A2', 'x')}${text('B2', 'hidden')}</row><row r="3">${text('A3', 'y')}</row>`;
  const sheet = await read({ rows, tail: merge('A2:XFD2', 'B3:C4') }, 1);
  expect(sheet.cells).toEqual({ A1: 'h', D1: 'h', A2: 'x', B2: 'x', C2: 'x', D2: 'x', A3: 'y' });
});

it('a heading merged with the rows under it does not become data', async () => {
  expect((await read({ rows: roster, tail: merge('A2:A4') }, 2)).cells.A4).toBeUndefined();
});

it('rows without a value of their own stay away, however long the block', async () => {
  expect((await read({ rows: roster, tail: merge('A3:A1048576') }, 2)).rows).toEqual([1, 2, 3, 4, 5, 8]);
});

it('without being asked for, nothing is filled', async () => {
  const [sheet] = await readCells(
    await writeRawWorkbook(path('book.xlsx'), { sheets: [{ rows: roster, tail: merge('A3:A5') }] }),
  );
  expect(sheet!.cells.A4).toBeUndefined();
});

it('merged and checked whole columns cost nothing', async () => {
  const columns = 'BCDEFGHIJKLM'.split('').map((letter) => `${letter}2:${letter}1048576`);
  const tail = `${merge(...columns, 'A1:XFD1')}<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;
  const worked = workTime();
  const sheet = await read({ rows: roster, tail }, 1);
  expect(sheet.cells.B5).toBe('Name');
  expect(worked()).toBeLessThan(1000);
});

it('merges are found behind prefixes, in UTF-16, after long tails, and where the seam between blocks cuts the end of the rows', async () => {
  const filled = { A3: 'Birth Centre', A4: 'Birth Centre', A5: 'Birth Centre' };
  const { sheetXml } = await import('../../support/raw-workbook.ts');
  const xml = sheetXml(roster, merge('A3:A5'));
  const prefixed = xml.replace(/<(\/?)(?![?])/g, '<$1x:');
  const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le');
  for (const part of [prefixed, utf16, xml.replace('<sheetData>', '<!-- </sheetData> --><sheetData>')]) {
    expect((await read({}, 2, { parts: { 'xl/worksheets/sheet1.xml': part } })).cells).toMatchObject(filled);
  }
  for (let pad = 0; pad < 14; pad++) {
    const blanks = ' '.repeat(2 ** 18 - roster.length - pad - 240);
    const tail = `<conditionalFormatting sqref="A1"/>${merge('A3:A5')}`;
    expect((await read({ rows: roster + blanks, tail }, 2)).cells).toMatchObject(filled);
  }
});
