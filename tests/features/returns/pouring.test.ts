import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { openTemplate } from '../../../electron/exports/pouring/template.ts';
import { suggestPoints } from '../../../electron/features/returns/calculations/lmns-workbook-suggestions.ts';
import { chartTemplate, prefixedTemplate, tableTemplate } from '../../exports/pouring/templates.ts';
import { addTestTrust, openTestPlanner, refusalOf, type TestPlanner } from './planner.ts';

const Q2 = { trust: 'RX1', period: '2026-Q2' };
let planner: TestPlanner;

beforeAll(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  const { returns } = planner.client;
  await returns.start(Q2);
  const save = (reference: string, field: string, value: unknown) =>
    returns.changeAnswer({ ...Q2, reference, change: { field, value } as never });
  await save('4.1', 'status', 'amber');
  await save('4.1', 'progress', '=HYPERLINK("https://example.org","x")');
  await save('4.1', 'lead', 'Head of midwifery');
  await save('4.1', 'due', '2028-03-31');
  await save('4.2', 'status', 'green');
});

const upload = async (fileName: string, bytes: Uint8Array) =>
  (
    await planner.client.returns.addLmnsWorkbook({
      trust: 'RX1',
      fileName,
      contents: Buffer.from(bytes).toString('base64'),
    })
  ).id;

/** Texts of the cells of a poured workbook, by their names. */
async function pouredCells(contents: string): Promise<Map<string, string | null>> {
  const outcome = await openTemplate(Buffer.from(contents, 'base64'));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  const { template } = outcome;
  const letters = (column: number) => String.fromCharCode(65 + column);
  return new Map(
    template.sheets[0]?.text.rows.flatMap(({ cells }) =>
      cells.map((cell) => [letters(cell.column) + cell.row, template.textOf(cell)] as const),
    ),
  );
}

test('days and numbers of a workbook are shown as its sheets show them, not as they are stored', async () => {
  const { returns } = planner.client;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Cover');
  sheet.addRow(['Wanted by', new Date(Date.UTC(2027, 0, 15)), 0.1 + 0.2, 46402, '46402']);
  sheet.getCell('B1').numFmt = 'dd/mm/yyyy';
  const id = await upload('Days.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  const { sheets } = await returns.lmnsWorkbook({ ...Q2, id });
  expect(sheets[0]?.cells.map(({ text }) => text)).toEqual(['Wanted by', '15 January 2027', '0.3', '46402', '46402']);
});

test('a table of lines is recognised by references and headings, names and labels, and poured in the words of its lists', async () => {
  const { returns } = planner.client;
  const id = await upload('Mallowmere return.xlsx', await tableTemplate());
  const view = await returns.lmnsWorkbook({ ...Q2, id });
  expect(view.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Theme 2', false],
    ['Lists', true],
  ]);
  const suggested = new Map(view.suggested.map(({ cell, title, why }) => [cell, `${title} | ${why}`]));
  expect(suggested.get('C5')).toMatch(/^4\.1 .*: Status \| the row of 4\.1, under “BRAG status”$/);
  expect(suggested.get('F6')).toMatch(/^4\.2 .*: Due \| the row of 4\.2, under “Target date”$/);
  expect(suggested.get('B2')).toBe('About the return: Trust | beside “Trust”');
  expect(suggested.get('E2')).toBe('About the return: Period | the cell is named “Return_Quarter”');
  expect(suggested.get('E12')).toMatch(/^Workforce: All staff groups: required \|/);
  expect([...suggested.keys()].filter((cell) => cell.startsWith('H'))).toEqual([]);
  const points = view.suggested.map(({ sheet, cell, field }) => ({ sheet, cell, field }));
  await returns.pointLmnsWorkbook({ ...Q2, id, points });
  expect((await returns.lmnsWorkbook({ ...Q2, id })).suggested).toEqual([]);
  expect((await returns.pouring({ ...Q2, id })).filter(({ problem }) => problem)).toEqual([]);
  const file = await returns.pour({ ...Q2, id });
  expect(file.fileName).toBe('Mallowmere return RX1 2026-Q2.xlsx');
  const cells = await pouredCells(file.contents);
  expect(cells.get('B2')).toBe('Thistledown & Mallowmere');
  expect(cells.get('E2')).toBe('July to September 2026');
  expect(cells.get('C5')).toBe('Amber');
  expect(cells.get('C6')).toBe('Green');
  expect(cells.get('D5')).toBe('\'=HYPERLINK("https://example.org","x")');
  expect(cells.get('F5')).toBe('46843');
  expect(cells.get('E12')).toBe('90');
});

test('a form of another program is recognised line by line, and yesterday’s text in its cells gives way', async () => {
  const { returns } = planner.client;
  const id = await upload('Form.xlsx', await prefixedTemplate());
  const { suggested } = await returns.lmnsWorkbook({ ...Q2, id });
  expect(suggested.map(({ cell }) => cell).sort()).toEqual(['B1', 'B3', 'B4', 'B5', 'B9']);
  await returns.pointLmnsWorkbook({
    ...Q2,
    id,
    points: suggested.map(({ sheet, cell, field }) => ({ sheet, cell, field })),
  });
  const cells = await pouredCells((await returns.pour({ ...Q2, id })).contents);
  expect([cells.get('B1'), cells.get('B3'), cells.get('B5'), cells.get('B9')]).toEqual([
    'Thistledown & Mallowmere',
    'Amber',
    '46843',
    'Green',
  ]);
});

test('cells inside a merged block and formulas that others rely on are refused, another formula is asked about, a broken list is told', async () => {
  const { returns } = planner.client;
  const id = await upload('Figures.xlsx', await chartTemplate());
  const sheet = 'Return';
  const field = 'workforce all required';
  const point = (cell: string, overFormula = false, own = field) =>
    returns.pointLmnsWorkbook({ ...Q2, id, points: [{ sheet, cell, field: own, overFormula }] });
  expect(await refusalOf(point('B11'))).toEqual({
    code: 'CELL_CANNOT',
    message: 'B11 lies inside the merged block A10:D12. Point at A10.',
  });
  expect((await refusalOf(point('C5', true))).code).toBe('CELL_CANNOT');
  expect((await refusalOf(point('B8'))).code).toBe('CELL_HAS_FORMULA');
  expect((await refusalOf(point('B5', false, 'no such part'))).code).toBe('FIELD_UNKNOWN');
  await point('B8', true);
  await point('B5');
  expect(
    (await returns.lmnsWorkbook({ ...Q2, id })).pointed.map(({ cell, overFormula }) => [cell, overFormula]),
  ).toEqual([
    ['B8', true],
    ['B5', false],
  ]);
  await returns.clearLmnsWorkbookCell({ trust: 'RX1', id, sheet, cell: 'B8' });
  const cells = await pouredCells((await returns.pour({ ...Q2, id })).contents);
  // The gap in B8 is a formula again: it stays, without the value that it had before B5 was filled in.
  expect([cells.get('B5'), cells.get('B6'), cells.get('B8')]).toEqual(['90', '1', null]);

  const listed = await upload('Listed.xlsx', await tableTemplate('Lists of words'));
  await returns.pointLmnsWorkbook({
    ...Q2,
    id: listed,
    points: [{ sheet: 'Theme 2', cell: 'C5', field: 'line 4.1 lead' }],
  });
  const refusal = await refusalOf(returns.pour({ ...Q2, id: listed }));
  expect(refusal.code).toBe('BREAKS_RULES');
  expect(refusal.message).toContain('“Head of midwifery” is not in the cell’s list: “Blue”, “Green”, “Amber”, “Red”.');
  await returns.sayInLmnsWorkbook({ trust: 'RX1', id: listed, ours: 'Head of midwifery', theirs: 'Red' });
  expect((await pouredCells((await returns.pour({ ...Q2, id: listed })).contents)).get('C5')).toBe('Red');
});

test('a workbook is uploaded once, serves every trust of its LMNS, and taking it away can be undone', async () => {
  const { client } = planner;
  const bytes = await chartTemplate({ 'xl/vbaProject.bin': 'x' });
  const contents = Buffer.from(bytes).toString('base64');
  const id = await upload('Macros.xlsm', bytes);
  expect(
    (await refusalOf(client.returns.addLmnsWorkbook({ trust: 'RX1', fileName: 'again.xlsm', contents }))).code,
  ).toBe('ALREADY_HERE');
  const text = Buffer.from('a,b').toString('base64');
  expect(
    (await refusalOf(client.returns.addLmnsWorkbook({ trust: 'RX1', fileName: 'a.csv', contents: text }))).code,
  ).toBe('CANNOT_BE_FILLED');
  const { remarks } = await client.returns.lmnsWorkbook({ ...Q2, id });
  expect(remarks.join(' ')).toContain('The workbook holds macros. They are kept as they are');
  await client.organisation.addTrust({
    code: 'RX2',
    name: 'Second trust',
    system: { name: 'Mallowmere LMNS', kind: 'LMNS' },
    sites: [],
    units: [],
  });
  expect((await client.returns.lmnsWorkbooks({ trust: 'RX2' })).find((own) => own.id === id)?.of).toBe(
    'Thistledown & Mallowmere',
  );
  const count = async () => (await client.returns.lmnsWorkbooks({ trust: 'RX1' })).length;
  const before = await count();
  await client.returns.removeLmnsWorkbook({ trust: 'RX1', id });
  expect(await count()).toBe(before - 1);
  await client.history.undo({ trust: 'RX1' });
  expect(await count()).toBe(before);
  expect((await client.returns.pour({ ...Q2, id })).fileName).toBe('Macros RX1 2026-Q2.xlsm');
});

test('lines that stand side by side are recognised by the labels on their left', () => {
  const cell = (row: number, column: number, text: string) => ({ row, column, text, isFormula: false });
  const cells = [cell(1, 1, '4.1'), cell(1, 2, '4.2'), cell(2, 0, 'RAG'), cell(3, 0, 'Next steps')];
  const fields = new Set(['4.1', '4.2'].flatMap((line) => [`line ${line} status`, `line ${line} nextSteps`]));
  const found = suggestPoints([{ name: 'Wide', cells, merges: [] }], [], fields);
  expect(found.map(({ row, column, field }) => [row, column, field])).toEqual([
    [2, 1, 'line 4.1 status'],
    [3, 1, 'line 4.1 nextSteps'],
    [2, 2, 'line 4.2 status'],
    [3, 2, 'line 4.2 nextSteps'],
  ]);
  expect(found[0]?.why).toBe('the column of 4.1, beside “RAG”');
});
