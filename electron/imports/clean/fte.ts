import { parseWte } from '../../core/wte.ts';
import type { CellValue } from '../workbook/cell.ts';
import { readNumber } from './numbers.ts';
import { cleanText } from './text.ts';

const hoursAndMinutes = /^(\d+):([0-5]\d)$/;

/** A WTE or FTE in hundred-thousandths, from a number or its text; undefined for anything else. Negative where it says so. */
export function readFte(cell: CellValue): number | undefined {
  const value = readNumber(cell);
  if (value === undefined) return undefined;
  // Text keeps its own decimals: 0.61333 as a number is a little less or more.
  const text =
    typeof cell === 'string'
      ? cleanText(cell)
          .replace(/^[\u2212\u2013]/u, '-')
          .replaceAll(',', '')
      : value;
  return parseWte(text) ?? parseWte(value);
}

/** Contracted hours a week in hundred-thousandths: 37.5 or "37:30"; undefined for anything else. */
export function readWeeklyHours(cell: CellValue): number | undefined {
  const clock = typeof cell === 'string' ? hoursAndMinutes.exec(cleanText(cell)) : null;
  if (clock !== null) return parseWte(Number(clock[1]) + Number(clock[2]) / 60);
  return readFte(cell);
}
