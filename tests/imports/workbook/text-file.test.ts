import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DelimitedText } from '../../../electron/imports/workbook/delimited-text.ts';
import { openFile } from '../../../electron/imports/workbook/open.ts';
import { stayingOf, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();

function file(content: string | Uint8Array): string {
  writeFileSync(path('list.csv'), content);
  return path('list.csv');
}

const cellsOf = async (content: string | Uint8Array) => (await readCells(file(content)))[0]!.cells;

async function formOf(content: string | Uint8Array) {
  const opened = await openFile(file(content));
  if (opened.kind === 'refused') throw new Error(opened.reason);
  await opened.close();
  return opened.text!;
}

const table = 'Unit;Name\nDelivery Suite;Zoë – Siân’s €\n';
const expected = { A1: 'Unit', B1: 'Name', A2: 'Delivery Suite', B2: 'Zoë – Siân’s €' };
const windows1252 = (text: string): Buffer =>
  Buffer.from(text.replace(/–/g, '\x96').replace(/’/g, '\x92').replace(/€/g, '\x80'), 'latin1');

describe('a text file is read', () => {
  const encodings: Record<string, [Buffer, string]> = {
    'in UTF-8': [Buffer.from(table), 'utf-8'],
    'in UTF-8 with a byte order mark': [Buffer.from(`\ufeff${table}`), 'utf-8'],
    'in UTF-16, little end first': [Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    'in UTF-16, big end first': [Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), 'utf-16be'],
    'in UTF-16 without a mark': [Buffer.from(table, 'utf16le'), 'utf-16le'],
    'in windows-1252': [windows1252(table), 'windows-1252'],
  };
  for (const [name, [bytes, encoding]] of Object.entries(encodings)) {
    it(name, async () => {
      expect(await cellsOf(bytes)).toEqual(expected);
      expect(await formOf(bytes)).toEqual({ encoding, delimiter: ';' });
    });
  }

  it('in windows-1252 also where only the last line of a long file gives it away', async () => {
    const lines = 'Delivery Suite,plain,words\r\n'.repeat(20_000);
    const cells = await cellsOf(windows1252(`${lines}Zoë,–,x`));
    expect([cells.A20001, cells.B20001]).toEqual(['Zoë', '–']);
  });

  it('in UTF-8 with letters cut by the edges of blocks', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `${'x'.repeat(i % 7)}ŁÓDŹ’😀,${i}`);
    const cells = await cellsOf(lines.join('\n'));
    for (const [i, line] of lines.entries()) expect(`${cells[`A${i + 1}`]},${cells[`B${i + 1}`]}`).toBe(line);
  });
});

describe('the delimiter is found', () => {
  for (const [name, delimiter] of Object.entries({ comma: ',', semicolon: ';', tab: '\t', bar: '|' })) {
    it(`when it is a ${name}, under titles and with other delimiters inside the fields`, async () => {
      const row = (...fields: string[]): string => fields.join(delimiter);
      const lines = [
        'Duty Roster, Detail; October | 2026',
        'Period: 05-Oct-2026, 4 weeks',
        row('Unit', 'Name', 'Hours'),
      ];
      for (let i = 0; i < 30; i++) lines.push(row('Birth Centre', '"SMITH, Jo; x|y"', `"7,5"`));
      expect((await formOf(lines.join('\r\n'))).delimiter).toBe(delimiter);
      const cells = await cellsOf(lines.join('\r\n'));
      expect([cells.A4, cells.B4, cells.C4]).toEqual(['Birth Centre', 'SMITH, Jo; x|y', '7,5']);
    });
  }

  it('when decimal commas stand between semicolons', async () => {
    expect((await formOf('Unit;Hours;WTE;Rate\nA;7,5;1,0;2,25\nB;11,5;0,8;3,5\n')).delimiter).toBe(';');
  });

  it('when the first line names it, and that line is no row', async () => {
    const sheet = (await readCells(file('sep=|\r\nUnit|Name\r\nA|b;c;d;e\r\n')))[0]!;
    expect(sheet.cells).toEqual({ A2: 'Unit', B2: 'Name', A3: 'A', B3: 'b;c;d;e' });
  });

  it('when there is a single column', async () => {
    expect(await cellsOf('Staff Number\n00012345\n')).toEqual({ A1: 'Staff Number', A2: '00012345' });
  });
});

describe('rows of a text file', () => {
  it('have the number of the line on which they start; blank lines are left out', async () => {
    const sheet = (await readCells(file('Title\n\n"two\nlines",x\r\n,,\n"a ""quoted"" word",y\rz')))[0]!;
    expect(sheet.cells).toEqual({ A1: 'Title', A3: 'two\nlines', B3: 'x', A6: 'a "quoted" word', B6: 'y', A7: 'z' });
    expect(sheet.rows).toEqual([1, 3, 6, 7]);
  });

  it('may have any number of fields, spaces, and quotation marks inside', async () => {
    expect(await cellsOf('a,b\n1,2,3,4\n x ,5" pipe\n"tail"x,"",""""\n')).toEqual({
      A1: 'a',
      B1: 'b',
      A2: '1',
      B2: '2',
      C2: '3',
      D2: '4',
      A3: ' x ',
      B3: '5" pipe',
      A4: 'tailx',
      C4: '"',
    });
  });

  it('are the same wherever the file is cut into blocks', () => {
    const records = ['a,"b ""c""",d', '"x\r\ny",,z', '', 'only', '"",""', 'last,"open\n\nlines"'];
    const whole = records.join('\r\n');
    const cut = (size: number) => {
      const parser = new DelimitedText(',');
      const found = [];
      for (let at = 0; at < whole.length; at += size)
        found.push(...parser.read(whole.slice(at, at + size), at + size >= whole.length));
      return found;
    };
    expect(cut(whole.length).map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'a', 'b "c"', 'd'],
      [2, 'x\r\ny', '', 'z'],
      [4, ''],
      [5, 'only'],
      [6, '', ''],
      [7, 'last', 'open\n\nlines'],
    ]);
    for (let size = 1; size < 20; size++) expect(cut(size), `blocks of ${size}`).toEqual(cut(whole.length));
  });

  it('keep every value as the text it is: leading noughts, dates, what looks like a formula', async () => {
    expect(await cellsOf('00123,05/10/2026,0.3125,TRUE,=2+5,+cmd|x')).toEqual({
      A1: '00123',
      B1: '05/10/2026',
      C1: '0.3125',
      D1: 'TRUE',
      E1: '=2+5',
      F1: '+cmd|x',
    });
  });
});

describe('a text file is refused', () => {
  it('when a quotation mark is never closed: the message says in which line', async () => {
    const reading = readCells(file('a,b\n1,2\n"x,3\n4,5\n'));
    await expect(reading).rejects.toThrow('A quotation mark that opens in the row of line 3 is never closed.');
  });

  it('when it is not text in its later part', async () => {
    expect(await stayingOf(file(`${'a,b\n'.repeat(50_000)}\0\x01\x02`))).toBe('not_a_workbook');
    expect(
      await stayingOf(file(Buffer.concat([Buffer.from('\ufeffa,b\n'.repeat(50_000)), Buffer.from([0xff, 0xfe])]))),
    ).toBe('not_a_workbook');
  });

  it('when it is over the limits of a sheet', async () => {
    expect(await stayingOf(file(`${'x,'.repeat(512)}\n`))).toBe('opened');
    expect(await stayingOf(file(`${'x,'.repeat(513)}\n`))).toBe('too_large');
    expect(await stayingOf(file('x\n'.repeat(11)), { rows: 10 })).toBe('too_large');
    expect(await stayingOf(file(`a,b\n"${'x'.repeat(5000)}`), { rowBytes: 1000 })).toBe('too_large');
  });
});
