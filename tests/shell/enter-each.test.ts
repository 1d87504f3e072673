import { expect, test } from 'vitest';
import { enterEach } from '../../renderer/components/enter-each.ts';

const cells = ['50', 'many', '60', 'x'].map((text, at) => ({ row: String(at), column: 'start', text }));
const read = ({ text }: { text: string }): { value: number } | { message: string } =>
  /^\d+$/.test(text) ? { value: Number(text) } : { message: `“${text}” is no number.` };

test('of a block with a wrong cell nothing is saved, and every wrong cell is said', async () => {
  const saved: number[] = [];
  const wrong = await enterEach(cells, read, async (_cell, value) => saved.push(value));
  expect(saved).toEqual([]);
  expect(wrong.map(({ cell, message }) => [cell.row, message])).toEqual([
    ['1', '“many” is no number.'],
    ['3', '“x” is no number.'],
  ]);
});

test('a block that can be read is saved cell by cell, in order', async () => {
  const saved: [string, number][] = [];
  const right = cells.filter(({ text }) => /\d/.test(text));
  expect(await enterEach(right, read, async (cell, value) => saved.push([cell.row, value]))).toEqual([]);
  expect(saved).toEqual([
    ['0', 50],
    ['2', 60],
  ]);
});
