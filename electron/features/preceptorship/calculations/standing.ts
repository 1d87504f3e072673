import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import { addMonths, dateInWords } from '../../../core/dates.ts';
import { clockOf, type Course, happened, plannedEnd } from './course.ts';
import { type Milestones, milestonesOf } from './milestones.ts';
import { moved, pauseOn, pausesFrom } from './pauses.ts';

export type PrecepteeState = 'not_started' | 'in_programme' | 'paused' | 'extended' | 'signed_off' | 'left';

/** How sure the end is: settled by a sign-off or leaving, on track, at risk, or unknown while a pause is open. */
export type EndCertainty = 'settled' | 'on_track' | 'at_risk' | 'unknown';

/** Where a preceptee is on the way through a programme as on a day. */
export interface Standing extends Milestones {
  readonly clock: string;
  readonly state: PrecepteeState;
  /** End by the programme alone, and after pauses and extension; null while a pause is open. */
  readonly plannedEnd: string;
  readonly adjustedEnd: string | null;
  /** The day of the sign-off, or of leaving without one. */
  readonly ended: string | null;
  readonly signOffFrom: string | null;
  /** Last day that the longest programme allows; null while a pause is open. */
  readonly limit: string | null;
  readonly pastLimit: boolean;
  /** The day until which the first year's hospital rule goes; null where there is none, or a pause is open. */
  readonly hospitalUntil: string | null;
  /** Whether a leaver left during the programme, within the months after that the pack counts, or later. */
  readonly leftWhen: 'during' | 'after' | 'later' | null;
}

export function standingOf(course: Course, programme: PreceptorshipProgramme, today: string): Standing {
  const clock = clockOf(course, programme.clock);
  // A clock that has not begun cannot be stopped.
  const pauses = clock > course.start ? pausesFrom(clock, course.pauses) : course.pauses;
  const milestones = milestonesOf({ ...course, pauses }, clock, programme, today);
  const adjusted = milestones.meetings[milestones.meetings.length - 1]?.due ?? null;
  const limit = moved(addMonths(clock, programme.longestMonths), pauses);
  const completed = happened(course.completed, today);
  const left = happened(course.left, today);
  return {
    ...milestones,
    clock,
    state: stateOf(course, clock, today),
    plannedEnd: plannedEnd(clock, programme),
    adjustedEnd: adjusted,
    ended: completed ?? left,
    signOffFrom: moved(addMonths(clock, programme.signOffFromMonths), pauses),
    limit,
    pastLimit: limit !== null && adjusted !== null && course.extension !== null && adjusted > limit,
    hospitalUntil: programme.hospitalMonths === 0 ? null : moved(addMonths(clock, programme.hospitalMonths), pauses),
    leftWhen: left === null ? null : leftWhen(left, completed, adjusted, programme),
  };
}

function stateOf(course: Course, clock: string, today: string): PrecepteeState {
  if (happened(course.left, today) !== null) return 'left';
  if (happened(course.completed, today) !== null) return 'signed_off';
  if (pauseOn(course.pauses, today) !== undefined) return 'paused';
  if (clock > today) return 'not_started';
  return course.extension === null ? 'in_programme' : 'extended';
}

function leftWhen(
  left: string,
  completed: string | null,
  end: string | null,
  { leaverMonths }: PreceptorshipProgramme,
): 'during' | 'after' | 'later' {
  const ended = completed ?? end;
  if (ended === null || left < ended) return 'during';
  return left <= addMonths(ended, leaverMonths) ? 'after' : 'later';
}

/** How sure the end is, and why, in words. */
export function certaintyOf(
  standing: Standing,
  behindFrom: string | null,
  today: string,
): { sure: EndCertainty; because: string[] } {
  const { state, meetings, steps, preceptor, pastLimit, adjustedEnd } = standing;
  if (state === 'signed_off') return { sure: 'settled', because: ['signed off'] };
  if (state === 'left') return { sure: 'settled', because: ['left'] };
  const because = [...meetings, ...steps]
    .filter(({ status }) => status === 'overdue')
    .map(({ name, due }) => `${name} overdue since ${dateInWords(due ?? today)}`);
  if (preceptor.status === 'overdue') because.unshift('no preceptor named');
  if (behindFrom !== null && behindFrom <= today) because.push('supernumerary hours behind');
  if (pastLimit) because.push('past the longest programme');
  const last = meetings[meetings.length - 1];
  if (adjustedEnd !== null && adjustedEnd < today && last?.status !== 'overdue')
    because.push(`neither signed off nor extended since ${dateInWords(adjustedEnd)}`);
  if (adjustedEnd === null) return { sure: 'unknown', because: ['paused without a day of return', ...because] };
  return because.length > 0 ? { sure: 'at_risk', because } : { sure: 'on_track', because: ['nothing is overdue'] };
}
