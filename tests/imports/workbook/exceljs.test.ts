import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { differences, readWithExceljs } from '../../support/exceljs-cells.ts';
import { PROLOG, type RawWorkbook, sheetXml, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { type Cells, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();
const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url));
const present = existsSync(samples);

describe.skipIf(!present)(
  `every sample workbook${present ? '' : ' (skipped: the folder ../shared is not here)'}`,
  () => {
    const names = present ? readdirSync(samples).filter((name) => /^([a-mo]|n7).*\.xlsx$/.test(name)) : [];

    it.each(names)('%s has the same sheets and cells as exceljs finds', async (name) => {
      const [ours, theirs] = [await readCells(join(samples, name)), await readWithExceljs(join(samples, name))];
      expect(ours.map((sheet) => sheet.name)).toEqual(theirs.map((sheet) => sheet.name));
      for (const [i, { cells }] of ours.entries()) expect(differences(cells, theirs[i]!.cells)).toEqual([]);
    });
  },
);

it('a workbook that exceljs wrote with everything a cell can hold has the cells that were put in', async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('All kinds');
  sheet.getCell('A1').value = 'Zoë – “quoted” & <tag>\nline';
  sheet.getCell('B1').value = { richText: [{ text: 'Delivery', font: { bold: true } }, { text: ' Suite' }] };
  sheet.getCell('C1').value = { text: 'a link', hyperlink: 'https://example.org/' };
  sheet.getCell('D1').value = { formula: 'SUM(1,2)', result: 3 };
  sheet.getCell('E1').value = { formula: 'A1', result: 'text' };
  sheet.getCell('F1').value = { error: '#N/A' };
  sheet.getCell('G1').value = true;
  sheet.getCell('H1').value = new Date(Date.UTC(2026, 9, 5, 7, 30));
  sheet.getCell('H1').numFmt = 'dd/mm/yyyy hh:mm';
  sheet.getCell('I9').value = 0.1 + 0.2;
  sheet.getCell('A9').note = 'a note is no cell';
  await workbook.xlsx.writeFile(path('kinds.xlsx'));
  const [read] = await readCells(path('kinds.xlsx'));
  expect(read!.cells).toEqual({
    A1: 'Zoë – “quoted” & <tag>\nline',
    B1: 'Delivery Suite',
    C1: 'a link',
    D1: 3,
    E1: 'text',
    F1: { error: '#N/A' },
    G1: true,
    H1: 46300.3125,
    I9: 0.1 + 0.2,
  });
  expect(read!.kinds).toEqual({ H1: 'datetime' });
});

/** Where the two readings differ, and why ours is right. The reading of exceljs 4.4.0 is kept, so that a new one shows. */
interface Difference {
  readonly why: string;
  readonly book: RawWorkbook;
  readonly ours: Cells;
  readonly theirs: Cells | string | undefined;
}

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const row = (cells: string): RawWorkbook => ({
  sheets: [{ rows: `<row r="1">${cells}</row>` }],
  formats: ['dd/mm/yyyy'],
});
const part = (content: string | Buffer): RawWorkbook => ({ parts: { 'xl/worksheets/sheet1.xml': content } });

const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'a formula whose result is nought or FALSE': {
    why: 'the cached value stands in the file; exceljs loses it in cell.value (its issue 2943)',
    book: row('<c r="A1"><f>1-1</f><v>0</v></c><c r="B1" t="b"><f>1&gt;2</f><v>0</v></c>'),
    ours: { A1: 0, B1: false },
    theirs: {},
  },
  'a sheet with a prefix on every element': {
    why: 'a prefix is a matter of spelling in XML (Namespaces in XML 1.0, 6); exceljs knows only one (its issue 1437)',
    book: part(
      sheetXml(one)
        .replace(/<(\/?)(?![?])/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x='),
    ),
    ours: { A1: 1 },
    theirs: 'throws',
  },
  'rows and cells that do not say where they are': {
    why: 'the attribute r is optional (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73)',
    book: { sheets: [{ rows: '<row><c><v>1</v></c><c><v>2</v></c></row>' }] },
    ours: { A1: 1, B1: 2 },
    theirs: 'throws',
  },
  'part names with backslashes': {
    why: 'some packers write them, and Excel opens the file',
    book: { sheets: [{ rows: one }], spell: (name) => name.replaceAll('/', '\\') },
    ours: { A1: 1 },
    theirs: 'throws',
  },
  'part names in capitals': {
    why: 'part names are compared without case (ECMA-376 part 2, 6.2.2.3)',
    book: { sheets: [{ rows: one }], spell: (name) => name.toUpperCase() },
    ours: { A1: 1 },
    theirs: 'throws',
  },
  'a sheet part that is not called sheet1.xml': {
    why: 'the relationships say where a part is, its name says nothing',
    book: {
      sheets: [{ target: 'worksheets/blatt.xml' }],
      parts: { 'xl/worksheets/sheet1.xml': undefined, 'xl/worksheets/blatt.xml': sheetXml(one) },
    },
    ours: { A1: 1 },
    theirs: undefined,
  },
  'a date written out in ISO 8601': {
    why: 'type d is a date (ECMA-376 part 1, 18.18.11); exceljs makes 1905 of it',
    book: row('<c r="A1" t="d" s="1"><v>2017-03-16</v></c>'),
    ours: { A1: 42810 },
    theirs: { A1: 2017 },
  },
  'a pronounced inline string': {
    why: 'rPh says how a text is spoken and is no part of it; exceljs loses the whole text',
    book: row('<c r="A1" t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is></c>'),
    ours: { A1: '課' },
    theirs: {},
  },
  'Excel’s escapes in formula results and inline strings': {
    why: 'both are of type ST_Xstring (ECMA-376 part 1, 22.9.2.19), like shared strings, where exceljs does read them',
    book: row('<c r="A1" t="str"><f>x</f><v>a_x000D_b</v></c><c r="B1" t="inlineStr"><is><t>_x0041_</t></is></c>'),
    ours: { A1: 'a\rb', B1: 'A' },
    theirs: { A1: 'a_x000D_b', B1: '_x0041_' },
  },
  'text and numbers in CDATA sections': {
    why: 'a section is another way to write the same characters (XML 1.0, 2.7)',
    book: row('<c r="A1" t="inlineStr"><is><t><![CDATA[a&b]]></t></is></c><c r="B1"><v><![CDATA[5]]></v></c>'),
    ours: { A1: 'a&b', B1: 5 },
    theirs: {},
  },
  'a sheet in UTF-16': {
    why: 'every XML reader has to know UTF-16 (XML 1.0, 4.3.3)',
    book: part(Buffer.from(`\ufeff${sheetXml(one).replace('UTF-8', 'UTF-16')}`, 'utf16le')),
    ours: { A1: 1 },
    theirs: 'throws',
  },
  'a number that is none': {
    why: 'half a number is a wrong number: “12abc” is not 12',
    book: row('<c r="A1"><v>abc</v></c><c r="B1"><v>12abc</v></c>'),
    ours: { A1: 'abc', B1: '12abc' },
    theirs: { A1: Number.NaN, B1: 12 },
  },
  'a row given in two pieces': {
    why: 'both pieces have values; exceljs drops the first',
    book: { sheets: [{ rows: '<row r="5"><c r="A5"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row>' }] },
    ours: { A5: 1, B5: 2 },
    theirs: { B5: 2 },
  },
  'a value under a merged block': {
    why: 'the file holds it, and formulas see it; asked to fill merged blocks, we replace it',
    book: {
      sheets: [
        {
          rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
          tail: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
    },
    ours: { A1: 1, B1: 2 },
    theirs: { A1: 1 },
  },
  'a number too large for a date in a cell that shows dates': {
    why: 'the sheet’s own number is kept until a field asks for a date',
    book: row('<c r="A1" s="1"><v>10000000000</v></c>'),
    ours: { A1: 10_000_000_000 },
    theirs: { A1: Number.NaN },
  },
};

describe('where exceljs reads something else', () => {
  it.each(Object.entries(DIFFERENCES))('%s', async (_, { why, book, ours, theirs }) => {
    const file = await writeRawWorkbook(path('book.xlsx'), book);
    expect((await readCells(file))[0]?.cells, why).toEqual(ours);
    const reading = readWithExceljs(file).then(
      ([sheet]) => sheet?.cells,
      () => 'throws',
    );
    expect(await reading).toEqual(theirs);
  });

  it('“1904” as a word: exceljs takes only the digit for true, and is four years off', async () => {
    const book = { ...row('<c r="A1" s="1"><v>44838</v></c>'), workbookPr: '<workbookPr date1904="true"/>' };
    const file = await writeRawWorkbook(path('book.xlsx'), book);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(file);
    expect(workbook.worksheets[0]!.getCell('A1').value).toEqual(new Date(Date.UTC(2022, 9, 4)));
    expect((await readCells(file))[0]!.cells).toEqual({ A1: 44838 });
  });

  it('a letter of text in quotation marks or behind a backslash: exceljs takes “0.00\\d” for a date', async () => {
    const file = await writeRawWorkbook(path('book.xlsx'), {
      ...row('<c r="A1" s="1"><v>5</v></c>'),
      formats: ['0.00\\d'],
    });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(file);
    expect(workbook.worksheets[0]!.getCell('A1').value).toBeInstanceOf(Date);
    expect((await readCells(file))[0]!.kinds).toEqual({});
  });

  it('a sheet without a part in front of others: both pass it over', async () => {
    const workbook = `${PROLOG}<workbook xmlns:r="urn:r"><sheets><sheet name="Lost" sheetId="1" r:id=""/><sheet name="Data" sheetId="2" r:id="rId1"/></sheets></workbook>`;
    const file = await writeRawWorkbook(path('book.xlsx'), {
      sheets: [{ rows: one }],
      parts: { 'xl/workbook.xml': workbook },
    });
    expect((await readCells(file)).map(({ name, cells }) => [name, cells])).toEqual([['Data', { A1: 1 }]]);
    expect((await readWithExceljs(file)).map(({ name, cells }) => [name, cells])).toEqual([['Data', { A1: 1 }]]);
  });
});
