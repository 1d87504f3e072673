import type ExcelJS from 'exceljs';
import type { ColumnKind, TableValue } from '../contract/exports.ts';
import { cellText } from './neutral.ts';

/** Longest text that a cell of a workbook takes. */
const CELL_LIMIT = 32_767;

const NUMBER = '#,##0.00;"−"#,##0.00';
const PERCENT = '0.00%;"−"0.00%';
export const numberFormat: Record<ColumnKind, string> = {
  text: '@',
  long_text: '@',
  wte: NUMBER,
  minutes: NUMBER,
  rate: PERCENT,
  share: PERCENT,
  figure: '#,##0.0000;"−"#,##0.0000',
  number: NUMBER,
  count: '#,##0;"−"#,##0',
  date: 'd mmm yyyy',
};

/** Every cell of every export is written here: text that cannot run, dates and numbers as what they are. */
export function writeCell(cell: ExcelJS.Cell, value: TableValue, kind: ColumnKind): void {
  const written = cellValue(value, kind);
  cell.value = typeof written === 'string' ? cellText(written).slice(0, CELL_LIMIT) : written;
  cell.numFmt = typeof written === 'string' ? '@' : numberFormat[kind];
}

/** Whole-time equivalents and hours as decimal numbers, rates as percentages. */
function cellValue(value: TableValue, kind: ColumnKind): string | number | Date | null {
  if (value === null) return null;
  if (typeof value === 'object') return value.denominator === 0 ? null : value.numerator / value.denominator;
  if (typeof value === 'string') return kind === 'date' ? (civilDate(value) ?? value) : value;
  if (kind === 'wte') return value / 100_000;
  if (kind === 'minutes') return value / 60;
  return value;
}

function civilDate(text: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) : null;
}
