import { describe, expect, it } from 'vitest';
import { openFile } from '../../../electron/imports/workbook/open.ts';
import { PROLOG, type RawWorkbook, sheetXml, tableXml, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { type ReadSheet, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();

async function sheetsOf(workbook: RawWorkbook): Promise<ReadSheet[]> {
  return readCells(await writeRawWorkbook(path('book.xlsx'), workbook));
}

async function sheetOf(rows: string): Promise<ReadSheet> {
  return (await sheetsOf({ sheets: [{ rows }] }))[0]!;
}

describe('rows and cells', () => {
  it('that do not say where they are follow the one before', async () => {
    const rows =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c><c r="D5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>';
    expect((await sheetOf(rows)).cells).toEqual({ A1: 1, B1: 2, A5: 3, D5: 4, E5: 5, A6: 6 });
  });

  it('whose row does not say its number are where the cell says', async () => {
    expect(
      (await sheetOf('<row><c r="B7"><v>1</v></c></row><row><c><v>2</v></c></row><row><c r="A12"><v>3</v></c></row>'))
        .cells,
    ).toEqual({ B7: 1, A8: 2, A12: 3 });
  });

  it('may be far apart and out of order; rows come in the order of the file', async () => {
    const sheet = await sheetOf(
      '<row r="9"><c r="C9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="2"><c r="XFD2"><v>3</v></c></row><row r="1048576"><c r="A1048576"><v>4</v></c></row>',
    );
    expect(sheet.cells).toEqual({ A9: 2, C9: 1, XFD2: 3, A1048576: 4 });
    expect(sheet.rows).toEqual([9, 2, 1048576]);
  });

  it('without a value are left out, self-closing rows by the thousand included', async () => {
    const empty = Array.from(
      { length: 40_000 },
      (_, i) => `<row r="${i + 2}" spans="1:25" ht="15" customHeight="1"/>`,
    ).join('');
    const sheet = await sheetOf(
      `<row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="50000"><c r="A50000" s="1"/></row><row r="50001"></row><row r="50002"><c r="B50002"><v>2</v></c></row>`,
    );
    expect(sheet.cells).toEqual({ A1: 1, B50002: 2 });
    expect(sheet.rows).toEqual([1, 50002]);
  });

  it('may have references in small letters or with dollar signs', async () => {
    expect((await sheetOf('<row r="1"><c r="b1"><v>1</v></c><c r="$C$1"><v>2</v></c></row>')).cells).toEqual({
      B1: 1,
      C1: 2,
    });
  });

  it('are all read when the writer puts every tag on a line of its own', async () => {
    const rows =
      '\n  <row r="1">\n    <c r="A1">\n      <v>1</v>\n    </c>\n    <c r="B1" t="inlineStr">\n <is>\n <t>x</t>\n </is>\n </c>\n  </row>\n\n  <row r="2" >\n</row>\n';
    expect((await sheetOf(rows)).cells).toEqual({ A1: 1, B1: 'x' });
  });

  it('may have comments, processing instructions and extensions between them', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><!-- <row r="9"><c><v>9</v></c></row> --><row r="2"><?x y?><c r="A2"><v>2<!-- no -->3</v></c><extLst><ext><c r="Z2"><v>9</v></c></ext></extLst></row>';
    expect((await sheetOf(rows)).cells).toEqual({ A1: 1, A2: 23 });
  });

  it('read so far are not given twice when the sheet turns out to be unusual in its middle', async () => {
    const row = (i: number, cell: string): string => `<row r="${i}"><c r="A${i}" ${cell}</c></row>`;
    const many = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, i) => row(from + i, `><v>${from + i}</v>`)).join('');
    const sheet = await sheetOf(
      `${many(1, 20_000)}${row(20_000, 't="str"><v><![CDATA[x]]></v>')}${many(20_001, 20_050)}`,
    );
    expect(sheet.rows).toEqual(Array.from({ length: 20_049 }, (_, i) => i + 1));
    expect(sheet.cells['A20000']).toBe('x');
  });
});

describe('XML of other makers', () => {
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Siân</t></is></c></row>';
  const expected = { A1: 'Zoë', B1: true, C1: 'Siân' };
  const prefixed = (xml: string, prefix: string): string =>
    xml.replace(/<(\/?)(?![?!])/g, `<$1${prefix}:`).replace('xmlns=', `xmlns:${prefix}=`);

  it('with a prefix on every element is read like any other', async () => {
    const parts: Record<string, string> = {
      'xl/worksheets/sheet1.xml': prefixed(sheetXml(rows), 'x'),
      'xl/sharedStrings.xml': prefixed(tableXml('<si><t>Zoë</t></si>'), 'ns0'),
    };
    expect((await sheetsOf({ parts }))[0]!.cells).toEqual(expected);
  });

  it('with elements of another vocabulary among its own is read without these, whatever they are called', async () => {
    const mixed = '<row r="1"><c r="A1"><o:v>9</o:v><v>5</v></c><o:c r="B1"><v>1</v></o:c></row>';
    const sheet = sheetXml(mixed, '<o:sheetData><row r="9"><c r="A9"><v>1</v></c></row></o:sheetData>');
    const part = sheet.replace('<worksheet ', '<worksheet xmlns:o="urn:notes" ');
    expect((await sheetsOf({ parts: { 'xl/worksheets/sheet1.xml': part } }))[0]!.cells).toEqual({ A1: 5 });
  });

  it('with a prefix in the workbook part as well', async () => {
    const workbook = `${PROLOG}<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="Data" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>`;
    const [sheet] = await sheetsOf({
      sharedStrings: '<si><t>Zoë</t></si>',
      parts: { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': prefixed(sheetXml(rows), 'x') },
    });
    expect([sheet!.name, sheet!.cells]).toEqual(['Data', expected]);
  });

  it('in UTF-16 of either kind, with or without a byte order mark, and in windows-1252', async () => {
    const encode: Record<string, (xml: string) => Buffer> = {
      'UTF-16': (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le'),
      'UTF-16LE': (xml) => Buffer.from(xml, 'utf16le'),
      'utf-16': (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16(),
      'UTF-16BE': (xml) => Buffer.from(xml, 'utf16le').swap16(),
      'windows-1252': (xml) => Buffer.from(xml, 'latin1'),
      'ISO-8859-1': (xml) => Buffer.from(xml, 'latin1'),
      'UTF-8': (xml) => Buffer.from(`\ufeff${xml}`),
    };
    for (const [name, bytes] of Object.entries(encode)) {
      const inEncoding = (xml: string): Buffer => bytes(xml.replace('UTF-8', name));
      const parts = {
        'xl/worksheets/sheet1.xml': inEncoding(sheetXml(rows)),
        'xl/sharedStrings.xml': inEncoding(tableXml('<si><t>Zoë</t></si>')),
      };
      expect((await sheetsOf({ parts }))[0]!.cells, name).toEqual(expected);
    }
  });

  it('in an encoding that nobody knows is refused', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': sheetXml(rows).replace('UTF-8', 'x-nobody') };
    await expect(sheetsOf({ parts })).rejects.toThrow('damaged_zip');
  });

  it('in the strict form of the standard is read like the usual one', async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const relationship = (id: string, type: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`;
    const parts = {
      '_rels/.rels': `<Relationships>${relationship('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relationship('b', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      'xl/worksheets/sheet1.xml': strict(
        sheetXml(`<row r="1"><c r="A1" t="d"><v>2017-03-16</v></c><c r="B1" t="s"><v>0</v></c></row>`),
      ),
      'xl/sharedStrings.xml': strict(tableXml('<si><t>Zoë</t></si>')),
    };
    expect((await sheetsOf({ parts }))[0]!.cells).toEqual({ A1: 42810, B1: 'Zoë' });
  });
});

describe('the parts of the file', () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
  const book: RawWorkbook = { sheets: [{ rows }], sharedStrings: '<si><t>x</t></si>' };

  it('may be named with a slash in front, with backslashes, or in capitals', async () => {
    const spellings: ((name: string) => string)[] = [
      (name) => `/${name}`,
      (name) => name.replaceAll('/', '\\'),
      (name) => name.toUpperCase(),
      (name) => name.replace('sharedStrings', 'SharedStrings'),
    ];
    for (const spell of spellings)
      expect((await sheetsOf({ ...book, spell }))[0]!.cells, spell('a/b')).toEqual({ A1: 'x' });
  });

  it('may be pointed at absolutely, with backslashes, over detours, or escaped', async () => {
    for (const target of [
      '/xl/worksheets/sheet1.xml',
      'worksheets\\sheet1.xml',
      '../xl/./worksheets/sheet1.xml',
      'worksheets/%73heet1.xml',
      'Worksheets/Sheet1.XML',
    ]) {
      expect((await sheetsOf({ ...book, sheets: [{ rows, target }] }))[0]!.cells, target).toEqual({ A1: 'x' });
    }
  });

  it('may come in any order: the sheet before the workbook, the texts last or first', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': sheetXml(rows), 'xl/sharedStrings.xml': tableXml('<si><t>x</t></si>') };
    expect((await sheetsOf({ parts }))[0]!.cells).toEqual({ A1: 'x' });
    expect((await sheetsOf(book))[0]!.cells).toEqual({ A1: 'x' });
  });

  it('may have names that nobody expects', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': undefined, 'données/Été 2026.bin': sheetXml(rows) };
    expect((await sheetsOf({ ...book, sheets: [{ target: '/données/Été 2026.bin' }], parts }))[0]!.cells).toEqual({
      A1: 'x',
    });
  });
});

describe('sheets', () => {
  const rows = (value: string): string => `<row r="1"><c r="A1" t="str"><v>${value}</v></c></row>`;

  it('come in the workbook’s order, each with its own name, hidden ones marked', async () => {
    const sheets = await sheetsOf({
      sheets: [
        { name: 'Duty &amp; Leave', rows: rows('a'), target: 'worksheets/sheet1.xml' },
        { name: '__proto__', rows: rows('b'), state: 'hidden' },
        { name: 'Übersicht', rows: rows('c'), state: 'veryHidden' },
        { name: ' ', rows: rows('d'), state: 'visible' },
      ],
    });
    expect(sheets.map(({ name, hidden, cells }) => [name, hidden, cells.A1])).toEqual([
      ['Duty & Leave', false, 'a'],
      ['__proto__', true, 'b'],
      ['Übersicht', true, 'c'],
      [' ', false, 'd'],
    ]);
  });

  it('of charts and dialogs, and sheets that point nowhere, are no worksheets and shift nothing', async () => {
    const workbook = `${PROLOG}<workbook xmlns:r="urn:r"><sheets><sheet name="Chart" r:id="rId1"/><sheet name="Lost" r:id=""/><sheet name="Data" r:id="rId2"/><sheet name="Dialog" r:id="rId3"/><sheet name="Unknown" r:id="rId77"/></sheets></workbook>`;
    const sheets = await sheetsOf({
      sheets: [{ type: 'chartsheet' }, { rows: rows('x') }, { type: 'dialogsheet' }],
      parts: { 'xl/workbook.xml': workbook },
    });
    expect(sheets.map(({ name, cells }) => [name, cells])).toEqual([['Data', { A1: 'x' }]]);
  });

  it('that share one part are refused: no program writes that', async () => {
    const twice = [{ rows: rows('x') }, { target: 'worksheets/sheet1.xml' }];
    await expect(sheetsOf({ sheets: twice })).rejects.toThrow('damaged_zip');
  });

  it('whose part is missing are refused when they are read', async () => {
    const file = await writeRawWorkbook(path('missing.xlsx'), {
      sheets: [{ rows: rows('x') }, {}],
      parts: { 'xl/worksheets/sheet2.xml': undefined },
    });
    await expect(readCells(file)).rejects.toThrow('"xl/worksheets/sheet2.xml" is missing');
  });

  it('can be read twice, at the same time, and given up in the middle', async () => {
    const many = Array.from(
      { length: 30_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    ).join('');
    const opened = await openFile(
      await writeRawWorkbook(path('book.xlsx'), { sheets: [{ rows: many }, { rows: rows('x') }] }),
    );
    if (opened.kind === 'refused') throw new Error(opened.reason);
    for await (const _ of opened.rows(0)) break;
    const count = async (): Promise<number> => {
      let total = 0;
      for await (const batch of opened.rows(0)) total += batch.length;
      return total;
    };
    expect(await Promise.all([count(), count()])).toEqual([30_000, 30_000]);
    await opened.close();
  });
});
