import { dateOf } from '../../core/dates.ts';
import type { CellValue } from '../workbook/cell.ts';
import { readDate } from './dates.ts';
import { cellText } from './text.ts';

/** A column of counts as a field: of a month of all rows, or of something that every row counts. */
export type CountField =
  | { readonly of: 'month'; readonly month: string }
  | { readonly of: 'counted'; readonly counted: string };

/** The field of a column of counts: "count@2026-10", "count@births". */
export const countField = (column: CountField) => `count@${column.of === 'month' ? column.month : column.counted}`;

/** What a field counts; undefined for a field that every row has once. */
export function countOfField(field: string): CountField | undefined {
  const [, of] = /^count@(.+)$/u.exec(field) ?? [];
  if (of === undefined) return undefined;
  return /^\d{4}-\d{2}$/.test(of) ? { of: 'month', month: of } : { of: 'counted', counted: of };
}

const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const fullName = /^(?:january|february|march|april|june|july|august|september|sept|october|november|december)$/;
const wordFirst = /^([a-z]{3,9})\.?[\s\-'’/.,]*(\d{4}|\d{2})$/;
const wordLast = /^(\d{4})[\s\-/.,]*([a-z]{3,9})$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})$/;
const monthFirst = /^(\d{1,2})[-/.](\d{4})$/;

/** The month, 'YYYY-MM', that a cell or a heading means: "Oct-26", "October 2026", "10/2026", or any day of it. */
export function readMonth(cell: CellValue, date1904: boolean): string | undefined {
  const text = cellText(cell)?.toLowerCase().trim() ?? '';
  const [word, digits] = wordFirst.exec(text)?.slice(1) ?? [...(wordLast.exec(text)?.slice(1) ?? [])].reverse();
  if (word !== undefined && digits !== undefined) return monthOf(Number(digits.padStart(4, '20')), numberOf(word));
  const [year, month] = yearFirst.exec(text)?.slice(1) ?? [...(monthFirst.exec(text)?.slice(1) ?? [])].reverse();
  if (year !== undefined) return monthOf(Number(year), Number(month));
  const date = readDate(cell, date1904);
  return date !== undefined && date >= '2000' && date < '2100' ? date.slice(0, 7) : undefined;
}

function numberOf(word: string): number {
  return word.length === 3 || fullName.test(word) ? names.indexOf(word.slice(0, 3)) + 1 : 0;
}

function monthOf(year: number, month: number): string | undefined {
  return year >= 2000 && year < 2100 ? dateOf(year, month, 1)?.slice(0, 7) : undefined;
}
