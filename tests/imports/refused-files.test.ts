import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';
import { textFile, workbook } from '../support/odd-files.ts';
import { type RawWorkbook, sheetXml, writeRawWorkbook } from '../support/raw-workbook.ts';
import { columnName } from '../support/read-cells.ts';
import { temporaryPaths } from '../support/temporary.ts';
import { ZipWriter } from '../support/zip-writer.ts';

const path = temporaryPaths();
const headings = [
  'Unit',
  'Date',
  'Start',
  'End',
  'Break',
  'Grade',
  'Staff Number',
  'Name',
  'Fill Type',
  'Status',
  'In Charge',
  'Supernumerary',
];
const duty = [
  'Delivery Suite',
  '05/10/2026',
  '07:30',
  '20:00',
  '60',
  'Band 6',
  '10000001',
  'Bhatt, Olivia',
  'Substantive',
  'Worked',
  'N',
  'N',
];

/** A duty of one person after another, some of its cells changed. */
const dutyOf = (at: number, changes: Record<number, string> = {}) =>
  duty.map((cell, place) => changes[place] ?? (place === 6 ? String(10_000_001 + at) : cell));

const cells = (row: number, values: readonly string[]) =>
  `<row r="${row}">${values.map((value, at) => `<c r="${columnName(at)}${row}" t="str"><v>${value}</v></c>`).join('')}</row>`;
/** Rows that would be stored if nothing came after them: more than a block of the file, so that they are read first. */
const sound = [cells(1, headings), ...Array.from({ length: 3000 }, (_, at) => cells(at + 2, dutyOf(at)))].join('');
const book = (file: RawWorkbook) => writeRawWorkbook(path('book.xlsx'), file);
const withSheet = (xml: string, entry: RawWorkbook['entry'] = {}) => book({ sheets: [{ rows: xml }], entry });

/** What of the sample or made file is refused, why, and which words say what to do next. */
const files: readonly (readonly [what: string, make: () => string | Promise<string>, reason: string, says: RegExp])[] =
  [
    [
      'a picture',
      () => written(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
      'not_a_workbook',
      /Choose an Excel Workbook/,
    ],
    [
      'a web page that asks to log in',
      () => written('<html><body>Please log in</body></html>'),
      'html_not_a_workbook',
      /save it as an Excel Workbook/,
    ],
    ['a file without a byte', () => written(''), 'empty_file', /Export or download it again/],
    ['a zip file of something else', () => zipOf('readme.txt', 'hello'), 'not_a_workbook', /Choose an Excel Workbook/],
    [
      'a workbook without a value',
      () => withSheet('<row r="1"><c r="A1" s="1"/></row>'),
      'no_rows',
      /Check that the right sheet/,
    ],
    ['headings without rows', () => withSheet(cells(1, headings)), 'no_rows', /Check that the right file/],
    [
      'headings of nothing that we know',
      () => textFile('Colour,Size,Price\nred,3,4.50\n'),
      'unknown_headings',
      /say what it is, and which sheet, row of headings and columns/,
    ],
    [
      'an old Excel file',
      () => written(compoundFile('Workbook')),
      'legacy_xls',
      /save it as an Excel Workbook \(\.xlsx\)/,
    ],
    [
      'an encrypted workbook',
      () => written(compoundFile('EncryptedPackage')),
      'password_protected',
      /remove the password/,
    ],
    ['a file over 200 MB', () => hugeFile(), 'too_large', /Nothing was stored/],
    [
      'a row after the last of Excel’s, behind sound ones',
      () => withSheet(`${sound}${cells(1_048_577, duty)}`),
      'too_large',
      /Split it into smaller files/,
    ],
    [
      'values in more than 512 columns',
      () =>
        withSheet(
          sound +
            cells(
              4000,
              Array.from({ length: 513 }, () => 'x'),
            ),
        ),
      'too_large',
      /delete the rows and columns/,
    ],
    ['parts that declare over 4 GB', () => declaring(), 'too_large', /Split it/],
    [
      'a large part that declares over 300 times its size',
      () => withSheet(sound + ' '.repeat(51 * 2 ** 20)),
      'too_large',
      /Split it/,
    ],
    [
      'a sheet longer than its header says',
      () => withSheet(sound, { claims: { bytes: 1000 } }),
      'damaged_zip',
      /Download or export it again/,
    ],
    [
      'a sheet whose checksum is wrong at its end',
      () => withSheet(sound, { claims: { crc: 1 } }),
      'damaged_zip',
      /Download or export it again/,
    ],
    ['one text used in so many cells that they hold over 1 GB', () => repeatedText(), 'too_large', /Split it/],
    ['more than 20,000 parts', () => manyParts(), 'too_large', /Split it/],
    [
      'the same part twice',
      () => zipOf('xl/workbook.xml', '<x/>', 'XL/Workbook.xml'),
      'damaged_zip',
      /export it again/,
    ],
    [
      'a document type definition',
      () =>
        book({
          parts: { 'xl/worksheets/sheet1.xml': sheetXml(sound).replace('?>', '?><!DOCTYPE x [<!ENTITY e "1">]>') },
        }),
      'unsafe_xml',
      /save it as a new Excel Workbook/,
    ],
    [
      'a sheet that breaks off',
      () => book({ parts: { 'xl/worksheets/sheet1.xml': sheetXml(sound).slice(0, -20) } }),
      'damaged_zip',
      /export it again/,
    ],
  ];
const sampleFiles = [
  ['n2_truncated.xlsx', 'damaged_zip', /export it again/],
  ['n3_password_protected.xlsx', 'password_protected', /remove the password/],
  ['n4_empty_sheet.xlsx', 'no_rows', /Check that the right/],
  ['n5_zero_bytes.xlsx', 'empty_file', /Export or download it again/],
  ['n6_zip_but_not_a_workbook.xlsx', 'not_a_workbook', /Choose an Excel Workbook/],
  ['n7_headings_only.xlsx', 'no_rows', /Check that the right/],
] as const;

describe('a file that cannot be imported is refused in words, and nothing is stored', () => {
  it.each([
    ...files,
    ...(samplesAreHere ? sampleFiles.map(([name, ...then]) => [name, () => sampleFile(name), ...then] as const) : []),
  ])(`%s${ifSamples}`, async (_, make, reason, says) => {
    const file = await make();
    const trust = await openImportingTrust();
    const before = dump(trust.sqlite);
    const refusal = await trust.refusal(file, { overlap: 'replace' });
    expect(refusal).toMatchObject({ code: 'FILE_REFUSED', data: { reason } });
    expect(refusal.message).toMatch(says);
    expect(refusal.message).toContain('Nothing was stored');
    if (statSync(file).size < 2 ** 22) {
      const key = await trust.upload(file);
      const commit = trust.client.imports.commit({ trust: 'T1', file: key });
      await expect(commit).rejects.toMatchObject({ code: 'FILE_REFUSED', message: refusal.message });
      await trust.client.imports.discard({ file: key });
    }
    expect(dump(trust.sqlite)).toBe(before);
    const incoming = join(trust.context.dataFolder, 'incoming', String(process.pid));
    expect(statSync(incoming, { throwIfNoEntry: false }) ? readdirSync(incoming) : []).toEqual([]);
  });

  it('two sheets that both fit are asked about', async () => {
    const trust = await openImportingTrust();
    const before = dump(trust.sqlite);
    const refusal = await trust.refusal(await workbook({ October: [headings, duty], November: [headings, duty] }));
    expect(refusal).toMatchObject({
      code: 'CHOICE_NEEDED',
      data: { choices: [{ sheet: 'October' }, { sheet: 'November' }] },
    });
    expect(refusal.message).toMatch(/Say which one to import/);
    expect(dump(trust.sqlite)).toBe(before);
  });
});

it('text that a spreadsheet would run stays text on the way in, and on the way out', async () => {
  const texts = ['=HYPERLINK("http://x.example","pay")', "+cmd|' /C calc'!A0", '@SUM(1)', '=2+5'];
  const rows = texts.map((text, at) => dutyOf(at, { 5: at < 2 ? 'Wizard' : 'Band 6', 7: text }));
  const trust = await openImportingTrust();
  const report = await trust.import(await workbook({ Roster: [headings, ...rows] }));
  expect(report).toMatchObject({ accepted: 2, warnings: { formula_like_text: [4, 5] } });
  expect(trust.sqlite.prepare('SELECT name FROM duty ORDER BY row').pluck().all()).toEqual(texts.slice(2));
  const { contents } = await trust.client.imports.leftOutWorkbook({ batch: report.batch ?? 0 });
  const out = new ExcelJS.Workbook();
  await out.xlsx.load(Buffer.from(contents, 'base64') as never);
  const values: unknown[] = [];
  out.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(({ value }) => values.push(value))));
  expect(values).toContain(`'${texts[0]}`);
  expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  expect(values.filter((value) => typeof value === 'string' && /^[=+@-]/.test(value))).toEqual([]);
});

function written(content: string | Uint8Array): string {
  writeFileSync(path('file'), content);
  return path('file');
}

async function zipOf(name: string, content: string, again?: string): Promise<string> {
  const zip = await ZipWriter.create(path('zip'));
  await zip.add(name, content);
  if (again) await zip.add(again, content);
  await zip.close();
  return path('zip');
}

/** A sparse file: it takes no room on the disk. */
function hugeFile(): string {
  writeFileSync(path('huge.xlsx'), 'PK\x03\x04');
  truncateSync(path('huge.xlsx'), 200 * 2 ** 20 + 1);
  return path('huge.xlsx');
}

function declaring(): Promise<string> {
  const parts = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`xl/media/${at}.bin`, 'x']));
  return book({ sheets: [{ rows: sound }], parts, entry: { claims: { bytes: 2 ** 30 - 1, packedBytes: 2 ** 24 } } });
}

/** Few bytes that unpack to few, and hold one long text again and again. */
function repeatedText(): Promise<string> {
  const used = `<row><c><v>1</v></c>${'<c t="s"><v>0</v></c>'.repeat(40)}</row>`.repeat(900);
  const noise = Array.from({ length: 6000 }, (_, at) => (at * 7919).toString(36))
    .join(' ')
    .slice(0, 32_000);
  const rows = cells(1, [
    ...headings.slice(0, 1),
    ...Array.from({ length: 40 }, (_, at) => `Note ${at}`),
    ...headings.slice(1),
  ]);
  return book({ sheets: [{ rows: rows + used }], sharedStrings: `<si><t>${noise}</t></si>` });
}

/** So many empty parts, and nothing else. */
function manyParts(): string {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  const count = 20_001;
  const entries = Array.from({ length: count }, (_, at) => Buffer.from(String(at).padStart(6, '0')));
  for (const header of [local, central]) header.writeUInt16LE(6, header === local ? 26 : 28);
  const locals = entries.flatMap((name) => [local, name]);
  const centrals = entries.flatMap((name, at) => {
    const own = Buffer.from(central);
    own.writeUInt32LE(at * 36, 42);
    return [own, name];
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(count * 52, 12);
  end.writeUInt32LE(count * 36, 16);
  return written(Buffer.concat([...locals, ...centrals, end]));
}

/** A compound file with one directory sector that names a stream ([MS-CFB] 2.2, 2.6). */
function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(512 * 3);
  file.writeUInt32BE(0xd0cf11e0, 0);
  file.writeUInt32BE(0xa1b11ae1, 4);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  for (const [at, name] of ['Root Entry', stream].entries()) {
    file.write(name, 1024 + 128 * at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, 1024 + 128 * at + 64);
  }
  return file;
}
