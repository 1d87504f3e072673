import exceljs from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { escapeXml, type RawWorkbook, sheetXml, writeRawWorkbook } from '../../support/raw-workbook.ts';
import { type Cells, columnName, readCells } from '../../support/read-cells.ts';
import { readSheetXml } from '../../support/sheet-in-memory.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();
const LONE_SURROGATE = /\p{Surrogate}/u;
/** `FUZZ_RUNS` and `FUZZ_SEED` repeat the search elsewhere, or for longer. */
const times = Number(process.env['FUZZ_RUNS'] ?? 1);
const SEED = { seed: Number(process.env['FUZZ_SEED'] ?? 20_261_122) };

/** Cells of a sheet by row and column; few rows, but anywhere in the sheet. */
const places = fc.record({
  row: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1_048_576 })),
  column: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 16_383 }) },
  ),
});

function sheetOf<T>(
  value: fc.Arbitrary<T>,
  place = places,
): fc.Arbitrary<Map<string, { row: number; column: number; value: T }>> {
  return fc
    .array(fc.record({ place, value }), { minLength: 1, maxLength: 60 })
    .map(
      (cells) =>
        new Map(
          cells.map(({ place: { row, column }, value: v }) => [columnName(column) + row, { row, column, value: v }]),
        ),
    );
}

/** Characters that XML 1.0 allows, with those that need care coming up often. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        ' ',
        '&',
        '<',
        '>',
        '"',
        "'",
        '\n',
        '\t',
        ']]>',
        '_x',
        '_x000D_',
        '_',
        '=',
        '’',
        'é',
        '課',
        '😀',
        '\u00a0',
        '\ufffd',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !/[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]/.test(text) && !LONE_SURROGATE.test(text));

const anyNumber = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 0, max: 60_000, noNaN: true }),
  )
  .map((n) => n + 0);
const anyError = fc
  .constantFrom('#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NULL!', '#NUM!')
  .map((error) => ({ error }));
const anyValue: fc.Arbitrary<CellValue> = fc.oneof(anyText, anyNumber, fc.boolean(), anyError);

it('whatever exceljs writes is read back as it was put in', async () => {
  const texts = anyText.filter((text) => text !== '' && !/_x[0-9a-f]{4}_/i.test(text));
  const values = fc.oneof(texts, anyNumber, fc.boolean(), anyError);
  const near = fc.record({ row: fc.integer({ min: 1, max: 300 }), column: fc.integer({ min: 0, max: 60 }) });
  await fc.assert(
    fc.asyncProperty(sheetOf(values, near), async (cells) => {
      const workbook = new exceljs.Workbook();
      const sheet = workbook.addWorksheet('x');
      const expected: Cells = {};
      for (const [place, { value }] of cells) {
        sheet.getCell(place).value = value as exceljs.CellValue;
        expected[place] = value;
      }
      await workbook.xlsx.writeFile(path('written.xlsx'));
      expect((await readCells(path('written.xlsx')))[0]!.cells).toEqual(expected);
    }),
    { ...SEED, numRuns: 20 * times },
  );
});

/** One way out of many to spell a workbook: which is chosen must not matter. */
interface Spelling {
  readonly shared: boolean;
  readonly rich: boolean;
  readonly blanks: string;
  readonly attributes: string;
  readonly prefix: string;
  readonly comment: boolean;
  readonly utf16: boolean;
  readonly numbered: boolean;
  readonly stored: boolean;
}

const spellings: fc.Arbitrary<Spelling> = fc.record({
  shared: fc.boolean(),
  rich: fc.boolean(),
  blanks: fc.constantFrom('', '', '\n', '\r\n  '),
  attributes: fc.constantFrom('', ' cm="1"', " x:y='a>b'"),
  prefix: fc.constantFrom('', '', '', 'x'),
  comment: fc.boolean(),
  utf16: fc.boolean(),
  numbered: fc.boolean(),
  stored: fc.boolean(),
});

it('a workbook has the same cells however its XML is spelt', async () => {
  await fc.assert(
    fc.asyncProperty(sheetOf(anyValue), spellings, async (cells, spelling) => {
      const expected: Cells = {};
      for (const [place, { value }] of cells) expected[place] = value;
      const file = await writeRawWorkbook(path('spelt.xlsx'), spell([...cells.values()], spelling));
      expect((await readCells(file))[0]!.cells).toEqual(expected);
    }),
    { ...SEED, numRuns: 80 * times },
  );
});

function spell(cells: readonly { row: number; column: number; value: CellValue }[], spelling: Spelling): RawWorkbook {
  const { blanks } = spelling;
  const items: string[] = [];
  const byRow = new Map<number, string[]>();
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, value } of sorted) {
    const place = `<c r="${columnName(column)}${row}"${spelling.attributes}`;
    const others = byRow.get(row) ?? [];
    byRow.set(row, [...others, place + inside(value, spelling, items)]);
  }
  const rows = [...byRow].map(([row, list]) => {
    const number = spelling.numbered ? ` r="${row}" spans="1:9"` : '';
    return `<row${number}>${blanks}${list.join(blanks)}${blanks}</row>`;
  });
  const comment = spelling.comment ? '<!-- <row/> -->' : '';
  let xml = sheetXml(comment + rows.join(blanks) + blanks);
  if (spelling.prefix !== '') xml = xml.replace(/<(\/?)(?![?!])/g, `<$1${spelling.prefix}:`);
  const part = spelling.utf16 ? Buffer.from(`\ufeff${xml}`, 'utf16le') : xml;
  return {
    sharedStrings: items.join(blanks),
    parts: { 'xl/worksheets/sheet1.xml': part },
    entry: { stored: spelling.stored },
  };
}

function inside(value: CellValue, spelling: Spelling, items: string[]): string {
  if (typeof value === 'number') return `><v>${value}</v></c>`;
  if (typeof value === 'boolean') return ` t="b"><v>${Number(value)}</v></c>`;
  if (typeof value !== 'string') return ` t="e"><v>${value!.error}</v></c>`;
  if (!spelling.shared) return ` t="inlineStr"><is>${richText(value, spelling)}</is></c>`;
  items.push(`<si>${richText(value, spelling)}</si>`);
  return ` t="s"><v>${items.length - 1}</v></c>`;
}

/** A text cut into runs; what looks like one of Excel's escapes gets its underscore escaped. */
function richText(text: string, { rich, blanks }: Spelling): string {
  const safe = (piece: string): string => escapeXml(piece.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
  const runs = /^(.*_x)?$/s.test(text) || !rich || text.length < 4 ? undefined : [text.slice(0, 2), text.slice(2)];
  const splits =
    runs?.some((run) => LONE_SURROGATE.test(run)) === false && !/_x[0-9a-f]{4}_/i.test(text) ? runs : undefined;
  if (splits === undefined) return `<t xml:space="preserve">${safe(text)}</t>`;
  const style = '<rPr><b/><sz val="11"/></rPr>';
  return `${splits.map((run) => `<r>${blanks}${style}<t xml:space="preserve">${safe(run)}</t></r>`).join('')}<phoneticPr fontId="1"/>`;
}

it(
  'the fast way and the general way read the same, or both refuse, whatever is done to the rows',
  async () => {
    const rows = [
      '<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="b"><v>1</v></c><c r="C1"><v>46300.5</v></c></row>',
      '<row r="3"><c r="A3" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="C3"><f>A1</f><v>-1.25</v></c><c r="D3" t="e"><v>#N/A</v></c></row>',
      '<row r="4"/><row r="5" ht="15"><c r="A5" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve"> x</t></r></is></c><c r="B5" t="str"><v/></c></row>',
    ].join('');
    const tags = [
      '</c>',
      '<c>',
      '<c/>',
      '</v>',
      '<v>',
      '<v/>',
      '</row>',
      '<row>',
      '<t>',
      '</t>',
      '<is>',
      '<r>',
      '<rPh>',
      '<f/>',
      '<!-- -->',
      '<![CDATA[x]]>',
    ];
    const letters = [
      '<',
      '>',
      '/',
      '"',
      "'",
      ' ',
      '=',
      '0',
      'r',
      't',
      's',
      'v',
      'n',
      '&',
      '&amp;',
      '\n',
      'é',
      '-',
      '.',
      'E5',
      ' t="s"',
      ' r="B7"',
      '_x0041_',
    ];
    const changes = fc.array(
      fc.record({ at: fc.nat(rows.length), cut: fc.nat(12), put: fc.constantFrom('', ...tags, ...letters) }),
      { minLength: 1, maxLength: 3 },
    );
    const context = [['x'], Uint8Array.of(0, 2)] as const;
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        let changed = rows;
        for (const { at, cut, put } of list) changed = changed.slice(0, at) + put + changed.slice(at + cut);
        const fast = await readSheetXml(sheetXml(changed), ...context);
        const general = await readSheetXml(sheetXml(changed).replace('<sheetData>', '<!-- --><sheetData>'), ...context);
        // The fast way does not look into formulas and unknown attributes, so it may read what is refused for them.
        if (typeof fast === 'string' || typeof general !== 'string') expect(fast).toEqual(general);
      }),
      { ...SEED, numRuns: 400 * times },
    );
  },
  60_000 + 60_000 * times,
);
