import { dateInWords } from '../core/dates.ts';
import { dateOfSerial } from './clean/dates.ts';
import { readTime } from './clean/times.ts';
import { shown } from './read-rows.ts';
import { type CellValue, isCellError, type NumberKind } from './workbook/cell.ts';

/** A cell about as its sheet shows it. */
export function asShown(cell: CellValue, kind: NumberKind, date1904: boolean): string {
  if (typeof cell !== 'number' || isCellError(cell)) return shown(cell);
  const date = kind === 'date' || kind === 'datetime' ? dateOfSerial(cell, date1904) : undefined;
  if (date !== undefined) return dateInWords(date);
  const time = kind === 'time' ? readTime(cell) : undefined;
  if (time === undefined) return String(Number(cell.toFixed(6)));
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}
