import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../electron/imports/workbook/open.ts';
import type { FileRefusal } from '../../../electron/imports/workbook/refusal.ts';
import { writeRawWorkbook } from '../../support/raw-workbook.ts';
import { stayingOf } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';
import { ZipWriter } from '../../support/zip-writer.ts';
import { workTime } from '../../support/work-time.ts';

const path = temporaryPaths();

async function refusalOf(content: string | Uint8Array): Promise<FileRefusal> {
  writeFileSync(path('file'), content);
  const opened = await openFile(path('file'));
  if (opened.kind === 'opened') throw new Error('opened');
  return opened;
}

const reasonOf = async (content: string | Uint8Array): Promise<string> => (await refusalOf(content)).reason;

/** A compound file with one directory sector of the given stream names ([MS-CFB] 2.2, 2.6). */
function compoundFile(names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 3);
  file.writeUInt32BE(0xd0cf11e0, 0);
  file.writeUInt32BE(0xa1b11ae1, 4);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    file.write(name, 1024 + 128 * i, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, 1024 + 128 * i + 64);
  }
  return file;
}

describe('a file that is no workbook is refused for what it is', () => {
  it('an old Excel file, with or without its container: the message says how to save it', async () => {
    expect(await refusalOf(compoundFile(['Workbook']))).toEqual({
      kind: 'refused',
      reason: 'legacy_xls',
      message:
        'This is an Excel file of the old kind (.xls). Nothing was stored. Open it in Excel and save it as an Excel Workbook (.xlsx).',
    });
    expect(await reasonOf(compoundFile(['Book']))).toBe('legacy_xls');
    expect(await reasonOf(Buffer.from([9, 8, 16, 0, 0, 6, 5, 0, 0xbb, 0x0d, 0xcc, 0x07]))).toBe('legacy_xls');
  });

  it('an encrypted workbook', async () => {
    expect(await reasonOf(compoundFile(['EncryptionInfo', 'EncryptedPackage']))).toBe('password_protected');
  });

  it('a text that begins with many comments is looked at in no time', async () => {
    const worked = workTime();
    writeFileSync(path('file'), `${'<!---->'.repeat(9000)}<x`);
    expect(await stayingOf(path('file'))).toBe('opened');
    expect(worked()).toBeLessThan(2000);
  });

  it('a document of another program', async () => {
    expect(await reasonOf(compoundFile(['WordDocument']))).toBe('not_a_workbook');
    for (const content of [
      '%PDF-1.7\n',
      '{\\rtf1 x}',
      '<?xml version="1.0"?><a/>',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      Buffer.alloc(100),
      'a,b\n1,\0\x01',
    ]) {
      expect(await reasonOf(content), String(content).slice(0, 12)).toBe('not_a_workbook');
    }
  });

  it('a compound file with a broken chain of sectors ends, too', async () => {
    const circle = compoundFile(['x', 'y']);
    circle.writeUInt32LE(1, 516);
    expect(await reasonOf(circle)).toBe('legacy_xls');
    for (const length of [8, 40, 511, 513, 1100])
      expect(await reasonOf(compoundFile(['Workbook']).subarray(0, length))).toBe('legacy_xls');
  });

  it('a web page without a table, in whatever way it begins: the message says how to save it', async () => {
    const pages = [
      '<html>',
      '<HTML xmlns:x="urn">',
      '\ufeff \n<!DOCTYPE html><p>',
      '<!-- x --><table>',
      '<?xml version="1.0"?><html>',
      '<meta charset="utf-8">',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n',
    ];
    for (const page of pages) expect(await reasonOf(`${page}Please log in`), page).toBe('html_not_a_workbook');
    expect(await reasonOf(Buffer.from('\ufeff<html><table>', 'utf16le'))).toBe('html_not_a_workbook');
    expect((await refusalOf('<html>')).message).toContain('Open it in Excel and save it as an Excel Workbook (.xlsx).');
  });

  it('an XML spreadsheet of 2003, a binary workbook, an OpenDocument file, any other zip file', async () => {
    expect(
      await reasonOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ).toBe('not_a_workbook');
    const zips = {
      'xl/workbook.bin': 'binary workbook (.xlsb)',
      'content.xml': 'OpenDocument',
      'readme.txt': 'no workbook in it',
    };
    for (const [name, words] of Object.entries(zips)) {
      const zip = await ZipWriter.create(path('zip'));
      await zip.add(name, 'x');
      await zip.close();
      expect(await openFile(path('zip'))).toMatchObject({
        kind: 'refused',
        reason: 'not_a_workbook',
        message: expect.stringContaining(words),
      });
    }
  });

  it('an empty file', async () => {
    expect(await reasonOf('')).toBe('empty_file');
  });

  it('a file that is not there, or a folder', async () => {
    mkdirSync(path('folder'));
    expect(await openFile(path('nowhere'))).toMatchObject({ kind: 'refused', reason: 'cannot_open' });
    expect(await openFile(path('folder'))).toMatchObject({ kind: 'refused', reason: 'cannot_open' });
  });
});

describe('a file without a single value has no rows', () => {
  it('a workbook of empty sheets, of charts only, or with styled cells only', async () => {
    for (const sheets of [
      [{}],
      [{ type: 'chartsheet' }],
      [{ rows: '<row r="1"><c r="A1" s="1"/></row>' }, { rows: '<row r="5"/>' }],
    ]) {
      const opened = await openFile(await writeRawWorkbook(path('book.xlsx'), { sheets }));
      expect(opened).toMatchObject({ kind: 'refused', reason: 'no_rows' });
    }
  });

  it('a text file of blank lines and delimiters', async () => {
    expect(await reasonOf('\ufeff')).toBe('no_rows');
    expect(await reasonOf('\r\n,,,\r\n\r\n')).toBe('no_rows');
  });
});

it('every refusal says that nothing was stored, and what to do next', async () => {
  for (const content of [
    '',
    '<html>',
    'PK\x03\x04',
    '%PDF',
    '\ufeff',
    compoundFile(['Workbook']),
    compoundFile(['EncryptedPackage']),
  ]) {
    expect((await refusalOf(content)).message).toMatch(
      /^[A-Z][^.]+(\.xls\)|\.xlsx\)|[^.])*\. Nothing was stored\. [A-Z].+\.$/,
    );
  }
});
