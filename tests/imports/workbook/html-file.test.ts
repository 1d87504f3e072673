import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RowOptions } from '../../../electron/imports/workbook/open.ts';
import { stayingOf, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';
import { workTime } from '../../support/work-time.ts';

const path = temporaryPaths();

function file(content: string | Uint8Array): string {
  writeFileSync(path('list.xls'), content);
  return path('list.xls');
}

const page = (table: string): string =>
  `<html><head><title>x <b></title><style>td>a{}</style></head><body>${table}</body></html>`;
const sheetsOf = async (content: string | Uint8Array, options: RowOptions = {}) => readCells(file(content), options);
const cellsOf = async (content: string | Uint8Array) => (await sheetsOf(content))[0]!.cells;

describe('a web page under the name of a workbook is read as its table', () => {
  it('every value as text, with what is written by name or number put in', async () => {
    const table =
      '<table><tr><th>Unit &amp; ward</th><TD>07:30</TD><td>00123</td></tr><tr><td>Zo&euml;&nbsp;O&#8217;Connor</td><td>&#x2013;&#150;</td><td>&nosuch; & &lt;b&gt;</td></tr></table>';
    expect(await cellsOf(page(table))).toEqual({
      A1: 'Unit & ward',
      B1: '07:30',
      C1: '00123',
      A2: 'Zoë\u00a0O’Connor',
      B2: '––',
      C2: '&nosuch; & <b>',
    });
  });

  it('with line breaks and formats inside cells, blank space as one space, and empty cells left empty', async () => {
    const table =
      '<table>\n <tr>\n  <td>\n  Delivery\n   <b>Suite</b> </td><td></td><td> &nbsp; </td><td>a<br>b<p>c</p></td></tr>\n</table>';
    expect(await cellsOf(page(table))).toEqual({ A1: 'Delivery Suite', D1: 'a\nb\nc' });
  });

  it('with nothing closed, attributes in any way, comments and scripts anywhere', async () => {
    const table = `<table border=1 title="a>b"><!-- <tr><td>no --><tr class=x><td nowrap>1<td style='x:y'>2<script>"</td><td>no"</script><tr><td>3 < 4<td>5</table>`;
    expect(await cellsOf(table)).toEqual({ A1: '1', B1: '2', A2: '3 < 4', B2: '5' });
    expect(await cellsOf('<tr><td>1</td></tr><tr><td>2')).toEqual({ A1: '1', A2: '2' });
  });

  it('with cells over several columns and rows in their places, filled when asked', async () => {
    const table =
      '<table><tr><td colspan="2">Contract</td><td colspan=2>Actual</td></tr><tr><td rowspan="3">Ward</td><td>a</td></tr><tr><td>b</td><td>c</td></tr><tr><td colspan=2>d</td></tr><tr><td>e</td></tr></table>';
    expect((await sheetsOf(page(table)))[0]!.cells).toEqual({
      A1: 'Contract',
      C1: 'Actual',
      A2: 'Ward',
      B2: 'a',
      B3: 'b',
      C3: 'c',
      B4: 'd',
      A5: 'e',
    });
    const filled = (await sheetsOf(page(table), { fillMerged: { belowRow: 1 } }))[0]!.cells;
    expect(filled).toEqual({
      A1: 'Contract',
      C1: 'Actual',
      A2: 'Ward',
      B2: 'a',
      A3: 'Ward',
      B3: 'b',
      C3: 'c',
      A4: 'Ward',
      B4: 'd',
      C4: 'd',
      A5: 'e',
    });
  });

  it('each table a sheet, those without a value left out, those inside cells on their own', async () => {
    const tables =
      '<table><tr><td></td></tr></table><table><tr><td>1</td></tr></table><table><tr><td>2<table><tr><td>3</td></tr></table></td></tr></table>';
    expect((await sheetsOf(page(tables))).map(({ name, cells }) => [name, cells])).toEqual([
      ['Table 1', { A1: '1' }],
      ['Table 2', { A1: '2' }],
      ['Table 3', { A1: '3' }],
    ]);
  });

  it('in the encoding that it says, or that its bytes give away', async () => {
    const table = page('<table><tr><td>Siân – €</td></tr></table>');
    const latin = Buffer.from(table.replace('–', '\x96').replace('€', '\x80'), 'latin1');
    const said = (charset: string): Buffer => Buffer.from(`<meta charset="${charset}">`);
    const ways = [Buffer.from(table), Buffer.from(`\ufeff${table}`), Buffer.from(`\ufeff${table}`, 'utf16le'), latin];
    const claims = [
      Buffer.concat([said('utf-8'), ways[0]!]),
      Buffer.concat([said('windows-1252'), latin]),
      Buffer.concat([said('utf-8'), latin]),
      Buffer.concat([said('x-nobody'), latin]),
    ];
    for (const bytes of [...ways, ...claims]) expect(await cellsOf(bytes)).toEqual({ A1: 'Siân – €' });
  });

  it('many rows in pieces', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `<tr><td>${i + 1}</td></tr>`);
    const [sheet] = await sheetsOf(page(`<table>${rows.join('\n')}</table>`));
    expect(sheet!.rows).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1));
  });
});

describe('a web page is refused', () => {
  it('without a table, as a web archive, with too many tables or columns', async () => {
    expect(await stayingOf(file('<html><p>Please log in</p>'))).toBe('html_not_a_workbook');
    expect(await stayingOf(file('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n'))).toBe(
      'html_not_a_workbook',
    );
    expect(await stayingOf(file(page('<table><tr><td>1</table>'.repeat(51))))).toBe('too_large');
    expect(await stayingOf(file(page(`<table><tr>${'<td>1'.repeat(513)}</table>`)))).toBe('too_large');
  });

  it('or read in no more time than its length asks for, whatever it was made to cost', async () => {
    const hostile = [
      '<table><td rowspan=99999 colspan=1000>',
      '<!-- ',
      '<script',
      '</script',
      '<td colspan=        ',
      '<table><tr><td>x',
      '&amp',
      "<a '",
      '<br>',
    ];
    for (const piece of hostile) {
      const worked = workTime();
      await stayingOf(file(`<html><table><tr><td>1${piece.repeat(40_000)}`));
      expect(worked(), piece).toBeLessThan(5000);
    }
  });
});
