import { invariant } from './invariant.ts';

/** First and last day of a period, both counted, as 'YYYY-MM-DD'. Such dates compare as text. */
export interface DatePeriod {
  readonly first: string;
  readonly last: string;
}

const written = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthNames = 'January February March April May June July August September October November December'.split(' ');

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month, 1 to 12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 'YYYY-MM-DD' for a day that the Gregorian calendar has, years 1 to 9999; undefined for any other. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** True for text of the form 'YYYY-MM-DD' that names a day of the calendar. */
export function isDate(text: string): boolean {
  return readParts(text) !== undefined;
}

/** Year, month (1 to 12) and day of a date. Throws for text that is not one. */
export function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const parts = readParts(date);
  if (parts !== undefined) return parts;
  invariant(false, `"${date}" is not a date`);
}

function readParts(text: string): { year: number; month: number; day: number } | undefined {
  if (!written.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  const isThere = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isThere ? { year, month, day } : undefined;
}

/** Whole days from 1 January 1970 to a date, by counting 400-year cycles of 146,097 days with years that begin in March. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

/** The date so many days after 1 January 1970: the reverse of `dayNumber`. Throws outside the years 1 to 9999. */
export function dateOfDayNumber(days: number): string {
  const shifted = days + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dateOf(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day);
  invariant(date !== undefined, `day ${days} lies outside the years 1 to 9999`);
  return date;
}

/** Days from the first date to the second; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day so many calendar months later; the month's last day where it has no such day (31 August + 6 is 28 February). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  const found = dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  invariant(found !== undefined, `${date} and ${months} months lie outside the years 1 to 9999`);
  return found;
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Every date of a period in order. */
export function datesOf(period: DatePeriod): string[] {
  const from = dayNumber(period.first);
  return Array.from({ length: Math.max(0, dayNumber(period.last) - from + 1) }, (_, day) =>
    dateOfDayNumber(from + day),
  );
}

/** The last Sunday of a month, on which the clocks of the United Kingdom change in March and October. */
export function lastSunday(year: number, month: number): string {
  const last = dateOf(year, month, daysInMonth(year, month));
  invariant(last !== undefined, `there is no month ${month} of ${year}`);
  return addDays(last, -(weekday(last) % 7));
}

/** The calendar year in which the NHS year of a date began: 2026 for 1 April 2026 to 31 March 2027. */
export function nhsYear(date: string): number {
  const { year, month } = partsOf(date);
  return month >= 4 ? year : year - 1;
}

/** The quarter of the NHS year that a date lies in, such as '2026-Q2' for July to September 2026. */
export function nhsQuarter(date: string): string {
  const { month } = partsOf(date);
  return `${nhsYear(date)}-Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
}

/** First and last day of a quarter written as '2026-Q2'. Throws for any other text. */
export function quarterPeriod(quarter: string): DatePeriod {
  const parts = /^(\d{4})-Q([1-4])$/.exec(quarter);
  invariant(parts !== null, `"${quarter}" is not a quarter`);
  const first = addMonths(`${parts[1]}-04-01`, (Number(parts[2]) - 1) * 3);
  return { first, last: addDays(addMonths(first, 3), -1) };
}

/** A date as a sentence has it: '5 October 2026'. */
export function dateInWords(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** "October 2026" for 2026-10. */
export const monthInWords = (month: string): string => dateInWords(`${month}-01`).replace(/^1 /u, '');
