import type { BackfillLine, TrainingClash } from '#contract';
import { addDays, dateInWords } from '../../../core/dates.ts';
import type { DutyEntry, UnavailabilityEntry } from '../../rosters/entries.ts';
import type { AbsenceEntry } from '../../staff/entries.ts';

/** A day of training; times are minutes after midnight. */
export interface TrainingDay {
  readonly id: number;
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** What is known of somebody around a day. */
export interface PersonAround {
  readonly duties: readonly DutyEntry[];
  readonly away: readonly UnavailabilityEntry[];
  readonly absences: readonly AbsenceEntry[];
  /** Other sessions with a seat of this person. */
  readonly sessions: readonly (TrainingDay & { readonly name: string })[];
}

/** Rest between a night and a day of training, by the rule of eleven hours in each twenty-four. */
const restMinutes = 11 * 60;
const day = 1440;

const clock = (minutes: number): string => {
  const within = ((minutes % day) + day) % day;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

type Placed = DutyEntry & { readonly from: number; readonly to: number };

/** Duties that are worked, with their times counted from midnight of the day of training. */
function placed(duties: readonly DutyEntry[], date: string): Placed[] {
  return duties.flatMap((duty) => {
    const [start, end] = [duty.plannedStart ?? duty.actualStart, duty.plannedEnd ?? duty.actualEnd];
    if (start === null || end === null || duty.status === 'cancelled' || duty.status === 'unfilled') return [];
    const shift = duty.date === date ? 0 : duty.date < date ? -day : day;
    return [{ ...duty, from: start + shift, to: end + shift }];
  });
}

/** Duties that somebody cannot work, or not rested, who trains that day, with what kind of clash each is. */
function dutyClashes(session: TrainingDay, duties: readonly DutyEntry[]) {
  return placed(duties, session.date).flatMap((duty): { duty: Placed; kind: TrainingClash['kind'] }[] => {
    if (duty.from < session.end && duty.to > session.start)
      return [{ duty, kind: duty.from < 0 ? 'night_before' : 'duty' }];
    if (duty.night === 1 && duty.to <= session.start && duty.to > session.start - restMinutes)
      return [{ duty, kind: 'night_before' }];
    if (duty.night === 1 && duty.from >= session.end && duty.from < session.end + restMinutes)
      return [{ duty, kind: 'night_after' }];
    return [];
  });
}

/** All that stands against somebody's day of training: roster, nights around it, leave, absence and other sessions. */
export function clashesOf(session: TrainingDay, { duties, away, absences, sessions }: PersonAround): TrainingClash[] {
  const found: TrainingClash[] = dutyClashes(session, duties).map(({ duty, kind }) => {
    const times = `${clock(duty.from)} to ${clock(duty.to)}, ${duty.unit}`;
    if (kind === 'duty') return { kind, message: `On duty ${times}.` };
    return {
      kind,
      message: kind === 'night_before' ? `On the night before, ${times}.` : `On the night after, ${times}.`,
    };
  });
  for (const { group, reason, date } of away) {
    if (date !== session.date || group === 'Study Leave') continue;
    found.push({ kind: 'leave', message: `${group}${reason ? ` (${reason})` : ''} on the roster.` });
  }
  for (const { type, start, end } of absences) {
    if (start > session.date || (end !== null && end < session.date)) continue;
    const words = (type ?? 'absence').replace(/_/g, ' ');
    found.push({
      kind: 'absence',
      message: `Absent: ${words} since ${dateInWords(start)}${end ? ` until ${dateInWords(end)}` : ''}.`,
    });
  }
  for (const other of sessions) {
    if (other.id === session.id || other.date !== session.date) continue;
    if (other.start < session.end && other.end > session.start)
      found.push({ kind: 'other_session', message: `Has a seat on ${other.name} at the same time.` });
  }
  return found;
}

const whys = {
  duty: 'the duty is on the day',
  night_before: 'no rest after the night',
  night_after: 'no rest before the night',
} as const;

/** Duties that somebody else has to work so that a person can train. */
export function backfillOf(
  session: TrainingDay,
  person: string,
  name: string | null,
  duties: readonly DutyEntry[],
): BackfillLine[] {
  return dutyClashes(session, duties).flatMap(({ duty, kind }) => {
    if (kind !== 'duty' && kind !== 'night_before' && kind !== 'night_after') return [];
    const { date, unit, band, shift, plannedMinutes, actualMinutes } = duty;
    const [start, end] = [duty.plannedStart ?? duty.actualStart, duty.plannedEnd ?? duty.actualEnd];
    return [
      {
        date,
        unit,
        band,
        shift,
        start,
        end,
        minutes: plannedMinutes ?? actualMinutes ?? 0,
        person,
        name,
        why: whys[kind],
      },
    ];
  });
}

/** The days whose duties can touch a day of training. */
export const daysAround = (date: string) => ({ first: addDays(date, -1), last: addDays(date, 1) });
