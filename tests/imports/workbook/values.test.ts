import { describe, expect, it } from 'vitest';
import { writeRawWorkbook } from '../../support/raw-workbook.ts';
import { type Cells, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();

async function cellsOf(cells: string): Promise<Cells> {
  const [sheet] = await readCells(
    await writeRawWorkbook(path('book.xlsx'), { sheets: [{ rows: `<row r="1">${cells}</row>` }] }),
  );
  return sheet!.cells;
}

describe('numbers', () => {
  const spellings = [
    '0',
    '7',
    '-3',
    '46300',
    '0.3125',
    '0.8333333333333334',
    '-0.5',
    '1.',
    '.5',
    '+2',
    '1E3',
    '1.5e-7',
    '9007199254740991',
    '9007199254740993',
    '123456789012345678901234567890',
    '0.1',
    '0.30000000000000004',
    '1234567890.1234567',
    '2.2250738585072014E-308',
    '100000000000000000000000',
    '0.000000000000000000000123',
    '4.9E-324',
    '1.7976931348623157E+308',
    '999999999',
    '9999999999',
    '00012',
    '1.10',
    '46300.812500000001',
  ];

  it('have the value that their digits say, to the last bit', async () => {
    const read = await cellsOf(spellings.map((spelling) => `<c><v>${spelling}</v></c>`).join(''));
    expect(Object.values(read)).toEqual(spellings.map(Number));
  });

  it('may have blanks around them', async () => {
    expect(await cellsOf('<c r="A1"><v> 12 </v></c><c r="B1" t="n">\n<v>\n3.5\n</v>\n</c>')).toEqual({
      A1: 12,
      B1: 3.5,
    });
  });

  it('that say minus nought are nought', async () => {
    expect(await cellsOf('<c r="A1"><v>-0</v></c><c r="B1"><v>-0.00</v></c><c r="C1"><v>-0E0</v></c>')).toEqual({
      A1: 0,
      B1: 0,
      C1: 0,
    });
  });

  it('that are none stay text: nothing is guessed', async () => {
    const words = ['n/a', '1,5', '0x10', 'Infinity', 'NaN', '1e999', '1 2', '--1', '1e', 'e5'];
    const read = await cellsOf(words.map((word) => `<c><v>${word}</v></c>`).join(''));
    expect(Object.values(read)).toEqual(words);
  });
});

it('a formula counts by its cached value, nought and FALSE included', async () => {
  const cells =
    '<c r="A1"><f>SUM(B1:B9)</f><v>0</v></c><c r="B1" t="b"><f>1&gt;2</f><v>0</v></c><c r="C1"><f t="shared" ref="C1:C9" si="0">A1*2</f><v>12.5</v></c><c r="D1"><f t="shared" si="0"/><v>-0.25</v></c><c r="E1"><f>NOW()</f></c>';
  expect(await cellsOf(cells)).toEqual({ A1: 0, B1: false, C1: 12.5, D1: -0.25 });
});

it('booleans are read from 0 and 1, true and false', async () => {
  const cells =
    '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c><c r="D1" t="b"><v>FALSE</v></c><c r="E1" t="b"/><c r="F1" t="b"><v></v></c>';
  expect(await cellsOf(cells)).toEqual({ A1: true, B1: false, C1: true, D1: false });
});

it('errors keep their names, cached or typed', async () => {
  const cells =
    '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="e"><v>#N/A</v></c>';
  expect(await cellsOf(cells)).toEqual({ A1: { error: '#REF!' }, B1: { error: '#DIV/0!' }, C1: { error: '#N/A' } });
});

it('empty cells have no value, however they are written', async () => {
  expect(
    await cellsOf(
      '<c r="A1"/><c r="B1" s="0"></c><c r="C1"><v/></c><c r="D1"><v></v></c><c r="E1" t="s"><v></v></c><c r="F1"><v>1</v></c>',
    ),
  ).toEqual({ F1: 1 });
});

it('attributes may come in any order, with apostrophes, spread over lines, and with what later versions add', async () => {
  const cells = `<c t="b" r="A1" cm="1"><v>1</v></c><c r='B1'><v>2</v></c><c\n  r="C1"\n\tt="str"\n><v>x</v></c><c r="D1" vm="1" x:y="a&gt;b > c" t="str"><v>y</v></c>`;
  expect(await cellsOf(cells)).toEqual({ A1: true, B1: 2, C1: 'x', D1: 'y' });
});

it('a cell that is given twice has its last value', async () => {
  expect(await cellsOf('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1" t="str"><v>x</v></c>')).toEqual({
    A1: 2,
    B1: 'x',
  });
});
