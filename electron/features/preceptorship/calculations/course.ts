import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import { addDays, addMonths, daysBetween } from '../../../core/dates.ts';
import type { Pause } from './pauses.ts';

/** A step that was answered other than by doing it. */
export interface StepAnswer {
  /** Null where it is not applicable. */
  readonly movedTo: string | null;
  readonly reason: string;
  readonly on: string;
}

/** What tells where a preceptee is on the way through a programme. Dates are civil dates; what has not happened is null. */
export interface Course {
  readonly start: string;
  readonly registered: string | null;
  /** In order and merged. */
  readonly pauses: readonly Pause[];
  /** The extension that counts: its new end, and when it was agreed; a pause that begins later moves it. */
  readonly extension: { readonly agreed: string; readonly until: string } | null;
  readonly completed: string | null;
  readonly left: string | null;
  readonly preceptor: string | null;
  /** When the first preceptor was named; null where nobody says. */
  readonly preceptorNamedOn: string | null;
  /** Day on which a step was done, by its key. */
  readonly held: Readonly<Record<string, string | undefined>>;
  readonly answers: Readonly<Record<string, StepAnswer | undefined>>;
}

type Step = PreceptorshipProgramme['milestones'][number];

/** The day from which a programme counts: the start, the registration, or the later one, as its pack says. */
export function clockOf(
  { start, registered }: Pick<Course, 'start' | 'registered'>,
  clock: PreceptorshipProgramme['clock'],
): string {
  if (clock === 'start' || registered === null) return start;
  return clock === 'registration' || registered > start ? registered : start;
}

/** The day on which a step falls due, pauses left out. */
export function plannedDay(clock: string, step: Step): string {
  return 'days' in step ? addDays(clock, step.days) : addMonths(clock, step.months);
}

/** The day on which a programme ends, pauses and extensions left out: that of its last meeting. */
export function plannedEnd(clock: string, { milestones }: Pick<PreceptorshipProgramme, 'milestones'>): string {
  const last = milestones[milestones.length - 1];
  return last === undefined ? clock : plannedDay(clock, last);
}

/** The end that an extension names, moved by the pauses that begin after it was agreed; null under an open pause. */
export function extendedEnd(
  { agreed, until }: NonNullable<Course['extension']>,
  pauses: readonly Pause[],
): string | null {
  let day = until;
  for (const pause of pauses) {
    if (day < pause.from) break;
    if (pause.until === null) return null;
    if (pause.from > agreed) day = addDays(day, daysBetween(pause.from, pause.until));
  }
  return day;
}

/** What is dated after today has not happened yet. */
export function happened(day: string | null | undefined, today: string): string | null {
  return day != null && day <= today ? day : null;
}
