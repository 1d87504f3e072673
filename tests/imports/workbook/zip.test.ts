import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../../electron/imports/workbook/crc.ts';
import { type RawWorkbook, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { stayingOf, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';
import { type EntryOptions, ZipWriter } from '../../support/zip-writer.ts';

const path = temporaryPaths();
const book: RawWorkbook = {
  sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  sharedStrings: '<si><t>x</t></si>',
};

describe('a zip file is read', () => {
  const forms: Record<string, EntryOptions> = {
    'with its entries deflated': {},
    'with its entries stored as they are': { stored: true },
    'with sizes behind the data instead of before it': { descriptor: true },
    'in the zip64 form': { zip64: true },
    'in the zip64 form, stored, with sizes behind the data': { zip64: true, stored: true, descriptor: true },
  };
  for (const [name, entry] of Object.entries(forms)) {
    it(name, async () => {
      const [sheet] = await readCells(await writeRawWorkbook(path('book.xlsx'), { ...book, entry }));
      expect(sheet!.cells).toEqual({ A1: 'x' });
    });
  }

  it('although something was appended on its way', async () => {
    const file = await writeRawWorkbook(path('book.xlsx'), book);
    appendFileSync(file, '\r\n<!-- served in 12 ms -->\r\n');
    expect((await readCells(file))[0]!.cells).toEqual({ A1: 'x' });
  });
});

describe('a zip file is refused as damaged', () => {
  const refused = async (entry: EntryOptions): Promise<string> =>
    stayingOf(await writeRawWorkbook(path('book.xlsx'), { ...book, entry }));

  it('when a part is longer than its header says', async () => {
    expect(await refused({ claims: { bytes: 20 } })).toBe('damaged_zip');
  });

  it('when a part is shorter than its header says', async () => {
    expect(await refused({ claims: { bytes: 20_000 } })).toBe('damaged_zip');
  });

  it('when a checksum is wrong', async () => {
    expect(await refused({ claims: { crc: 1 } })).toBe('damaged_zip');
  });

  it('when two entries have the same name, however it is spelt', async () => {
    for (const twin of ['xl/worksheets/sheet1.xml', 'XL\\Worksheets\\sheet1.xml']) {
      const zip = await ZipWriter.create(path('twins.xlsx'));
      await zip.add('xl/worksheets/sheet1.xml', 'a');
      await zip.add(twin, 'b');
      await zip.close();
      expect(await stayingOf(path('twins.xlsx')), twin).toBe('damaged_zip');
    }
  });

  it('when it was cut off anywhere', async () => {
    const whole = readFileSync(await writeRawWorkbook(path('book.xlsx'), book));
    for (let length = 4; length < whole.length; length += 97) {
      writeFileSync(path('cut.xlsx'), whole.subarray(0, length));
      expect(await stayingOf(path('cut.xlsx')), `${length} bytes`).toBe('damaged_zip');
    }
  });
});

it('a zip file with a password on its entries is refused as protected', async () => {
  expect(
    await stayingOf(await writeRawWorkbook(path('book.xlsx'), { ...book, entry: { claims: { flags: 0x801 } } })),
  ).toBe('password_protected');
});

it('the checksum of a runtime without its own equals the published check value and the built-in one', () => {
  expect(crc32ByTable(Buffer.from('123456789'), 0)).toBe(0xcbf43926);
  const bytes = Buffer.from('Delivery Suite'.repeat(100));
  expect(crc32ByTable(bytes.subarray(7), crc32ByTable(bytes.subarray(0, 7), 0))).toBe(crc32(bytes, 0));
});
