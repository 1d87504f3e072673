import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { openTestPlanner } from '../support/planner.ts';
import { blockOf } from '../../renderer/components/clipboard.ts';
import { blockOfRows } from '../../renderer/components/table/block.ts';
import { byValue, byWords, linesOf, PLAIN, shownColumns, sumTexts } from '../../renderer/components/table/arrange.ts';
import { type Column, headingOf, numberIn } from '../../renderer/components/table/column.ts';
import { placesOf, standingBy } from '../../renderer/components/table/standing.ts';
import { exportedTable } from '../../renderer/components/table/exported.ts';
import { blockOfPicked, rowNear, steppedTo } from '../../renderer/components/table/picked.ts';

interface Post {
  post: string;
  unit: string;
  wte: number;
  share: number;
}
const posts: Post[] = [
  { post: 'Midwife', unit: 'Ward 10', wte: 0.6, share: 0.25 },
  { post: 'Matron', unit: 'Ward 2', wte: 1, share: 0.5 },
  { post: 'Ward clerk <days>', unit: 'Ward 2', wte: 0.7, share: 0.125 },
];
const columns: Column<Post>[] = [
  { key: 'post', title: 'Post', header: true, value: ({ post }) => post },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit, means: 'Where the post is paid.' },
  { key: 'wte', title: 'WTE', number: true, sum: 2, value: ({ wte }) => wte },
  { key: 'share', title: 'Share', number: true, share: true, value: ({ share }) => share },
];

test('columns stand in the chosen order without those left out, and a kept view never empties a table', () => {
  const keys = (layout: Partial<typeof PLAIN>) => shownColumns(columns, { ...PLAIN, ...layout }).map(({ key }) => key);
  expect(keys({})).toEqual(['post', 'unit', 'wte', 'share']);
  expect(keys({ order: ['wte', 'post', 'unit', 'share'], hidden: ['share'] })).toEqual(['wte', 'post', 'unit']);
  expect(keys({ order: ['gone', 'post'], hidden: ['gone'] })).toHaveLength(4);
  expect(keys({ hidden: ['post', 'unit', 'wte', 'share'] })).toHaveLength(4);
});

test('rows put together by unit have a heading with their number and sum, wards in the order of their numbers', () => {
  const lines = linesOf(posts, columns[1]);
  expect(lines.map((line) => (line.kind === 'group' ? line.name : line.row.post))).toEqual([
    'Ward 2',
    'Matron',
    'Ward clerk <days>',
    'Ward 10',
    'Midwife',
  ]);
  const [first] = lines;
  expect(first?.kind === 'group' && sumTexts(columns, first.rows)).toEqual(['', '', '1.70', '']);
});

test('words stand in their own order where they have one, and those that it does not know come last', () => {
  const due = (post: string, unit: string): Post => ({ post, unit, wte: 1, share: 0 });
  const when: Column<Post> = { ...columns[1]!, inOrder: ['Overdue', 'Today', 'This week'] };
  const rows = [due('a', 'This week'), due('b', 'Some day'), due('c', 'Overdue'), due('d', 'Today')];
  expect(linesOf(rows, when).flatMap((line) => (line.kind === 'group' ? [line.name] : []))).toEqual([
    'Overdue',
    'Today',
    'This week',
    'Some day',
  ]);
  expect(['Ward 10', 'Ward 2'].sort(byWords(columns[1]!))).toEqual(['Ward 2', 'Ward 10']);
  expect(['Name a mentor', '9 month meeting'].sort(byValue(columns[1]!))).toEqual(['9 month meeting', 'Name a mentor']);
  expect([10, 9.5, -1].sort(byValue(columns[2]!))).toEqual([-1, 9.5, 10]);
});

test('a group that is no mere sum has a row of its own, which goes into a file; so have all rows together', () => {
  const whole: Post = { post: 'Ward 2 as a whole', unit: 'Ward 2', wte: 5, share: 0.1 };
  const lines = linesOf(posts, columns[1], (column, name) =>
    column === 'unit' && name === 'Ward 2' ? whole : undefined,
  );
  const net = { ...whole, post: 'All, net', wte: 9 };
  const gross = { ...whole, post: 'All, gross', wte: 11 };
  const { rows } = exportedTable({ title: 'Posts', subtitle: '' }, columns.slice(0, 3), lines, [], [net, gross]);
  expect(rows[0]).toEqual({ kind: 'group', values: ['Ward 2 (2)', 'Ward 2', 5] });
  expect(rows.find(({ values }) => values[0] === 'Ward 10 (1)')?.values).toEqual(['Ward 10 (1)', null, 0.6]);
  expect(rows.slice(-2)).toEqual([
    { kind: 'total', values: ['All, net', 'Ward 2', 9] },
    { kind: 'total', values: ['All, gross', 'Ward 2', 11] },
  ]);
});

test('rows that are typed into keep their places and groups; one that came since stands at the end', () => {
  const rowKey = ({ post }: Post) => post;
  const byWte = [...posts].sort((one, other) => one.wte - other.wte);
  const [first] = byWte;
  const places = placesOf(byWte.slice(0, 2), posts, rowKey, columns[1]);
  const typed = [
    ...posts.map((post) => ({ ...post, wte: 9 - post.wte, unit: 'Elsewhere' })),
    { ...first!, post: 'New' },
  ];
  const standing = standingBy(places, typed, rowKey, columns[1]);
  // The matron, filtered out then, stays out.
  expect(standing.rows.map(rowKey)).toEqual(['Midwife', 'Ward clerk <days>', 'New']);
  expect(standing.rows.map((row) => standing.group?.copied?.(row))).toEqual(['Ward 10', 'Ward 2', 'Ward 10']);
});

test('a heading says its unit, a number is read as it is shown, and words are none', () => {
  expect(headingOf({ title: 'Midwives', unit: 'WTE', over: 'Team' })).toBe('Team: Midwives, WTE');
  expect(['1,234.50', '−3', 'not known', '6 %'].map(numberIn)).toEqual([1234.5, -3, null, null]);
});

test('what is copied pastes as cells in a spreadsheet and as a table in a paper, headings with whole rows', () => {
  const block = blockOfRows(columns.slice(0, 3), posts.slice(1), true);
  expect(block.text).toBe('Post\tUnit\tWTE\nMatron\tWard 2\t1\nWard clerk <days>\tWard 2\t0.7');
  expect(block.html).toBe(
    '<table><tr><th>Post</th><th>Unit</th><th>WTE</th></tr><tr><td>Matron</td><td>Ward 2</td><td>1</td></tr>' +
      '<tr><td>Ward clerk &lt;days&gt;</td><td>Ward 2</td><td>0.7</td></tr></table>',
  );
  expect(blockOfRows(columns.slice(2, 3), posts, false).text).toBe('0.6\n1\n0.7');
  // A name that a spreadsheet would run is held by an apostrophe, as in every export, and comes back as it was.
  const sly = blockOfRows(columns.slice(0, 2), [{ ...posts[0]!, post: '=HYPERLINK("x")', unit: '−3' }], false);
  expect(sly.text).toBe(`'=HYPERLINK("x")\t−3`);
  expect(sly.html).toContain(`<td>'=HYPERLINK`);
  expect(blockOf(sly.text)).toEqual([['=HYPERLINK("x")', '−3']]);
  // As a spreadsheet reads a percentage; and nothing of what fractions leave over in a computer.
  const thirds = { ...posts[0]!, wte: 0.1 + 0.2, share: 1 / 3 };
  expect(blockOfRows(columns.slice(2), [thirds], false).text).toBe('0.3\t33.33%');
  const sent = exportedTable({ title: 'Posts', subtitle: '' }, columns, linesOf([thirds], undefined), []);
  expect(sent.rows[0]?.values.slice(2)).toEqual([0.3, 0.333333]);
});

test('arrow keys go from row to row and stop at the ends; whole rows or the cells between two corners are picked', () => {
  const size = { lines: 3, columns: 4 };
  expect(steppedTo('ArrowDown', { line: 2, column: 0 }, size)).toEqual({ line: 2, column: 0 });
  expect(steppedTo('End', { line: 0, column: 1 }, size)).toEqual({ line: 2, column: 1 });
  expect(steppedTo('ArrowLeft', { line: 1, column: 0 }, size)).toEqual({ line: 1, column: 0 });
  expect(steppedTo('x', { line: 1, column: 0 }, size)).toBeNull();
  const isRow = (line: number) => line !== 0 && line !== 3;
  expect([
    rowNear(3, 2, isRow, 6),
    rowNear(3, 4, isRow, 6),
    rowNear(0, 4, isRow, 6),
    rowNear(0, 0, () => false, 6),
  ]).toEqual([4, 2, 1, -1]);
  const corners = { anchor: { line: 2, column: 3 }, end: { line: 1, column: 1 } };
  expect(blockOfPicked({ ...corners, whole: false }, 4)).toEqual({ lines: [1, 2], columns: [1, 3] });
  expect(blockOfPicked({ ...corners, whole: true }, 4)).toEqual({ lines: [1, 2], columns: [0, 3] });
});

test('a table goes to a workbook and to CSV as it stands: groups, sums, shares in percent, and what its words mean', async () => {
  const { planner } = openTestPlanner();
  const head = { title: 'Posts', subtitle: 'Fernhollow · Unit: All units' };
  const means = [{ term: 'Unit', meaning: 'Where the post is paid.' }];
  const table = exportedTable(head, columns, linesOf(posts, columns[1]), means);
  expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'number', 'share']);
  const bytes = async (file: Promise<{ contents: string }>) => Buffer.from((await file).contents, 'base64');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await bytes(planner.exports.table(table))).buffer);
  const [sheet, words] = workbook.worksheets;
  expect(sheet?.getRow(2).getCell(1).value).toBe(head.subtitle);
  expect(sheet?.getRow(6).getCell(3).value).toBe(1);
  expect(words?.getCell('B5').value).toBe('Where the post is paid.');
  const csv = (await bytes(planner.exports.csv(table))).toString('utf8').split('\r\n');
  expect(csv[0]).toContain('Post,Unit,WTE,Share');
  expect(sheet?.getRow(6).getCell(4)).toMatchObject({ value: 0.5, numFmt: '0.00%;"−"0.00%' });
  expect(csv[0]?.split(',')).toHaveLength(4);
  expect(csv[1]).toBe('Ward 2 (2),,1.7,');
  expect(csv[2]).toBe('Matron,Ward 2,1,0.5');
  expect(csv.at(-2)).toMatch(/^All 3,,2\.3/);
});

test('a view of a table is kept, named anew and removed, and each of these is undone like any change by hand', async () => {
  const { planner, context } = openTestPlanner();
  await planner.organisation.addTrust({ code: 'RX1', name: 'Fernhollow', system: null, sites: [], units: [] });
  const of = { table: '#/vacancies post unit', inView: { trust: 'RX1' } };
  const layout = { ...PLAIN, hidden: ['share'], group: 'unit' };
  const names = async () => (await planner.planner.tableViews({ table: of.table })).map(({ name }) => name);
  await planner.planner.keepTableView({ ...of, name: 'By unit', layout: PLAIN });
  await planner.planner.keepTableView({ ...of, name: 'By unit', layout });
  await planner.planner.keepTableView({ ...of, name: 'All', layout: PLAIN });
  expect(await planner.planner.tableViews({ table: of.table })).toEqual([
    { name: 'All', layout: PLAIN },
    { name: 'By unit', layout },
  ]);
  expect(await planner.planner.tableViews({ table: 'another' })).toEqual([]);
  await planner.planner.renameTableView({ ...of, from: 'All', name: 'Everything' });
  await expect(planner.planner.renameTableView({ ...of, from: 'Everything', name: 'By unit' })).rejects.toMatchObject({
    code: 'NAME_TAKEN',
  });
  await planner.planner.removeTableView({ ...of, name: 'By unit' });
  expect(await names()).toEqual(['Everything']);
  expect((await planner.history.undo({ trust: 'RX1' })).label).toBe('Table view “By unit” removed');
  expect(await planner.planner.tableViews({ table: of.table })).toContainEqual({ name: 'By unit', layout });
  expect((await planner.history.undo({ trust: 'RX1' })).label).toBe('Table view “All” renamed “Everything”');
  expect(await names()).toEqual(['All', 'By unit']);
  await planner.history.undo({ trust: 'RX1' });
  await planner.history.undo({ trust: 'RX1' });
  expect(await planner.planner.tableViews({ table: of.table })).toEqual([{ name: 'By unit', layout: PLAIN }]);
  await planner.history.redo({ trust: 'RX1' });
  expect(await planner.planner.tableViews({ table: of.table })).toEqual([{ name: 'By unit', layout }]);
  expect(await planner.planner.appearance()).toBe('system');
  await planner.planner.chooseAppearance({ appearance: 'dark' });
  expect(await planner.planner.appearance()).toBe('dark');
  expect(
    context.database.sqlite.prepare("select count(*) from preference where key = 'appearance'").pluck().get(),
  ).toBe(1);
});
