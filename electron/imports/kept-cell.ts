import { dateOfSerial } from './clean/dates.ts';
import { minutesOfDay, readTime } from './clean/times.ts';
import { type CellValue, isCellError, type NumberKind, type SheetRow } from './workbook/cell.ts';

/** A number with the way in which its sheet shows it, where that is more than the number. */
export interface ShownNumber {
  readonly number: number;
  readonly kind: Exclude<NumberKind, 'number' | 'percent'>;
}

/** A cell as it is kept beside the stored rows: its value, so that it can be read again, and how its sheet shows it. */
export type KeptCell = CellValue | ShownNumber;

export function keptCell(cell: CellValue, kind: NumberKind): KeptCell {
  return typeof cell !== 'number' || kind === 'number' || kind === 'percent' ? cell : { number: cell, kind };
}

/** The value of a kept cell, as the sheet stores it. */
export function valueOf(cell: KeptCell): CellValue {
  return isShownNumber(cell) ? cell.number : cell;
}

export function kindOfCell(cell: KeptCell): NumberKind {
  return isShownNumber(cell) ? cell.kind : 'number';
}

function isShownNumber(cell: KeptCell): cell is ShownNumber {
  return typeof cell === 'object' && cell !== null && 'number' in cell;
}

/** A row that was kept, to be read once more. */
export function keptRow(row: number, cells: readonly KeptCell[]): SheetRow {
  return { row, values: cells.map(valueOf), kindOf: (column) => kindOfCell(cells[column] ?? null) };
}

/** A cell as a person would type it: 05/10/2026, 07:30, 11:30 of hours; text and other numbers as they are, '' where empty. */
export function typedCell(cell: KeptCell, date1904: boolean): string {
  if (cell === null) return '';
  if (!isShownNumber(cell)) return isCellError(cell) ? cell.error : String(cell);
  const { number, kind } = cell;
  if (kind === 'duration') return number < 0 ? String(number) : clock(Math.round(number * minutesOfDay));
  const minutes = kind === 'date' ? undefined : readTime(number);
  const date = kind === 'time' || number < 1 ? undefined : dateOfSerial(number, date1904);
  const words = [date?.split('-').reverse().join('/'), minutes === undefined ? undefined : clock(minutes)];
  return words.filter((word) => word !== undefined).join(' ') || String(number);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
