import { dateText } from '../../components/numbers.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export type ReadDate = { kind: 'date'; date: string | null } | { kind: 'problem'; message: string };

/** A date as a person types it (31/3/2028, 31 March 2028, 2028-03-31), day before month; blank is no date. */
export function readDate(text: string): ReadDate {
  const typed = text.trim();
  if (typed === '') return { kind: 'date', date: null };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const own = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,})[\s./-]+(\d{4})$/i.exec(typed);
  const [, year, month, day] = iso ?? [typed, own?.[3], own?.[2], own?.[1]];
  const date = year && month && day ? civilDate(Number(year), monthNumber(month), Number(day)) : null;
  if (date !== null) return { kind: 'date', date };
  return { kind: 'problem', message: 'Enter a date that exists, such as 31/3/2028, or leave it blank.' };
}

const monthNumber = (month: string) =>
  /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;

function civilDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 2000 && year < 2100 ? date.toISOString().slice(0, 10) : null;
}

/** The date as the field shows it. */
export const typedDate = (date: string | null): string => (date === null ? '' : dateText(date));
