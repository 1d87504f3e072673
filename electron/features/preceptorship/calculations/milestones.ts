import type { PreceptorshipProgramme, PreceptorshipRules } from '../../../contract/preceptorship-rules.ts';
import { addDays, daysBetween } from '../../../core/dates.ts';
import { type Course, extendedEnd, happened, isStopped, plannedDay } from './course.ts';
import { moved, pausesFrom } from './pauses.ts';

export type MilestoneStatus =
  | 'done'
  | 'done_late'
  | 'overdue'
  | 'due_soon'
  | 'upcoming'
  | 'paused'
  | 'not_held'
  | 'closed_by_sign_off'
  | 'closed_by_leaving'
  | 'not_applicable';

/** Something that is due by a day of the programme. */
export interface Milestone {
  /** Null while an open pause keeps it from falling due. */
  readonly due: string | null;
  readonly status: MilestoneStatus;
}

export interface NamedMilestone extends Milestone {
  readonly key: string;
  readonly name: string;
  readonly held: string | null;
  /** The day to which it was moved by hand, which decides whether it is overdue. */
  readonly movedTo: string | null;
}

export interface Milestones {
  readonly preceptor: Milestone & { readonly movedTo: string | null };
  /** The meetings, the last of which completes the programme. */
  readonly meetings: readonly NamedMilestone[];
  /** Steps of the route beside the meetings. */
  readonly steps: readonly NamedMilestone[];
}

type Rules = PreceptorshipRules & Partial<Pick<PreceptorshipProgramme, 'steps'>>;

/**
 * The milestones of a preceptee as on a day (D27), counted from `clock`. What is dated after that day has not happened
 * yet. A preceptor who is named without a date counts as named in time only while the time is not over.
 */
export function milestonesOf(course: Course, clock: string, rules: Rules, today: string): Milestones {
  const { pauses } = course;
  const [completed, left] = [happened(course.completed, today), happened(course.left, today)];
  const closed = completed !== null && (left === null || completed <= left) ? completed : left;
  const statusOf = (key: string, due: string | null, held: string | null): MilestoneStatus => {
    if (held !== null) return due === null || held <= due ? 'done' : 'done_late';
    const answer = course.answers[key];
    if (answer !== undefined && answer.movedTo === null) return 'not_applicable';
    if (closed !== null) {
      if (due !== null && due <= closed) return 'not_held';
      return closed === completed ? 'closed_by_sign_off' : 'closed_by_leaving';
    }
    if (due === null || isStopped(answer, pauses)) return 'paused';
    // Who is to leave before has nothing to do then.
    if (course.left !== null && (answer?.movedTo ?? due) > course.left) return 'closed_by_leaving';
    const days = daysBetween(today, answer?.movedTo ?? due);
    if (days < 0) return 'overdue';
    return days <= rules.dueSoonDays ? 'due_soon' : 'upcoming';
  };
  const movedTo = (key: string) => course.answers[key]?.movedTo ?? null;
  const stepOf = (step: Rules['milestones'][number], last: boolean): NamedMilestone => {
    const { key, name } = step;
    const held = happened(course.held[key], today) ?? (last ? completed : null);
    const due =
      last && course.extension !== null
        ? extendedEnd(course.extension, pauses)
        : moved(plannedDay(clock, step), pauses, held);
    return { key, name, due, held, movedTo: movedTo(key), status: statusOf(key, due, held) };
  };
  const { preceptorLeft: gone } = course;
  const { from, stops, named, isUndated } =
    gone === null
      ? {
          from: clock,
          stops: pauses,
          named: happened(course.preceptorNamedOn, today),
          isUndated: course.preceptor !== null && course.preceptorNamedOn === null,
        }
      : { from: gone, stops: pausesFrom(gone, pauses), named: null, isUndated: false };
  const due = moved(addDays(from, rules.preceptorWithinDays), stops, named);
  const status = isUndated ? namedWithoutDate(due, today) : statusOf('preceptor', due, named);
  return {
    preceptor: { due, status, movedTo: movedTo('preceptor') },
    meetings: rules.milestones.map((step, at) => stepOf(step, at === rules.milestones.length - 1)),
    steps: (rules.steps ?? []).map((step) => stepOf(step, false)),
  };
}

function namedWithoutDate(due: string | null, today: string): MilestoneStatus {
  return due === null || due >= today ? 'done' : 'done_late';
}
