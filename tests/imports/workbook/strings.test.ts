import { describe, expect, it } from 'vitest';
import { type RawWorkbook, sheetXml, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { type Cells, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();

async function cellsOf(workbook: RawWorkbook): Promise<Cells> {
  const [sheet] = await readCells(await writeRawWorkbook(path('book.xlsx'), workbook));
  return sheet!.cells;
}

const inline = (place: string, inside: string): string => `<c r="${place}" t="inlineStr"><is>${inside}</is></c>`;

describe('shared strings', () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
  const read = async (sharedStrings: string): Promise<Cells> => cellsOf({ sheets: [{ rows }], sharedStrings });

  it('are found by their place in the table', async () => {
    expect(await read('<si><t>Unit</t></si><si><t>Duty</t></si><si><t>Hours</t></si>')).toEqual({
      A1: 'Unit',
      B1: 'Duty',
      C1: 'Hours',
    });
  });

  it('are put together from runs of formatted text, with or without a style', async () => {
    const rich =
      '<si><r><rPr><b/><sz val="11"/></rPr><t>Delivery</t></r><r><t xml:space="preserve"> Suite</t></r></si>';
    expect(await read(`${rich}<si><r><rPr/><t/></r><r><t>N</t></r></si><si><t>x</t></si>`)).toEqual({
      A1: 'Delivery Suite',
      B1: 'N',
      C1: 'x',
    });
  });

  it('leave out how a text is pronounced', async () => {
    const spoken = '<si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await read(`${spoken}<si><t>b</t></si><si><t>c</t></si>`)).toEqual({ A1: '課きく', B1: 'b', C1: 'c' });
  });

  it('keep their places when one is empty, however the empty one is written', async () => {
    for (const empty of [
      '<si/>',
      '<si></si>',
      '<si><t/></si>',
      '<si><t></t></si>',
      '<si><r><t/></r></si>',
      '<si >\n</si>',
    ]) {
      expect(await read(`<si><t>a</t></si>${empty}<si><t>c</t></si>`), empty).toEqual({ A1: 'a', B1: '', C1: 'c' });
    }
  });

  it('keep spaces at both ends and line breaks', async () => {
    expect(
      await read('<si><t xml:space="preserve"> a </t></si><si><t> b</t></si><si><t>c\r\nd\re\nf</t></si>'),
    ).toEqual({
      A1: ' a ',
      B1: ' b',
      C1: 'c\nd\ne\nf',
    });
  });

  it('are unescaped: entities, numbered characters and Excel’s own underscores', async () => {
    const read3 = await read(
      '<si><t>A &amp; B &lt;c&gt; &quot;&apos;</t></si><si><t>&#233;&#xE9;&#x1F600;_x000D_x</t></si><si><t>_x005F_x000D__xD83D__xDE00_</t></si>',
    );
    expect(read3).toEqual({ A1: `A & B <c> "'`, B1: 'éé😀\rx', C1: '_x000D_😀' });
  });

  it('may stand in sections and between comments', async () => {
    expect(
      await read(
        '<!-- x --><si><t><![CDATA[a & <b>]]></t></si><si><t>b<!-- no -->c</t></si><si><t>d<![CDATA[e]]>f</t></si>',
      ),
    ).toEqual({
      A1: 'a & <b>',
      B1: 'bc',
      C1: 'def',
    });
  });

  it('that a cell asks for but the table does not hold show as an error, not as an empty cell', async () => {
    expect(await read('<si><t>a</t></si><si><t>b</t></si>')).toEqual({
      A1: 'a',
      B1: 'b',
      C1: { error: '#MISSING TEXT' },
    });
    expect((await cellsOf({ sheets: [{ rows }] })).A1).toEqual({ error: '#MISSING TEXT' });
  });
});

describe('inline strings', () => {
  it('are read plain, in runs, with spaces, empty, and without how they are pronounced', async () => {
    const rows = [
      `<row r="1">${inline('A1', '<t>Ward</t>')}${inline('B1', '<r><t>1.</t></r><r><rPr><i/></rPr><t>0</t></r>')}`,
      `${inline('C1', '<t xml:space="preserve"> x </t>')}${inline('D1', '<t></t>')}${inline('E1', '<t/>')}`,
      `${inline('F1', '')}${inline('G1', '<t>a</t><rPh sb="0" eb="1"><t>b</t></rPh>')}</row>`,
    ];
    expect(await cellsOf({ sheets: [{ rows: rows.join('') }] })).toEqual({
      A1: 'Ward',
      B1: '1.0',
      C1: ' x ',
      D1: '',
      E1: '',
      G1: 'a',
    });
  });

  it('are read from sections', async () => {
    expect(
      await cellsOf({ sheets: [{ rows: `<row r="1">${inline('A1', '<t><![CDATA[<b>&amp;</b>]]></t>')}</row>` }] }),
    ).toEqual({ A1: '<b>&amp;</b>' });
  });

  it('may be written as a value instead', async () => {
    expect(await cellsOf({ sheets: [{ rows: '<row r="1"><c r="A1" t="inlineStr"><v>x</v></c></row>' }] })).toEqual({
      A1: 'x',
    });
  });
});

it('the text of a formula is its cached value, an empty one included', async () => {
  const rows =
    '<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>Ward &amp; x</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="str"><f/><v/></c><c r="D1" t="str"><f>""</f></c></row>';
  expect(await cellsOf({ sheets: [{ rows }] })).toEqual({ A1: 'Ward & x', B1: '', C1: '' });
});

it('letters outside ASCII stay whole wherever the file is cut into blocks', async () => {
  const words = ['D’Souza', 'Siân', '課きく', '😀', 'ŁÓDŹ'];
  const text = (row: number): string =>
    `${'x'.repeat(row % 13)}${words[row % words.length]}${words[(row * 7) % words.length]}`;
  const count = 30_000;
  const rows = Array.from(
    { length: count },
    (_, i) => `<row r="${i + 1}">${inline(`A${i + 1}`, `<t>${text(i)}</t>`)}</row>`,
  ).join('');
  const items = Array.from({ length: count }, (_, i) => `<si><t>${text(i)}</t></si>`).join('');
  const shared = Array.from(
    { length: count },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c></row>`,
  ).join('');
  for (const workbook of [{ sheets: [{ rows }] }, { sheets: [{ rows: shared }], sharedStrings: items }]) {
    const cells = await cellsOf(workbook);
    expect(Object.keys(cells)).toHaveLength(count);
    for (let i = 0; i < count; i++) expect(cells[`A${i + 1}`]).toBe(text(i));
  }
});

it('texts longer than a block are read whole', async () => {
  const long = 'Ärztin & '.repeat(60_000);
  const rows = `<row r="1">${inline('A1', `<t>${long.replaceAll('&', '&amp;')}</t>`)}</row><row r="2">${inline('A2', '<t>end</t>')}</row>`;
  expect(await cellsOf({ sheets: [{ rows }] })).toEqual({ A1: long, A2: 'end' });
});

it('bytes that are not valid UTF-8 are refused rather than guessed', async () => {
  const xml = Buffer.from(sheetXml(`<row r="1">${inline('A1', '<t>Zo~</t>')}</row>`));
  xml[xml.indexOf('~')] = 0xeb;
  await expect(cellsOf({ parts: { 'xl/worksheets/sheet1.xml': xml } })).rejects.toThrow('damaged_zip');
});

it('a replacement character that the file itself holds is kept', async () => {
  expect(await cellsOf({ sheets: [{ rows: `<row r="1">${inline('A1', '<t>Zo\ufffd</t>')}</row>` }] })).toEqual({
    A1: 'Zo\ufffd',
  });
});

it('text that looks like a formula stays text', async () => {
  const texts = ['=HYPERLINK("http://x","y")', '+cmd|/c calc', '-2+5', '@SUM(A1)'];
  const rows = `<row r="1">${texts.map((text, i) => inline(`${'ABCD'[i]}1`, `<t>${text}</t>`)).join('')}</row>`;
  expect(Object.values(await cellsOf({ sheets: [{ rows }] }))).toEqual(texts);
});
