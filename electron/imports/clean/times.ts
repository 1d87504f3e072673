import type { CellValue } from '../workbook/cell.ts';
import { readDate } from './dates.ts';
import { cleanText } from './text.ts';

export const minutesOfDay = 1440;

/**
 * A number from 1 up is a date with a clock, but 1 to 1,000 would be a date before October 1902: there it is hours and
 * minutes that ran past 24:00, which no clock shows.
 */
const firstDateTime = 1000;

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?$/;
const dateAndClock = /^(.+?)[t\s,]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?)\s*(?:z|[+-]\d{2}:?\d{2})?$/;
const fourDigits = /^(\d{1,2})(\d{2})$/;
const decimal = /^\d*\.\d+$|^0$|^\d{5}$/;

/**
 * Minutes after midnight, 0 to 1439, that a cell means (D6), or undefined where it means no time of day: a fraction of a
 * day, h:mm, hh:mm, HHMM, or a date with a clock, of which the clock counts. 24:00 and above is no time of day.
 */
export function readTime(cell: CellValue): number | undefined {
  if (typeof cell === 'number') return timeOfNumber(cell);
  if (typeof cell !== 'string') return undefined;
  const text = cleanText(cell).toLowerCase();
  const digits = fourDigits.exec(text);
  if (digits !== null) return timeOf(Number(digits[1]), Number(digits[2]), 0);
  if (decimal.test(text)) return timeOfNumber(Number(text));
  const both = dateAndClock.exec(text);
  if (both !== null && readDate(both[1]!, false) !== undefined) return timeOfClock(both[2]!);
  return timeOfClock(text);
}

function timeOfNumber(value: number): number | undefined {
  if (value >= 0 && value < 1) return nearestMinute(value * minutesOfDay);
  // A sheet that took 0730 for a number shows 730.
  if (value >= 100 && value < 2400 && Number.isInteger(value)) return timeOf(Math.floor(value / 100), value % 100, 0);
  return value >= firstDateTime ? nearestMinute((value - Math.floor(value)) * minutesOfDay) : undefined;
}

function timeOfClock(text: string): number | undefined {
  const parts = clock.exec(text);
  if (parts === null) return undefined;
  const hour = Number(parts[1]);
  if (parts[4] === undefined) return timeOf(hour, Number(parts[2]), Number(parts[3] ?? 0));
  if (hour < 1 || hour > 12) return undefined;
  return timeOf((hour % 12) + (parts[4] === 'pm' ? 12 : 0), Number(parts[2]), Number(parts[3] ?? 0));
}

function timeOf(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return nearestMinute(hour * 60 + minute + second / 60);
}

/** A length of time in days as hours and minutes, "37:30" for 1.5625. */
export function clockOfDays(days: number): string {
  const minutes = Math.round(Math.abs(days) * minutesOfDay);
  const sign = days < 0 ? '-' : '';
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** To the nearest minute, since fractions of a day are printed short; 23:59:40 stays in its day. */
function nearestMinute(minutes: number): number {
  return Math.min(Math.round(minutes), minutesOfDay - 1);
}
