import { truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../electron/imports/workbook/limits.ts';
import { openFile } from '../../../electron/imports/workbook/open.ts';
import { columnName, stayingOf } from '../../support/read-cells.ts';
import { type RawWorkbook, sheetXml, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { temporaryPaths } from '../../support/temporary.ts';
import { workTime } from '../../support/work-time.ts';

const path = temporaryPaths();
const cell = (place: string): string => `<c r="${place}"><v>1</v></c>`;
const book: RawWorkbook = { sheets: [{ rows: `<row r="1">${cell('A1')}</row>` }] };

async function outcome(workbook: RawWorkbook, limits = {}): Promise<string> {
  return stayingOf(await writeRawWorkbook(path('book.xlsx'), workbook), limits);
}

describe('a file over a limit is refused', () => {
  it('above 200 MB on disk, whatever is in it, without being read', async () => {
    writeFileSync(path('large.xlsx'), 'PK\x03\x04');
    truncateSync(path('large.xlsx'), 200 * 2 ** 20 + 1);
    expect(await openFile(path('large.xlsx'))).toEqual({
      kind: 'refused',
      reason: 'too_large',
      message:
        'The file is 201 MB; the limit is 200 MB. Nothing was stored. Split it into smaller files, or delete the rows and columns that are not needed, and save it again.',
    });
    truncateSync(path('large.xlsx'), 200 * 2 ** 20);
    expect(await stayingOf(path('large.xlsx'))).toBe('damaged_zip');
  });

  it('beyond row 1,048,576, or with more rows than that under the same numbers', async () => {
    expect(await outcome({ sheets: [{ rows: `<row r="1048576">${cell('A1048576')}</row>` }] })).toBe('opened');
    expect(await outcome({ sheets: [{ rows: `<row r="1048577">${cell('A1048577')}</row>` }] })).toBe('too_large');
    expect(await outcome({ sheets: [{ rows: '<row r="1048576"/><row/>' }] })).toBe('too_large');
    expect(await outcome({ sheets: [{ rows: `<row r="1">${cell('A1')}</row>`.repeat(11) }] }, { rows: 10 })).toBe(
      'too_large',
    );
    expect(
      await outcome({ sheets: [{ rows: `<row>${'<c><v>1</v></c>'}<!-- saxes --></row>`.repeat(11) }] }, { rows: 10 }),
    ).toBe('too_large');
  });

  it('with values in more than 512 columns; empty styled cells to the last column do not count', async () => {
    const cells = (count: number): string =>
      Array.from({ length: count }, (_, i) => cell(`${columnName(i)}1`)).join('');
    expect(await outcome({ sheets: [{ rows: `<row r="1">${cells(512)}</row>` }] })).toBe('opened');
    expect(await outcome({ sheets: [{ rows: `<row r="1">${cells(513)}</row>` }] })).toBe('too_large');
    const styled = Array.from({ length: 16_384 }, (_, i) => `<c r="${columnName(i)}1" s="1"/>`).join('');
    expect(await outcome({ sheets: [{ rows: `<row r="1">${styled}${cell('XFD1')}</row>` }] })).toBe('opened');
  });

  it('with a value in the last column of very many rows', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `<row r="${i + 1}">${cell(`XFD${i + 1}`)}</row>`).join('');
    expect(await outcome({ sheets: [{ rows }] })).toBe('opened');
    expect(await outcome({ sheets: [{ rows }] }, { wideCells: 3_000_000 })).toBe('too_large');
  });

  it('that declares more than 4 GB unpacked in all', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`xl/media/${i}.bin`, 'x']));
    const claims = { claims: { bytes: 2 ** 30 - 1, packedBytes: 2 ** 24 } };
    expect(await outcome({ ...book, parts, entry: claims })).toBe('too_large');
  });

  it('whose large part declares more than 300 times its packed size; a small part may', async () => {
    const blanks = (megabytes: number): string => `<row r="1">${cell('A1')}</row>${' '.repeat(megabytes * 2 ** 20)}`;
    expect(await outcome({ sheets: [{ rows: blanks(10) }] })).toBe('opened');
    expect(await outcome({ sheets: [{ rows: blanks(51) }] })).toBe('too_large');
  });

  it('with more than 20,000 entries', async () => {
    expect(DEFAULT_LIMITS.entries).toBe(20_000);
    const parts = Object.fromEntries(Array.from({ length: 44 }, (_, i) => [`xl/media/${i}.png`, '']));
    expect(await outcome({ ...book, parts }, { entries: 50 })).toBe('opened');
    expect(await outcome({ ...book, parts: { ...parts, 'one more': '' } }, { entries: 50 })).toBe('too_large');
  });

  it('with a row, a shared string, a comment or an attribute that does not end', async () => {
    const long = 'x'.repeat(20_000);
    const limits = { rowBytes: 1000 };
    const noise = Array.from({ length: 300_000 }, (_, i) => (i * 7919).toString(36)).join('');
    const sheet = (rows: string): RawWorkbook => ({ sheets: [{ rows }] });
    expect(await outcome(sheet(`<row r="1"><c r="A1" t="str"><v>${noise}</v></c></row>`), limits)).toBe('too_large');
    expect(await outcome({ ...book, sharedStrings: `<si><t>${noise}</t></si>` }, limits)).toBe('too_large');
    expect(await outcome(sheet(`<!-- ${noise} --><row r="1">${cell('A1')}</row>`), limits)).toBe('too_large');
    expect(await outcome(sheet(`<row r="1"><!-- x --><c r="A1" x="${noise}"/></row>`), limits)).toBe('too_large');
    expect(await outcome(sheet(`<row r="1"><c r="A1" t="str"><v>${long}</v></c></row>`))).toBe('opened');
  });

  it('with too much text in its shared strings, or through them in its cells', async () => {
    const sharedStrings = '<si><t>0123456789</t></si>'.repeat(10);
    const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(20);
    expect(await outcome({ sheets: [{ rows }], sharedStrings }, { sharedCharacters: 100, sharedStrings: 10 })).toBe(
      'opened',
    );
    expect(await outcome({ sheets: [{ rows }], sharedStrings }, { sharedCharacters: 99 })).toBe('too_large');
    expect(await outcome({ sheets: [{ rows }], sharedStrings }, { sharedStrings: 9 })).toBe('too_large');
    expect(await outcome({ sheets: [{ rows }], sharedStrings }, { sheetCharacters: 200 })).toBe('opened');
    expect(await outcome({ sheets: [{ rows }], sharedStrings }, { sheetCharacters: 199 })).toBe('too_large');
  });

  it('with descriptions of the workbook that are larger than any workbook needs', async () => {
    const styles = `<styleSheet>${'<font/>'.repeat(1000)}</styleSheet>`;
    expect(await outcome({ ...book, parts: { 'xl/styles.xml': styles } }, { smallPartBytes: 7000 })).toBe('too_large');
  });
});

it('texts made to cost time are read, or refused, in time that grows with their length only', async () => {
  const long = (text: string): string => text.repeat(400_000 / text.length);
  const rows: Record<string, string> = {
    'digits that turn out to be no number': `<row r="1"><c r="A1"><v>${long('1')}x</v></c></row>`,
    'blanks around a row number': `<!-- --><row r="${long(' ')}x"><c><v>1</v></c></row>`,
    'blanks around a place': `<!-- --><row r="1"><c r="${long(' ')}x"><v>1</v></c></row>`,
    'half entities': `<row r="1"><c r="A1" t="str"><v>${long('&am')}</v></c></row>`,
    'half escapes': `<row r="1"><c r="A1" t="str"><v>${long('_x00')}</v></c></row>`,
    'a date without end': `<row r="1"><c r="A1" t="d"><v>2026-01-01T00:00:00.${long('1')}x</v></c></row>`,
  };
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${long('[')}"/></numFmts></styleSheet>`;
  for (const [name, xml] of Object.entries(rows)) {
    const worked = workTime();
    await outcome({ sheets: [{ rows: xml }], parts: { 'xl/styles.xml': styles } });
    expect(worked(), name).toBeLessThan(3000);
  }
});

describe('a document type definition is refused', () => {
  const doctypes = {
    'that names a file of this computer': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    'that multiplies a text a billion times':
      '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    'that says nothing': '<!DOCTYPE worksheet>',
  };
  const parts = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml', '_rels/.rels', 'xl/sharedStrings.xml', 'xl/styles.xml'];
  for (const [name, doctype] of Object.entries(doctypes)) {
    it(name, async () => {
      for (const part of parts) {
        const xml = part.includes('sheet1') ? sheetXml(`<row r="1"><c r="A1" t="str"><v>&e;</v></c></row>`) : '<x/>';
        const withDoctype = xml.includes('?>') ? xml.replace('?>', `?>${doctype}`) : doctype + xml;
        expect(await outcome({ ...book, sharedStrings: '', parts: { [part]: withDoctype } }), part).toBe('unsafe_xml');
      }
    });
  }
});

describe('XML that is not sound is refused as damaged', () => {
  const broken: Record<string, string> = {
    'an unknown entity': '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>',
    'a bare ampersand': '<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>',
    'a control character': '<row r="1"><c r="A1" t="str"><v>a\x01b</v></c></row>',
    'a forbidden character by number': '<row r="1"><c r="A1" t="str"><v>&#x0;</v></c></row>',
    'an element that is not closed': '<row r="1"><c r="A1"><v>1</c></row>',
    'a row that is not closed': '<row r="1"><c r="A1"><v>1</v></c>',
    'a cell that closes a row': '<row r="1"><c r="A1"><v>1</v></row>',
    'a tag that is cut short': '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"',
    'a style that is not closed': '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b><t>x</t></r></is></c></row>',
    'a cell without a place': '<row r="1"><c r="??"><v>1</v></c></row>',
    'a cell beyond the last column': '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    'a row with an impossible number': '<row r="-1"><c><v>1</v></c></row>',
  };
  for (const [name, rows] of Object.entries(broken)) {
    it(name, async () => {
      expect(await outcome({ sheets: [{ rows }] })).toBe('damaged_zip');
    });
  }

  it('a sheet whose end is missing', async () => {
    for (const [cut, reason] of [
      ['</worksheet>', 'damaged_zip'],
      ['</sheetData>', 'damaged_zip'],
      ['sheetData>', 'damaged_zip'],
    ] as const) {
      const xml = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');
      expect(await outcome({ parts: { 'xl/worksheets/sheet1.xml': xml.slice(0, xml.lastIndexOf(cut)) } }), cut).toBe(
        reason,
      );
    }
  });
});
