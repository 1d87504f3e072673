import { readDate } from '../clean/dates.ts';
import { readBreak, readHours, readNumber } from '../clean/numbers.ts';
import { cellText, textKey } from '../clean/text.ts';
import { readTime } from '../clean/times.ts';
import type { Words } from '../clean/words.ts';
import type { ImportFormat } from '../formats.ts';
import { type CellValue, isCellError, type SheetRow } from '../workbook/cell.ts';

type Field = ImportFormat['fields'][string];

/** So many of a column's filled cells must read as a field's values for the column to be offered for it. */
const enough = 0.8;
/** As written: a short number with zeros put before it, such as a day's serial, is nobody. */
const personNumber = /^\d{6,8}(-\d+)?$/;
/** Longer text is a remark, and neither a date nor a word of any set. */
const longestWord = 200;
/** No break lasts longer, in minutes. */
const longestBreak = 180;

/** The filled cells of a column among some rows. */
export function filledCells(rows: readonly SheetRow[], place: number): CellValue[] {
  const cells: CellValue[] = [];
  for (const { values } of rows) {
    const cell = values[place];
    if (cell !== undefined && cell !== null && cell !== '' && !isCellError(cell)) cells.push(cell);
  }
  return cells;
}

/** True where the cells could be values of the field. Flags are rare: a column that is empty so far could hold them. */
export function couldBe(field: Field, words: Words, cells: readonly CellValue[]): boolean {
  if (cells.length === 0) return words[field.words ?? '']?.get('yes') === 'yes';
  const reading = reads(field, words);
  const fits = (cell: CellValue) => (isLong(cell) ? field.type === 'text' : reading(cell));
  return cells.filter(fits).length >= enough * cells.length;
}

/** True for text that is too long to be a date, a number or a word. */
export function isLong(cell: CellValue): boolean {
  return typeof cell === 'string' && cell.length > longestWord;
}

function reads(field: Field, words: Words): (cell: CellValue) => boolean {
  switch (field.type) {
    case 'text':
      return (cell) => typeof cell === 'string';
    case 'person':
      return (cell) => personNumber.test(cellText(cell) ?? '');
    case 'date':
      return isRecentDate;
    case 'time':
      return (cell) => readTime(cell) !== undefined;
    case 'minutes':
      return (cell) =>
        isWholeBetween(readBreak(cell), 0, longestBreak) && (typeof cell !== 'number' || Number.isInteger(cell));
    case 'hours':
      return (cell) => isWholeBetween(readHours(cell, 'decimal_hours'), 0, 24 * 60);
    case 'number':
      return (cell) => readNumber(cell) !== undefined;
    case 'word':
      return (cell) => words[field.words ?? '']?.has(textKey(String(cell))) ?? false;
  }
}

/** A plain number such as a cost is a date of some year too: only those of our time count. */
export function isRecentDate(cell: CellValue): boolean {
  if (isLong(cell)) return false;
  const date = readDate(cell, false);
  return date !== undefined && date >= '1990' && date < '2100';
}

function isWholeBetween(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most;
}
