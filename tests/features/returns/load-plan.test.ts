import ExcelJS from 'exceljs';
import { beforeEach, expect, test } from 'vitest';
import { publishedTable, skipNote } from '../reference/seed.ts';
import { addTestTrust, openTestPlanner, refusalOf, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
});

const Q2 = { trust: 'RX1', period: '2026-Q2' };
const base64 = (text: string) => Buffer.from(text).toString('base64');
const load = (contents: string, fileName = 'plan.txt') =>
  planner.client.returns.loadPlan({ trust: 'RX1', fileName, contents });
const TABLE = [
  'Ref No:\tTheme & Objective\tTrusts\tICB/LMNS\tNHSE',
  '4.1\tPlan your staff, the publisher says.\t✓\t\t',
  '4.4\tCommission well.\t\t✓\t',
  '4.99\tNo such line.\t✓\t\t',
].join('\n');

test('the published wording stands beside ours once the trust has loaded its copy of the table', async () => {
  expect((await planner.client.returns.register(Q2)).publishedWording).toBe(false);
  const { loaded, rowsRead, problems } = await load(base64(TABLE));
  expect([loaded, rowsRead]).toEqual([2, 3]);
  expect(problems[0]).toBe('Row 4: the plan has no line “4.99”.');
  const register = await planner.client.returns.register(Q2);
  expect(register.lines[0]).toMatchObject({
    plan: { reference: '4.1' },
    published: 'Plan your staff, the publisher says.',
  });
  expect(register.lines[1]?.published).toBeNull();
  expect(register.context.find(({ plan }) => plan.reference === '4.4')?.published).toBe('Commission well.');
});

test('a workbook of that shape does as well, and loading it can be undone', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Notes').addRow(['Nothing here']);
  const sheet = workbook.addWorksheet('Plan');
  for (const line of TABLE.split('\n')) sheet.addRow(line.split('\t'));
  await load(base64(TABLE));
  await load(Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64'), 'plan.xlsx');
  expect((await planner.client.returns.register(Q2)).lines[0]?.published).toBe('Plan your staff, the publisher says.');
  expect((await planner.client.history.historyState({ trust: 'RX1' })).undo).toBe(
    'Load the published plan from plan.xlsx',
  );
  await planner.client.history.undo({ trust: 'RX1' });
  await planner.client.history.undo({ trust: 'RX1' });
  expect((await planner.client.returns.register(Q2)).publishedWording).toBe(false);
});

test('the published wording goes into the return', async () => {
  await load(base64(TABLE));
  await planner.client.returns.start(Q2);
  expect((await planner.client.returns.document(Q2)).lines[0]?.published).toBe('Plan your staff, the publisher says.');
});

test('a file without the table is refused, and what was loaded before stays', async () => {
  await load(base64(TABLE));
  for (const contents of [base64('Name\tBand\nA\t6\n'), base64(''), base64('%PDF-1.7\n\u0000\u0001')])
    expect(await refusalOf(load(contents))).toMatchObject({ code: 'PLAN_UNREADABLE' });
  expect((await planner.client.returns.register(Q2)).lines[0]?.published).toBe('Plan your staff, the publisher says.');
});

test.skipIf(publishedTable === null)(`the table as published gives all 126 lines${skipNote}`, async () => {
  const { loaded, problems } = await load(base64(publishedTable ?? ''));
  expect([loaded, problems]).toEqual([126, []]);
  const { lines, context } = await planner.client.returns.register(Q2);
  for (const { published } of [...lines, ...context]) expect(published?.length).toBeGreaterThan(20);
});
