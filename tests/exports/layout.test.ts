import { expect, test } from 'vitest';
import { columnWidths, rowHeight } from '../../electron/exports/layout.ts';

test('a column is as wide as its words need, and never wider than a page can bear', () => {
  const table = {
    title: 'x',
    subtitle: '',
    columns: [
      { heading: 'Unit', kind: 'text' as const },
      { heading: 'Note', kind: 'text' as const },
      { heading: 'In post', kind: 'wte' as const },
      { heading: 'Line', kind: 'text' as const, width: 7 },
    ],
    rows: [{ kind: 'row' as const, values: ['Delivery Suite', 'x'.repeat(200), 100_000, '4.1'] }],
  };
  expect(columnWidths(table)).toEqual([17, 40, 12, 7]);
});

test('a row is as tall as its longest words need, up to what a sheet takes', () => {
  const height = (text: string) => rowHeight([text, 1, null], [20, 10, 10]);
  expect(height('short')).toBe(16);
  expect(height('one\ntwo\nthree')).toBe(3 * 13 + 3);
  expect(height('a word and another word and one more word')).toBe(2 * 13 + 3);
  expect(height('x'.repeat(100))).toBeGreaterThan(4 * 13);
  expect(height('x\n'.repeat(100))).toBe(409);
});
