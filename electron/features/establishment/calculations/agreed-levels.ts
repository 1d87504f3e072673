import { addDays, addMonths } from '../../../core/dates.ts';

/** How a review stands on a day: due on or before it, soon, later, or none set. */
export type Review = 'due' | 'soon' | 'later' | 'none';

/** The day of a review as entered, else so many months after the level was agreed; null where neither is known. */
export function reviewOn(date: string | null, reviewDate: string | null, months: number): string | null {
  return reviewDate ?? (date && addMonths(date, months));
}

export function reviewState(on: string | null, today: string, soonDays: number): Review {
  if (on === null) return 'none';
  if (on <= today) return 'due';
  return on <= addDays(today, soonDays) ? 'soon' : 'later';
}

/** a less b in hundred-thousandths, the sign kept; null where one of them is not known. */
export const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;
