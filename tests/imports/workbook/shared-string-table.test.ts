import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../electron/imports/workbook/limits.ts';
import { SharedStringTable } from '../../../electron/imports/workbook/shared-string-table.ts';

it('gives back every string that was put in, in any order and as often as asked', () => {
  const table = new SharedStringTable(DEFAULT_LIMITS);
  const texts = Array.from({ length: 60_000 }, (_, i) => `${'Ä’😀x'.repeat(i % 13)}${i % 3 === 0 ? '' : i}`);
  for (const text of texts) table.add(text);
  expect(table.count).toBe(texts.length);
  for (const step of [1, 7919, 8192, 30_001]) {
    for (let i = 0; i < texts.length; i++) {
      const index = (i * step) % texts.length;
      if (table.get(index) !== texts[index]) expect.fail(`place ${index}`);
    }
  }
});

it('keeps long strings, half surrogate pairs and empty strings', () => {
  const table = new SharedStringTable(DEFAULT_LIMITS);
  const texts = ['', 'a'.repeat(3_000_000), '\ud83d', 'b'.repeat(2 ** 20), '', 'Zoë\udc00', 'ü'.repeat(2 ** 19), 'end'];
  for (const text of texts) table.add(text);
  expect(texts.map((_, index) => table.get(index))).toEqual(texts);
});

it('keeps a string by itself that comes where a block is full', () => {
  const table = new SharedStringTable(DEFAULT_LIMITS);
  const full = Array.from({ length: 32 }, (_, i) => String(i % 10).repeat(2 ** 16));
  const texts = [...full, '\ud83d', '', 'next', '\udc00'];
  for (const text of texts) table.add(text);
  expect(texts.map((_, index) => table.get(index))).toEqual(texts);
});

it('has nothing at places beyond its end, below nought or between two', () => {
  const table = new SharedStringTable(DEFAULT_LIMITS);
  expect(table.get(0)).toBeUndefined();
  table.add('x');
  expect([
    table.get(0),
    table.get(1),
    table.get(-1),
    table.get(0.5),
    table.get(Number.NaN),
    table.get(2 ** 40),
  ]).toEqual(['x', ...Array.from({ length: 5 }, () => undefined)]);
});

it('gives back a table far larger than what lies open, in its own order, backwards and in any order', () => {
  const table = new SharedStringTable(DEFAULT_LIMITS);
  const count = 80_000;
  const textAt = (i: number) =>
    `Duty ${i} of Zoë O’Connor was checked against a timesheet and signed by nobody at all, ${i * 7919}`;
  for (let i = 0; i < count; i++) table.add(textAt(i));
  for (const step of [1, count - 1, 7919]) {
    for (let i = 0; i < count; i++) {
      const index = (i * step) % count;
      if (table.get(index) !== textAt(index)) expect.fail(`place ${index}`);
    }
  }
});
