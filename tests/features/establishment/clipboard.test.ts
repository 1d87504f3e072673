import { array, assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { blockOf, textOf } from '../../../renderer/components/clipboard.ts';

it('a block copied in a spreadsheet is read by rows and cells, its last line break being no row', () => {
  expect(blockOf('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(blockOf('5\n\n6')).toEqual([['5'], [''], ['6']]);
  expect(blockOf('\t7')).toEqual([['', '7']]);
  expect(blockOf('')).toEqual([]);
});

it('a cell with a line break, a tab or quotes comes in its quotes, and a lone quote is text', () => {
  expect(blockOf('"Report\n12"\t"say ""yes"""\n"a\tb"\t12" wide')).toEqual([
    ['Report\n12', 'say "yes"'],
    ['a\tb', '12" wide'],
  ]);
});

it('what is copied from here is pasted back as it was', () => {
  const cell = string().map((text) => text.replace(/[\t\r\n"]/g, ''));
  assert(
    property(array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (block) => {
      expect(blockOf(textOf(block))).toEqual(block);
    }),
  );
});

it('numbers go out as numbers, and text that a spreadsheet would run is held by an apostrophe', () => {
  expect(textOf([['-0.56', '7.93%', '=2+5', '@SUM(A1)']])).toBe("-0.56\t7.93%\t'=2+5\t'@SUM(A1)");
});
