import { inert } from '#contract';
import { toPlaces, wordsOf } from './arrange.ts';
import { type Column, headingOf } from './column.ts';

/** A block of cells as the clipboard has it: text with tabs, and a table. */
export interface CopiedBlock {
  readonly text: string;
  readonly html: string;
}

const cell = (value: string | number | null) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');
const escaped = (value: string | number | null) =>
  String(value ?? '').replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/**
 * Rows as a spreadsheet pastes them: tabs between cells, the headings first where they are wanted; and as a table for a paper.
 * `mark` says at the end for whom it is.
 */
export function blockOfRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  headings: boolean,
  mark?: string,
): CopiedBlock {
  const valueOf = (column: Column<Row>, row: Row) => {
    const value = toPlaces(wordsOf(column, row));
    // A spreadsheet into which it is pasted runs nothing.
    if (typeof value === 'string') return inert(value);
    return column.share && typeof value === 'number' ? `${Number((value * 100).toFixed(2))}%` : value;
  };
  const values = rows.map((row) => columns.map((column) => valueOf(column, row)));
  const titles = headings ? [columns.map(headingOf)] : [];
  const line = (of: 'th' | 'td') => (cells: readonly (string | number | null)[]) =>
    `<tr>${cells.map((value) => `<${of}>${escaped(value)}</${of}>`).join('')}</tr>`;
  const marked = mark === undefined ? '' : `<p>${escaped(mark)}</p>`;
  return {
    text: [...titles, ...values, ...(mark === undefined ? [] : [[mark]])]
      .map((cells) => cells.map(cell).join('\t'))
      .join('\n'),
    html: `<table>${titles.map(line('th')).join('')}${values.map(line('td')).join('')}</table>${marked}`,
  };
}
