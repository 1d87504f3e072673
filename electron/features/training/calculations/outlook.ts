import type { TrainingCourse, TrainingRules } from '../../../contract/training-rules.ts';
import { addDays } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { reaches } from './compliance.ts';
import { lastDay } from './standing.ts';

/** Somebody who is or will be counted for a course. Dates are 'YYYY-MM-DD'. */
export interface Member {
  /** Null for somebody who is to start and has no name yet. */
  readonly person: string | null;
  /** First day on which the person is counted. */
  readonly from: string;
  /** First day on which the person is counted no more; null for somebody who stays. */
  readonly to: string | null;
  /** The last day of what the person has; null without anything. */
  readonly until: string | null;
  /** Days of sessions with a seat for the course. */
  readonly booked: readonly string[];
}

type Lasting = Pick<TrainingCourse, 'expires' | 'validityMonths'>;

export interface OutlookPoint {
  readonly day: string;
  readonly rate: Rate;
  readonly meets: boolean | null;
}

export interface Outlook {
  /** The days on which something changes, from the first day on. */
  readonly points: readonly OutlookPoint[];
  readonly now: Rate;
  /** The first day from which on the threshold is reached; null where it is not by the last day looked at. */
  readonly reachedOn: string | null;
  readonly atEnd: Rate;
  readonly holdsAtEnd: boolean | null;
  /** The day on which it falls below the threshold again after it was reached, before the scheme's date; null where it does not. */
  readonly lostOn: string | null;
}

/** True where somebody is counted on a day. */
export const isCounted = ({ from, to }: Member, day: string): boolean => from <= day && (to === null || to > day);

/** True where somebody is in date on a day by what is there and by the seats that are booked, taken as attended. */
export function willBeInDate({ until, booked }: Member, course: Lasting, day: string): boolean {
  if (until !== null && until >= day) return true;
  return booked.some((date) => date <= day && lastDay(course, date, null) >= day);
}

/** Heads in date over heads counted on a day. */
export function rateOn(members: readonly Member[], course: Lasting, day: string): Rate {
  const counted = members.filter((member) => isCounted(member, day));
  return {
    numerator: counted.filter((member) => willBeInDate(member, course, day)).length,
    denominator: counted.length,
  };
}

/** How one group gets on in one course from a day to a last one: each day on which somebody lapses, trains, comes or goes. */
export function outlookOf(
  members: readonly Member[],
  course: Lasting,
  { first, end, last }: { readonly first: string; readonly end: string; readonly last: string },
  threshold: TrainingRules['threshold'],
): Outlook {
  const days = new Set([first, end]);
  const note = (day: string | null) => day !== null && day > first && day <= last && days.add(day);
  for (const { from, to, until, booked } of members) {
    note(from);
    note(to);
    if (until !== null && until < last) note(addDays(until, 1));
    for (const date of booked) {
      note(date);
      const lapse = lastDay(course, date, null);
      if (lapse < last) note(addDays(lapse, 1));
    }
  }
  const points = [...days].sort().map((day): OutlookPoint => {
    const rate = rateOn(members, course, day);
    return { day, rate, meets: reaches(rate, threshold) };
  });
  const reached = points.find(({ meets }) => meets === true);
  const lost = reached && points.find(({ day, meets }) => day > reached.day && day <= end && meets === false);
  const atEnd = rateOn(members, course, end);
  return {
    points,
    now: rateOn(members, course, first),
    reachedOn: reached?.day ?? null,
    atEnd,
    holdsAtEnd: reaches(atEnd, threshold),
    lostOn: lost?.day ?? null,
  };
}
