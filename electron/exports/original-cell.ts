import type ExcelJS from 'exceljs';
import { writeCell } from './cell.ts';

/** How a number of the original is shown. */
export type OriginalKind = 'number' | 'percent' | 'date' | 'time' | 'datetime' | 'duration';

/** What a cell of a file held: text, a number with the way in which its sheet showed it, a yes or no, or nothing. */
export type OriginalValue = string | boolean | { readonly number: number; readonly kind: OriginalKind } | null;

const formats: Record<OriginalKind, string> = {
  number: 'General',
  percent: '0.00%',
  date: 'dd/mm/yyyy',
  time: 'hh:mm',
  datetime: 'dd/mm/yyyy hh:mm',
  duration: '[h]:mm',
};

/** Writes a cell as it was: numbers keep their value and look, text can never run. */
export function writeOriginal(cell: ExcelJS.Cell, value: OriginalValue): void {
  if (value === null || typeof value === 'string') {
    writeCell(cell, value, 'text');
    return;
  }
  cell.value = typeof value === 'boolean' ? value : value.number;
  cell.numFmt = typeof value === 'boolean' ? 'General' : formats[value.kind];
}
