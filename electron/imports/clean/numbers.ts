import type { CellValue } from '../workbook/cell.ts';
import { cleanText } from './text.ts';
import { minutesOfDay } from './times.ts';

/** How a column of hours is written: 11 h 30 is 0.479166667, 11.5 or 690. Text such as "11:30" is read alike in all. */
export type HoursWriting = 'day_fraction' | 'decimal_hours' | 'minutes';

/** Minutes of one, as each way of writing counts. */
const minutesOfOne = { day_fraction: minutesOfDay, decimal_hours: 60, minutes: 1 } as const;

/** A plus sign in front makes text that a spreadsheet may run (D5): it stays text. */
const plain = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const hoursAndMinutes = /^(-?)(\d+):(\d{2})(?::(\d{2}))?$/;

/** The number that a cell holds, as a number or as text with or without commas between thousands; undefined for none. */
export function readNumber(cell: CellValue): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = cleanText(cell).replace(/^[\u2212\u2013](?=[\d.])/u, '-');
  if (plain.test(text)) return Number(text);
  return grouped.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** A break is shorter than 0.1 of a day and longer than four minutes: what lies between is hours. */
const [mostOfDay, mostHours] = [0.1, 4];

/**
 * Whole minutes of a break: minutes as a number, "1:00", a fraction of a day such as 0.0417, or hours such as 0.5. Undefined
 * where the cell is no number; negative where it says so.
 */
export function readBreak(cell: CellValue): number | undefined {
  const clock = minutesOfClock(cell);
  if (clock !== undefined) return clock;
  const value = readNumber(cell);
  if (value === undefined) return undefined;
  const size = Math.abs(value);
  return Math.round(value * (size < mostOfDay ? minutesOfDay : size <= mostHours ? 60 : 1)) + 0;
}

/** Whole minutes of a cell of hours (D9); undefined where it is no number, negative where it says so. */
export function readHours(cell: CellValue, writing: HoursWriting): number | undefined {
  const clock = minutesOfClock(cell);
  if (clock !== undefined) return clock;
  const value = readNumber(cell);
  if (value === undefined) return undefined;
  const minutes = Math.round(value * minutesOfOne[writing]);
  // A negative value too small for a minute is negative still.
  return minutes === 0 && value < 0 ? -1 : minutes + 0;
}

/** How a column of hours is written, judged by its middle value: no shift lasts a day, and few are under an hour or a minute. */
export function hoursWritingOf(cells: Iterable<CellValue>): HoursWriting {
  const values: number[] = [];
  for (const cell of cells) {
    const value = readNumber(cell);
    if (value !== undefined && value > 0) values.push(value);
  }
  values.sort((a, b) => a - b);
  const middle = values[Math.floor(values.length / 2)] ?? 0;
  if (middle > 24) return 'minutes';
  return middle > 1 ? 'decimal_hours' : 'day_fraction';
}

function minutesOfClock(cell: CellValue): number | undefined {
  if (typeof cell !== 'string') return undefined;
  const parts = hoursAndMinutes.exec(cleanText(cell));
  if (parts === null) return undefined;
  const minute = Number(parts[3]);
  const second = Number(parts[4] ?? 0);
  if (minute > 59 || second > 59) return undefined;
  const minutes = Number(parts[2]) * 60 + minute + Math.round(second / 60);
  return (parts[1] === '-' ? -minutes : minutes) + 0;
}
