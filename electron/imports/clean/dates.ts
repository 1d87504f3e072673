import { dateOf, dateOfDayNumber, dayNumber } from '../../core/dates.ts';
import type { CellValue } from '../workbook/cell.ts';
import { cleanText } from './text.ts';

/** A serial is a count of days; a workbook says from which day. 31 December 9999 is the last one that a sheet has. */
const dayBefore1900 = dayNumber('1899-12-31');
const firstDay1904 = dayNumber('1904-01-01');
const lastDay = dayNumber('9999-12-31');
/** No row means a day before; the staff record's own last day, which stands for "never", is the latest. */
const [earliest, latest] = ['1900-01-01', '4712-12-31'];
/** Serial 60 of the 1900 system is 29 February 1900, a day that never was; all later serials are one too high. */
const falseLeapDay = 60;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const weekdayWord = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/;
const clockAfter = /[t\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?\s*(?:z|[+-]\d{2}:?\d{2})?$/;

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/.]|\s)(\d{1,2})\2(\d{4}|\d{2})$/;
const dayMonthWord = /^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*([a-z]+)\.?[-/.,\s]*(\d{4}|\d{2})$/;
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/;
const serialText = /^\d{1,7}(?:\.\d+)?$/;

/**
 * The civil date 'YYYY-MM-DD' that a cell means (D6), or undefined where it means none. A number is a serial of the
 * 1900 or the 1904 system; in text the day comes before the month, always. A clock behind the date is left off.
 */
export function readDate(cell: CellValue, date1904: boolean): string | undefined {
  const date =
    typeof cell === 'number'
      ? dateOfSerial(cell, date1904)
      : typeof cell === 'string'
        ? dateOfText(cleanText(cell).toLowerCase(), date1904)
        : undefined;
  return date !== undefined && date >= earliest && date <= latest ? date : undefined;
}

/** The date of a sheet's serial number; a fraction is the time of that day and is left off. */
export function dateOfSerial(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial);
  if (date1904) return days >= 0 && firstDay1904 + days <= lastDay ? dateOfDayNumber(firstDay1904 + days) : eight(days);
  if (days < 1 || days === falseLeapDay) return undefined;
  const day = dayBefore1900 + days - (days > falseLeapDay ? 1 : 0);
  return day <= lastDay ? dateOfDayNumber(day) : eight(days);
}

/** A number too high for a serial may still be a date written as yyyymmdd. */
function eight(days: number): string | undefined {
  const parts = eightDigits.exec(String(days));
  return parts === null ? undefined : sensible(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function dateOfText(text: string, date1904: boolean): string | undefined {
  const bare = text.replace(weekdayWord, '').replace(clockAfter, '');
  let parts = dayFirst.exec(bare);
  if (parts !== null) return dateOf(fullYear(parts[4]!), Number(parts[3]), Number(parts[1]));
  parts = yearFirst.exec(bare);
  if (parts !== null) return dateOf(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  parts = dayMonthWord.exec(bare);
  if (parts !== null) {
    if (!monthWord.test(parts[2]!)) return undefined;
    return dateOf(fullYear(parts[3]!), months.indexOf(parts[2]!.slice(0, 3)) + 1, Number(parts[1]));
  }
  parts = eightDigits.exec(bare);
  if (parts !== null) return sensible(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return serialText.test(bare) ? dateOfSerial(Number(bare), date1904) : undefined;
}

/** Eight digits are taken for a date only in years that a staff record can name. */
function sensible(year: number, month: number, day: number): string | undefined {
  return year >= 1900 && year <= 2199 ? dateOf(year, month, day) : undefined;
}

/** Two digits are of this century up to 69, so that dates of birth and of joining fall in the last one. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
