import {
  addDays,
  addMonths,
  type DatePeriod,
  dateInWords,
  monthInWords,
  nhsQuarter,
  quarterPeriod,
} from '../../../core/dates.ts';

/** A return is of a quarter (2026-Q2) or of a month (2026-10); each kind is compared with its own only. */
export type PeriodKind = 'quarter' | 'month';

export const periodKind = (period: string): PeriodKind => (period.includes('Q') ? 'quarter' : 'month');

/** First and last day of a quarter or a month. */
export function periodDays(period: string): DatePeriod {
  if (periodKind(period) === 'quarter') return quarterPeriod(period);
  const first = `${period}-01`;
  return { first, last: addDays(addMonths(first, 1), -1) };
}

/** In words: "July to September 2026", or "October 2026". */
export function periodTitle(period: string): string {
  if (periodKind(period) === 'month') return monthInWords(period);
  const { first, last } = quarterPeriod(period);
  const [, from = ''] = dateInWords(first).split(' ');
  const [, to = '', year = ''] = dateInWords(last).split(' ');
  return `${from} to ${to} ${year}`;
}

/** The quarter and the month of a day, each with the one before and the one after it. */
export function periodsAround(today: string): { quarter: string; month: string; around: string[] } {
  const quarter = nhsQuarter(today);
  const month = today.slice(0, 7);
  const beside = (period: string, of: (day: string) => string) => {
    const { first, last } = periodDays(period);
    return [of(addDays(first, -1)), period, of(addDays(last, 1))];
  };
  return { quarter, month, around: [...beside(quarter, nhsQuarter), ...beside(month, (day) => day.slice(0, 7))] };
}

/** Quarters, then months, each the newest first. */
export function inOrder(periods: Iterable<string>): string[] {
  const all = [...new Set(periods)].sort().reverse();
  return [...all.filter((one) => periodKind(one) === 'quarter'), ...all.filter((one) => periodKind(one) === 'month')];
}
