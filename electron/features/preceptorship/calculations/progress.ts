import type { PreceptorshipRules } from '../../../contract/preceptorship-rules.ts';
import { addDays, addMonths, daysBetween } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import type { MeetingKey, PrecepteeEntry } from '../entries.ts';
import type { Course } from './course.ts';
import { type Milestone, type Milestones, type MilestoneStatus, milestonesOf } from './milestones.ts';

export type ProgrammeState = 'signed_off' | 'paused' | 'extended' | 'in_programme';

/** How a preceptee stands on a day (D27). */
export interface Progress<Entry extends PrecepteeEntry = PrecepteeEntry> {
  readonly entry: Entry;
  readonly preceptor: Milestone;
  readonly meetings: readonly (Milestone & { readonly key: MeetingKey })[];
  readonly state: ProgrammeState;
  readonly overdue: readonly MeetingKey[];
  readonly dueSoon: readonly MeetingKey[];
  /** Day of completion after pauses and extension; null while a pause is open. */
  readonly adjustedEnd: string | null;
  /** True where the extension goes past the longest programme, pauses left out. */
  readonly pastCap: boolean;
  /** Supernumerary minutes that are owed, as an exact fraction; null without a WTE. */
  readonly minutesRequired: Rate | null;
  /** Minutes still missing, never below 0; null without a WTE or without a column of hours. */
  readonly minutesShort: Rate | null;
}

/** What one row of a log says of the way through the programme. Its extension knows of its pause. */
function courseOfEntry(entry: PrecepteeEntry): Course {
  const { start, pinDate, pauseStart, pauseEnd, extendedTo, signedOff, preceptor, preceptorNamedOn, meetings } = entry;
  return {
    start,
    registered: pinDate,
    pauses: pauseStart === null ? [] : [{ from: pauseStart, until: pauseEnd }],
    extension: extendedTo === null ? null : { until: extendedTo, movedBy: [] },
    completed: signedOff,
    left: null,
    preceptor,
    preceptorNamedOn,
    preceptorLeft: null,
    held: meetings,
    planned: {},
    answers: {},
  };
}

export function progressOf<Entry extends PrecepteeEntry>(
  entry: Entry,
  rules: PreceptorshipRules,
  today: string,
): Progress<Entry> {
  const { preceptor, meetings }: Milestones = milestonesOf(courseOfEntry(entry), entry.start, rules, today);
  const keysOf = (wanted: MilestoneStatus) =>
    meetings.filter(({ status }) => status === wanted).map(({ key }) => key as MeetingKey);
  const minutesRequired = requiredMinutes(entry.wte, rules);
  return {
    entry,
    preceptor,
    meetings: meetings.map(({ key, due, status }) => ({ key: key as MeetingKey, due, status })),
    state: stateOf(entry, today),
    overdue: keysOf('overdue'),
    dueSoon: keysOf('due_soon'),
    adjustedEnd: meetings[meetings.length - 1]?.due ?? null,
    pastCap: isPastCap(entry, rules, today),
    minutesRequired,
    minutesShort: shortOf(minutesRequired, entry.supernumeraryMinutes),
  };
}
/** Pro rata: so many hours at 1.0 WTE. */
function requiredMinutes(wte: number | null, { supernumeraryHours }: PreceptorshipRules): Rate | null {
  return wte === null ? null : { numerator: wte * supernumeraryHours * 60, denominator: oneWte };
}

function shortOf(required: Rate | null, given: number | null): Rate | null {
  if (required === null || given === null) return null;
  const { numerator, denominator } = required;
  return { numerator: Math.max(0, numerator - given * denominator), denominator };
}

function stateOf({ signedOff, pauseStart, pauseEnd, extendedTo }: PrecepteeEntry, today: string): ProgrammeState {
  if (signedOff !== null && signedOff <= today) return 'signed_off';
  if (pauseStart !== null && pauseEnd === null) return 'paused';
  return extendedTo === null ? 'in_programme' : 'extended';
}

function isPastCap(entry: PrecepteeEntry, { longestMonths }: PreceptorshipRules, today: string): boolean {
  const { start, pauseStart, pauseEnd, extendedTo } = entry;
  if (extendedTo === null) return false;
  const paused = pauseStart === null ? 0 : Math.max(0, daysBetween(pauseStart, pauseEnd ?? today));
  return extendedTo > addDays(addMonths(start, longestMonths), paused);
}
