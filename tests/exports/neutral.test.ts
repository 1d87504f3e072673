import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legible } from '#contract';
import { undoInert } from '#contract';
import { neutral } from '../../electron/exports/neutral.ts';

const START = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '\t',
  '\n',
  '\r',
  ' ',
  '\u00a0',
  '\ufeff',
  "'",
  'a',
  '1',
  '−',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.array(fc.constantFrom(...START), { maxLength: 5 }), fc.string())
    .map(([start, rest]) => start.join('') + rest),
);

test('text that a spreadsheet would run is given an apostrophe, and reading takes it off again', () => {
  for (const text of ['=1+1', '+44 20', '-5', '@SUM(A1)', '\t=1', '＝1+1', '－1', ' =1', '\ufeff=1']) {
    expect(neutral(text)).toBe(`'${text}`);
    expect(undoInert(neutral(text))).toBe(text);
  }
  expect(neutral('\r=1')).toBe("'\n=1");
});

test('an apostrophe that somebody typed before a sign is kept', () => {
  expect(neutral("'=1")).toBe("''=1");
  expect(undoInert("''=1")).toBe("'=1");
  expect(undoInert(neutral("'tis"))).toBe("'tis");
});

test('ordinary text stands as it was typed', () => {
  for (const text of ['', 'Band 6', '2.5 WTE − agreed', 'a = b', "'tis", '(−0.40)']) expect(neutral(text)).toBe(text);
});

test('whatever is typed, the cell never starts as a formula and reads back the same', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const cell = neutral(text);
      expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/u);
      expect(cell).not.toMatch(/^[\t\r\n]/);
      expect(undoInert(cell)).toBe(legible(text));
    }),
    { numRuns: 2000 },
  );
});
