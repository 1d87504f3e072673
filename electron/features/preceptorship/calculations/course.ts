import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import { addDays, addMonths, daysBetween } from '../../../core/dates.ts';
import { moved, type Pause } from './pauses.ts';

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
  /** In order, no two of which share a day. */
  readonly pauses: readonly Pause[];
  /** The extension that counts: its new end, and the pauses that nobody knew of when it was agreed, which move it. */
  readonly extension: { readonly until: string; readonly movedBy: readonly Pause[] } | null;
  readonly completed: string | null;
  readonly left: string | null;
  readonly preceptor: string | null;
  /** When the first preceptor was named; null where nobody says. */
  readonly preceptorNamedOn: string | null;
  /** Last day of the preceptor on the register, once it has gone by: another one is to be named. */
  readonly preceptorLeft: string | null;
  /** Day on which a step was done, by its key. */
  readonly held: Readonly<Record<string, string | undefined>>;
  /** Day for which a step that was not done yet is planned, by its key. */
  readonly planned: Readonly<Record<string, string | undefined>>;
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

/** The end that an extension names, moved by the pauses that nobody knew of; null under an open pause. */
export function extendedEnd(
  { until, movedBy }: NonNullable<Course['extension']>,
  pauses: readonly Pause[],
): string | null {
  const day = moved(until, movedBy);
  return day !== null && pauses.some((pause) => pause.until === null && pause.from <= day) ? null : day;
}

/** Whether a pause that began after a step was moved by hand, and before its new day, is still open. */
export function isStopped(answer: StepAnswer | undefined, pauses: readonly Pause[]): boolean {
  const [day, on] = [answer?.movedTo ?? null, answer?.on ?? ''];
  return day !== null && pauses.some(({ from, until }) => until === null && from > on && from <= day);
}

/** Days chosen by hand, by their steps, as they are once the pauses are others: what began after it was chosen moves it. */
export function answersMoved(
  { answers, held, pauses }: Pick<Course, 'answers' | 'held' | 'pauses'>,
  after: readonly Pause[],
): { readonly step: string; readonly answer: StepAnswer }[] {
  return Object.entries(answers).flatMap(([step, answer]) => {
    if (answer?.movedTo == null || held[step] !== undefined) return [];
    const { movedTo, on } = answer;
    const days = (some: readonly Pause[]) =>
      some
        .filter(({ from }) => from > on && from <= movedTo)
        .reduce((sum, { from, until }) => sum + (until === null ? 0 : daysBetween(from, until)), 0);
    const more = days(after) - days(pauses);
    return more === 0 ? [] : [{ step, answer: { ...answer, movedTo: addDays(movedTo, more) } }];
  });
}

/** The way of somebody whose preceptor has left the register: what was answered before is not about the next one. */
export function withoutPreceptor(course: Course, left: string | undefined): Course {
  if (left === undefined) return course;
  const { preceptor, ...others } = course.answers;
  const answers = preceptor !== undefined && preceptor.on > left ? course.answers : others;
  return { ...course, preceptorLeft: left, answers };
}

/** What is dated after today has not happened yet. */
export function happened(day: string | null | undefined, today: string): string | null {
  return day != null && day <= today ? day : null;
}
