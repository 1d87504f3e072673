import type { BackfillLine, ExportTable, TrainingSession, TrainingSessionShown } from '#contract';
import { clockOf } from './words.ts';

/** Sessions with their seats, without names. */
export function sessionsExport(sessions: readonly TrainingSession[], trust: string): ExportTable {
  return {
    title: `Training sessions of ${trust}`.slice(0, 200),
    subtitle: `${sessions.length} sessions`,
    columns: [
      { heading: 'Date', kind: 'date' },
      { heading: 'From', kind: 'text' },
      { heading: 'To', kind: 'text' },
      { heading: 'Course', kind: 'text' },
      { heading: 'Room', kind: 'text' },
      { heading: 'Faculty', kind: 'text' },
      { heading: 'Seats', kind: 'count' },
      { heading: 'Booked', kind: 'count' },
      { heading: 'Waiting', kind: 'count' },
      { heading: 'Attended', kind: 'count' },
      { heading: 'Did not attend', kind: 'count' },
      { heading: 'State', kind: 'text' },
    ],
    rows: sessions.map((one) => ({
      kind: 'row' as const,
      values: [
        one.date,
        clockOf(one.start),
        clockOf(one.end),
        one.courseNames.join(' and '),
        one.room,
        one.faculty,
        one.capacity,
        one.booked,
        one.waiting,
        one.attended,
        one.didNotAttend,
        one.state,
      ],
    })),
    definitions: [{ term: 'Booked', meaning: 'seats of people who are still to come' }],
  };
}

/** Duties to fill while people train, as a request for the bank office. */
export function backfillExport({ session, backfill }: TrainingSessionShown, trust: string): ExportTable {
  return {
    title: `Backfill for ${session.courseNames.join(' and ')} on ${session.date}`.slice(0, 200),
    subtitle: `${trust}: duties of people who train`,
    columns: [
      { heading: 'Date', kind: 'date' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      { heading: 'Shift', kind: 'text' },
      { heading: 'From', kind: 'text' },
      { heading: 'To', kind: 'text' },
      { heading: 'Hours', kind: 'minutes' },
      { heading: 'In place of', kind: 'text' },
      { heading: 'Why', kind: 'text' },
    ],
    rows: backfill.map((line: BackfillLine) => ({
      kind: 'row' as const,
      values: [
        line.date,
        line.unit,
        line.band,
        line.shift,
        clockOf(line.start),
        clockOf(line.end),
        line.minutes,
        line.name ?? line.person,
        line.why,
      ],
    })),
    definitions: [
      { term: 'Hours', meaning: 'planned hours of the duty, its break taken off' },
      {
        term: 'Why',
        meaning:
          'the duty is on the day of training, or the night before or after it leaves less than 11 hours of rest',
      },
    ],
  };
}
