import { addDays, addMonths, daysBetween } from '../../../core/dates.ts';

/** A month of the forecast: '2027-09', its first day and the first day after it. */
export interface Month {
  readonly key: string;
  readonly first: string;
  readonly next: string;
  readonly days: number;
}

/** The month that a day lies in, '2026-10'. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** So many months later: '2026-11' and 3 is '2027-02'. */
export const monthsLater = (month: string, count: number): string => monthOf(addMonths(`${month}-01`, count));

/** Every month from that of the day after the census to the last one; the first counts whole. */
export function monthsAfter(census: string, last: string): Month[] {
  const months: Month[] = [];
  for (let key = monthOf(addDays(census, 1)); key <= last; key = monthsLater(key, 1)) {
    const [first, next] = [`${key}-01`, `${monthsLater(key, 1)}-01`];
    months.push({ key, first, next, days: daysBetween(first, next) });
  }
  return months;
}

/** Days of a month that lie from a day to the day before another. */
export function daysWithin({ first, next }: Month, from: string, until: string): number {
  const [start, end] = [from > first ? from : first, until < next ? until : next];
  return start < end ? daysBetween(start, end) : 0;
}

/** True where a month lies from one month to another, both counted; null is no bound. */
export const isWithin = (month: string, from: string | null, to: string | null): boolean =>
  (from === null || month >= from) && (to === null || month <= to);
