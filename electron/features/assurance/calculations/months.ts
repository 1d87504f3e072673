import { addDays, addMonths, type DatePeriod, partsOf } from '../../../core/dates.ts';
import { invariant } from '../../../core/invariant.ts';

/** How months are put together: each by itself, in quarters or in halves of the NHS year. */
export type Grouping = 'month' | 'quarter' | 'half';

/** Months that are shown as one: a month, a quarter or half a year. */
export interface MonthSpan {
  readonly key: string;
  readonly title: string;
  /** 'YYYY-MM', in order. */
  readonly months: readonly string[];
}

const names = 'January February March April May June July August September October November December'.split(' ');
const lengths: Readonly<Record<Grouping, number>> = { month: 1, quarter: 3, half: 6 };

/** The month of a date: '2026-10' for 2026-10-05. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** The month so many months later; earlier where `by` is below nought. */
export const monthLater = (month: string, by: number): string => monthOf(addMonths(`${month}-01`, by));

/** First and last day of the months from one to another, both counted. */
export function periodOfMonths(first: string, last: string): DatePeriod {
  return { first: `${first}-01`, last: addDays(addMonths(`${last}-01`, 1), -1) };
}

/** Every month that a period touches, in order. */
export function monthsOf({ first, last }: DatePeriod): string[] {
  const months: string[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = monthLater(month, 1)) months.push(month);
  return months;
}

/** 'October 2026'; short: 'Oct 2026'. */
export function monthTitle(month: string, short = false): string {
  const { year, month: number } = partsOf(`${month}-01`);
  const name = names[number - 1] ?? '';
  return `${short ? name.slice(0, 3) : name} ${year}`;
}

/** The month that a span of the NHS year begins with: quarters in April, July, October and January, halves in April and October. */
function spanStart(month: string, length: number): string {
  const { month: number } = partsOf(`${month}-01`);
  return monthLater(month, -((number + 8) % 12) % length);
}

/** So many months, quarters or halves of the NHS year, in order, the last of them the one that holds `last`. */
export function monthSpans(by: Grouping, last: string, count: number): MonthSpan[] {
  invariant(count > 0, 'at least one span');
  const length = lengths[by];
  const end = spanStart(last, length);
  return Array.from({ length: count }, (_, index) => {
    const first = monthLater(end, (index - count + 1) * length);
    const months = Array.from({ length }, (__, month) => monthLater(first, month));
    return { key: first, title: spanTitle(months), months };
  });
}

function spanTitle(months: readonly string[]): string {
  const [first = '', last = first] = [months[0], months[months.length - 1]];
  if (first === last) return monthTitle(first, true);
  const begin = first.slice(0, 4) === last.slice(0, 4) ? monthTitle(first, true).slice(0, 3) : monthTitle(first, true);
  return `${begin} to ${monthTitle(last, true)}`;
}

/** The last half of the NHS year that is over on a day, by its first and last month. */
export function lastWholeHalf(today: string): { first: string; last: string } {
  const first = monthLater(spanStart(monthOf(today), 6), -6);
  return { first, last: monthLater(first, 5) };
}
