import { addDays, addMonths, daysBetween } from '../../../core/dates.ts';
import type { PreceptorshipRules } from '../../../contract/preceptorship-rules.ts';
import type { MeetingKey, PrecepteeEntry } from '../entries.ts';

export type MilestoneStatus =
  | 'done'
  | 'done_late'
  | 'overdue'
  | 'due_soon'
  | 'upcoming'
  | 'paused'
  | 'not_held'
  | 'closed_by_sign_off';

/** Something that is due by a day of the programme. */
export interface Milestone {
  /** Null while an open pause keeps it from falling due. */
  readonly due: string | null;
  readonly status: MilestoneStatus;
}

export interface Milestones {
  readonly preceptor: Milestone;
  readonly meetings: readonly (Milestone & { readonly key: MeetingKey })[];
}

/**
 * The milestones of a preceptee as on a day (D27). What is dated after that day has not happened yet. A preceptor who is
 * named without a date counts as named in time only while the time is not over.
 */
export function milestonesOf(entry: PrecepteeEntry, rules: PreceptorshipRules, today: string): Milestones {
  const signedOff = happened(entry.signedOff, today);
  const statusOf = (due: Due, held: string | null): MilestoneStatus => {
    if (held !== null) return due.day === null || held <= due.day ? 'done' : 'done_late';
    if (signedOff !== null) return due.day === null || due.day > signedOff ? 'closed_by_sign_off' : 'not_held';
    if (due.day === null) return 'paused';
    const days = daysBetween(today, due.day);
    if (days < 0) return 'overdue';
    return days <= rules.dueSoonDays ? 'due_soon' : 'upcoming';
  };
  const last = rules.milestones.length - 1;
  const meetings = rules.milestones.map((milestone, at) => {
    const key = milestone.key as MeetingKey;
    const planned =
      'days' in milestone ? addDays(entry.start, milestone.days) : addMonths(entry.start, milestone.months);
    const due = at === last && entry.extendedTo !== null ? extended(entry, entry.extendedTo) : moved(entry, planned);
    const held = happened(entry.meetings[key] ?? null, today) ?? (at === last ? signedOff : null);
    return { key, due: due.day, status: statusOf(due, held) };
  });
  const due = moved(entry, addDays(entry.start, rules.preceptorWithinDays));
  const isNamed = entry.preceptor !== null && entry.preceptorNamedOn === null;
  const status = isNamed ? namedWithoutDate(due, today) : statusOf(due, happened(entry.preceptorNamedOn, today));
  return { preceptor: { due: due.day, status }, meetings };
}

interface Due {
  readonly day: string | null;
}

/** A pause moves what is due on or after its start by its days; while it is open nobody knows by how many. */
function moved({ pauseStart, pauseEnd }: PrecepteeEntry, planned: string): Due {
  if (pauseStart === null || planned < pauseStart) return { day: planned };
  return { day: pauseEnd === null ? null : addDays(planned, daysBetween(pauseStart, pauseEnd)) };
}

/** An extension names the day itself, so that a pause does not move it; an open pause takes it away too. */
function extended({ pauseStart, pauseEnd }: PrecepteeEntry, extendedTo: string): Due {
  const isOpen = pauseStart !== null && pauseEnd === null;
  return { day: isOpen && extendedTo >= pauseStart ? null : extendedTo };
}

function happened(date: string | null, today: string): string | null {
  return date !== null && date <= today ? date : null;
}

function namedWithoutDate({ day }: Due, today: string): MilestoneStatus {
  return day === null || day >= today ? 'done' : 'done_late';
}
