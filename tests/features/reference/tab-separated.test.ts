import { expect, test } from 'vitest';
import { readTabSeparated } from '../../../electron/reference/tab-separated.ts';

test.each([
  ['keeps blank lines as rows, so that row numbers hold', '\na\tb\n\nc', [[''], ['a', 'b'], [''], ['c']]],
  ['takes any line end, and none at the end of the text', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
  ['drops a byte order mark', '\uFEFFa\tb', [['a', 'b']]],
  [
    'keeps empty cells, at the end of a row too',
    '\ta\t\t\nb\t',
    [
      ['', 'a', '', ''],
      ['b', ''],
    ],
  ],
  ['reads a quoted cell with tabs, line ends and doubled quotes', '"a\tb\n""c"""\td', [['a\tb\n"c"', 'd']]],
  ['takes a quote that is not closed, or closed too early, as it stands', '"a\tb\n"c" d', [['"a', 'b'], ['"c" d']]],
  ['reads an empty text as one empty row', '', [['']]],
])('%s', (_, text, rows) => {
  expect(readTabSeparated(text)).toEqual(rows);
});
