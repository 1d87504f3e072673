import { expect, test } from 'vitest';
import { type DrawnCell, type DrawnRow, drawnTable } from '../../renderer/components/table/drawn.ts';
import { exportedTable } from '../../renderer/components/table/exported.ts';

const cell = (text: string, over: Partial<DrawnCell> = {}): DrawnCell => ({
  text,
  across: 1,
  down: 1,
  number: false,
  ...over,
});
const number = (text: string) => cell(text, { number: true });
/** Two lines of headings, a group, rows with a figure, a rate and a button, and a cell over two rows. */
const rows: DrawnRow[] = [
  { kind: 'head', cells: [cell('Unit', { down: 2 }), cell('Registered', { across: 2 }), cell('', { down: 2 })] },
  { kind: 'head', cells: [cell('Plan h'), cell('Fill')] },
  { kind: 'group', cells: [cell('Hospital', { across: 4 })] },
  { kind: 'row', cells: [cell('Ward <1>'), number('1,234.50'), number('97.21 %'), cell('')] },
  { kind: 'row', cells: [cell('Ward 2', { down: 2 }), number('−3'), number('not known'), cell('')] },
  { kind: 'row', cells: [number('4'), number('–'), cell('')] },
];

test('a table that a screen draws cell by cell is read with its two lines of headings, its groups and cells over rows', () => {
  const { columns, lines } = drawnTable(rows);
  expect(columns.map(({ title }) => title)).toEqual(['Unit', 'Registered: Plan h', 'Registered: Fill']);
  expect(lines.map((line) => (line.kind === 'group' ? `${line.name}, ${line.rows.length}` : line.row[0]))).toEqual([
    'Hospital, 3',
    'Ward <1>',
    'Ward 2',
    'Ward 2',
  ]);
});

test('it is exported with its numbers as numbers, its words as words, and what its headings mean', () => {
  const { columns, lines } = drawnTable(rows);
  const meaning = [{ term: 'Fill', meaning: 'Hours worked ÷ hours planned.' }];
  const table = exportedTable({ title: 'Fill', subtitle: '' }, columns, lines, meaning);
  expect(table.rows[0]).toEqual({ kind: 'group', values: ['Hospital (3)', null, null] });
  expect(table.rows[1]?.values).toEqual(['Ward <1>', 1234.5, '97.21 %']);
  expect(table.rows[2]?.values).toEqual(['Ward 2', -3, 'not known']);
  expect(table.definitions).toEqual(meaning);
});
