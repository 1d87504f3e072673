import type { TrainingCourse } from '../../../contract/training-rules.ts';
import { addMonths, type DatePeriod } from '../../../core/dates.ts';

/** A course that somebody did. Dates are 'YYYY-MM-DD'. */
export interface Attainment {
  readonly course: string;
  readonly person: string;
  readonly achieved: string;
  /** Last day that counts as printed; null where only the course says how long it lasts. */
  readonly expiry: string | null;
  readonly mode: 'face_to_face' | 'e_learning';
}

/** What one person has of one course on a census. */
export interface Standing {
  /** The newest achievement by the census that counts; null without one. */
  readonly achieved: string | null;
  /** The last day that it counts; null without an achievement. */
  readonly until: string | null;
  /** Attended within the months of the scheme. */
  readonly attended: boolean;
  /** Learnt at a screen, on a course that asks for a day face to face: it does not count. */
  readonly atScreen: boolean;
}

/** By course, then by person. */
export type Standings = Map<string, Map<string, Standing>>;

export const nothing: Standing = { achieved: null, until: null, attended: false, atScreen: false };

/** The last day that an achievement counts, by the course's way to lapse. */
export function lastDay(
  { expires, validityMonths }: Pick<TrainingCourse, 'expires' | 'validityMonths'>,
  achieved: string,
  expiry: string | null,
): string {
  return expires === 'completion' || expiry === null ? addMonths(achieved, validityMonths) : expiry;
}

/** What somebody has after one more achievement; those after the census count for the months of the scheme alone. */
export function withAttainment(
  before: Standing,
  course: Pick<TrainingCourse, 'mode' | 'expires' | 'validityMonths'>,
  { achieved, expiry, mode }: Pick<Attainment, 'achieved' | 'expiry' | 'mode'>,
  census: string,
  window: DatePeriod,
): Standing {
  if (course.mode === 'face_to_face' && mode === 'e_learning') return { ...before, atScreen: true };
  const attended = before.attended || (achieved >= window.first && achieved <= window.last);
  if (achieved > census) return { ...before, attended };
  const until = lastDay(course, achieved, expiry);
  return {
    ...before,
    attended,
    achieved: before.achieved === null || achieved > before.achieved ? achieved : before.achieved,
    until: before.until === null || until > before.until ? until : before.until,
  };
}

/** What a person has of a course. */
export const standingOf = (standings: Standings, course: string, person: string): Standing =>
  standings.get(course)?.get(person) ?? nothing;

/** In date on a day: the last day itself counts. */
export const inDateOn = ({ until }: Pick<Standing, 'until'>, day: string): boolean => until !== null && until >= day;
