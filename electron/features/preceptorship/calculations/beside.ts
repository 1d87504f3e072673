import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import { addDays, addMonths, daysBetween } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import { type Course, happened } from './course.ts';
import { moved, type Pause, pauseOn, runningDays } from './pauses.ts';

/** From the start to the day before `until` a preceptee is not counted in the numbers. */
export interface Beside {
  readonly from: string;
  readonly until: string;
}

/** As many days as the supernumerary hours fill, if every contracted hour were one of them. Null under an open pause. */
export function besideSpell(
  { start, pauses }: Pick<Course, 'start' | 'pauses'>,
  wte: number | null,
  { supernumeraryHours, weeklyHours, proRata }: PreceptorshipProgramme,
): Beside | null {
  const share = proRata || wte === null || wte === 0 ? 1 : wte / oneWte;
  const days = Math.ceil((supernumeraryHours * 7) / (weeklyHours * share));
  const until = moved(addDays(start, days), pauses);
  return until === null ? null : { from: start, until };
}

/** Whether a preceptee who is in post is out of the numbers on a day. */
export function isBeside(course: Course, spell: Beside | null, day: string): boolean {
  if (day < course.start || (spell !== null && day >= spell.until)) return false;
  return (
    pauseOn(course.pauses, day) === undefined &&
    happened(course.completed, day) === null &&
    happened(course.left, day) === null
  );
}

/** Minutes of one month, 'YYYY-MM'. */
export type MinutesByMonth = Map<string, number>;

export function addMinutes(months: MinutesByMonth, month: string, minutes: number): void {
  if (minutes !== 0) months.set(month, (months.get(month) ?? 0) + minutes);
}

/** Spreads whole minutes evenly over the running days from `first` to the day before `until`; none are lost. */
export function spreadMinutes(
  months: MinutesByMonth,
  minutes: number,
  first: string,
  until: string,
  pauses: readonly Pause[],
): void {
  const last = until > first ? until : addDays(first, 1);
  const days = runningDays(first, last, pauses);
  if (days === 0) {
    addMinutes(months, first.slice(0, 7), minutes);
    return;
  }
  let before = 0;
  for (let from = first; from < last; ) {
    const next = addMonths(`${from.slice(0, 7)}-01`, 1);
    const to = next < last ? next : last;
    const upTo = Math.floor((minutes * runningDays(first, to, pauses)) / days);
    addMinutes(months, from.slice(0, 7), upTo - before);
    before = upTo;
    from = to;
  }
}

/** Minutes of a month as WTE in hundred-thousandths, over the contracted minutes of one whole time. */
export function wteOfMinutes(minutes: number, month: string, weeklyHours: number): Rate {
  const first = `${month}-01`;
  const days = daysBetween(first, addMonths(first, 1));
  return { numerator: minutes * 7 * oneWte, denominator: Math.round(weeklyHours * 60 * days) };
}
