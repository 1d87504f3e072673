import type { TodayArea, TodayItem } from '#contract';
import { addDays, daysBetween, weekday } from '../../core/dates.ts';

/** So many days ahead something is told of. */
const AHEAD_DAYS = 28;
/** A visit ends when Today was not looked at for so long. */
const VISIT_HOURS = 4;

/** When something falls, seen from today: the week ends on Sunday. Undefined where it is too far ahead to be told of. */
export function whenDue(due: string, today: string): TodayItem['when'] | undefined {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  if (due <= addDays(today, 7 - weekday(today))) return 'week';
  return due <= addDays(today, AHEAD_DAYS) ? 'month' : undefined;
}

type Told = Pick<TodayItem, 'key' | 'what' | 'due' | 'button'> &
  Partial<Pick<TodayItem, 'who' | 'detail' | 'opens' | 'onTheSpot'>>;

/** Makes the items of one area as on a day; those too far ahead are left out. */
export const itemsOf =
  (area: TodayArea, today: string) =>
  (told: readonly Told[]): TodayItem[] =>
    told.flatMap((one) => {
      const when = whenDue(one.due, today);
      const days = daysBetween(today, one.due);
      return when === undefined
        ? []
        : [{ who: null, detail: null, opens: null, onTheSpot: null, ...one, area, when, days }];
    });

const order: readonly TodayItem['when'][] = ['overdue', 'today', 'week', 'month'];

/** The most pressing first, those of one day in the order of their areas. */
export function byPressing(items: readonly TodayItem[]): TodayItem[] {
  const areas: readonly TodayArea[] = ['preceptorship', 'retention', 'training', 'vacancies', 'returns', 'backups'];
  return [...items].sort(
    (one, other) =>
      order.indexOf(one.when) - order.indexOf(other.when) ||
      (one.due < other.due ? -1 : one.due > other.due ? 1 : 0) ||
      areas.indexOf(one.area) - areas.indexOf(other.area),
  );
}

/** A person's visits to Today: the one under way, and what the figures were when the one before ended. */
export interface Visits {
  /** When Today was last looked at, and the figures then, by key. */
  readonly seen: string;
  readonly figures: Readonly<Record<string, unknown>>;
  /** The end of the visit before and the figures then; null in the first. */
  readonly before: { readonly at: string; readonly figures: Readonly<Record<string, unknown>> } | null;
}

/** The visits after a look at an instant: the same visit goes on, or after a while another begins. */
export function lookedAt(visits: Visits | undefined, now: string, figures: Visits['figures']): Visits {
  if (visits === undefined) return { seen: now, figures, before: null };
  const hours = (Date.parse(now) - Date.parse(visits.seen)) / 3_600_000;
  const before = hours >= VISIT_HOURS ? { at: visits.seen, figures: visits.figures } : visits.before;
  return { seen: now, figures, before };
}

/** Whether a look is worth writing down: not within a few minutes of the one before. */
export const isNewLook = (visits: Visits | undefined, now: string): boolean =>
  visits === undefined || Date.parse(now) - Date.parse(visits.seen) > 300_000;
