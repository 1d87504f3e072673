import type { TrainingAttainment, TrainingCoursePerson } from '#contract';
import type { Context } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import type { TrainingPerson } from './calculations/people.ts';
import { inDateOn, lastDay, standingOf } from './calculations/standing.ts';
import { noCourse } from './entries.ts';
import { hasPassed, type TrainingFacts } from './facts.ts';
import { courseListing } from './parse/competences.ts';
import { resultsOf } from './hand-repository.ts';
import { bookingsOfTrust, sessionsOf } from './session-repository.ts';
import { shownUntil, stateOf } from './shown.ts';
import { isAtScreen } from './standings-repository.ts';

type Which = 'counted' | 'in_date' | 'missing' | 'lapsing' | 'attended' | 'bank' | 'new_starters';

/** The people behind a figure of one course, by name. */
export function peopleBehind(
  { database, today }: Pick<Context, 'database' | 'today'>,
  trustId: number,
  facts: TrainingFacts,
  asked: { course: string; group?: string | undefined; unit?: string | undefined; which: Which },
): TrainingCoursePerson[] {
  const { course, which } = asked;
  const groups = facts.rules.courses.find(({ key }) => key === course)?.groups ?? [];
  const seats = seatsOf(database, trustId, course, today());
  const isAsked = (person: TrainingPerson): boolean => {
    if (!groups.includes(person.group) || (asked.group !== undefined && person.group !== asked.group)) return false;
    if (asked.unit !== undefined && (person.unit ?? '') !== asked.unit) return false;
    if (person.bankOnly) return which === 'bank';
    const standing = standingOf(facts.standings, course, person.person);
    const isIn = inDateOn(standing, facts.census);
    switch (which) {
      case 'counted':
        return true;
      case 'in_date':
        return isIn;
      case 'missing':
        return !isIn;
      case 'lapsing':
        return isIn && !inDateOn(standing, facts.window.last);
      case 'attended':
        return standing.attended;
      case 'new_starters':
        return person.start >= facts.window.first;
      case 'bank':
        return false;
    }
  };
  return facts.people.counted
    .filter(isAsked)
    .map(({ person, name, group, unit, start, bankOnly }) => {
      const standing = standingOf(facts.standings, course, person);
      const { achieved, attended } = standing;
      const [until, state] = [shownUntil(standing), stateOf(standing, facts)];
      const booked = seats.get(person) ?? null;
      return { person, name, group, unit, started: start, bankOnly, achieved, until, attended, state, booked };
    })
    .sort((one, other) => compareText(one.name ?? one.person, other.name ?? other.person));
}

export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The next seat, or place on a waiting list, that each person holds for a course. */
function seatsOf(database: Database, trustId: number, course: string, today: string) {
  const seats = new Map<string, { session: number; date: string; waiting: boolean }>();
  const bookings = bookingsOfTrust(database, trustId);
  for (const { id, date, state, courses } of sessionsOf(database, trustId)) {
    if (state !== 'planned' || date < today || !courses.includes(course)) continue;
    for (const booking of bookings) {
      if (booking.sessionId !== id || (booking.state !== 'booked' && booking.state !== 'waiting')) continue;
      const known = seats.get(booking.person);
      if (known === undefined || (known.waiting && booking.state === 'booked'))
        seats.set(booking.person, { session: id, date, waiting: booking.state === 'waiting' });
    }
  }
  return seats;
}

/** All that says that somebody has done a course, the newest first, with what of it counts and why the rest does not. */
export function attainmentsOf(
  { database }: Pick<Context, 'database'>,
  trustId: number,
  person: string,
  facts: TrainingFacts,
): TrainingAttainment[] {
  const { rules, fileDay } = facts;
  const byKey = new Map(rules.courses.map((course) => [course.key, course]));
  const listing = courseListing(rules);
  const results = resultsOf(database, trustId).filter((one) => one.person === person);
  const saidByHand = new Map(results.map((one) => [`${one.course} ${one.achieved}`, one]));
  const atScreen = 'Learnt at a screen alone: this course asks for a day face to face.';
  const found: TrainingAttainment[] = rowsOf(database, trustId, person, fileDay).flatMap((row) => {
    const course = byKey.get(listing(row.competence) ?? row.course);
    if (course === undefined) return [];
    const mode = isAtScreen(row.competence, rules.eLearningWords) ? 'e_learning' : 'face_to_face';
    const hand = saidByHand.get(`${course.key} ${row.achieved}`);
    const why =
      row.achieved === null
        ? 'Not achieved yet.'
        : hand !== undefined
          ? hand.counts === 1
            ? 'An entry by hand of the same day is taken instead.'
            : `Left out by hand${hand.note ? `: ${hand.note}` : '.'}`
          : mode === 'e_learning' && course.mode === 'face_to_face'
            ? atScreen
            : null;
    const printed = row.expiry ?? (row.course === noCourse ? null : '9999-12-31');
    const until = row.achieved === null ? null : lastDay(course, row.achieved, printed);
    const { fileName, sheet, row: number, competence, columns, achieved } = row;
    const shown = until === '9999-12-31' ? null : until;
    return [
      {
        course: course.key,
        achieved,
        until: shown,
        mode,
        counts: why === null,
        why,
        evidence: { kind: 'file', fileName, sheet, row: number, competence, columns },
      },
    ];
  });
  for (const { id, course: key, achieved, expiry, mode, counts, place, certificate, note } of results) {
    const course = byKey.get(key);
    if (course === undefined) continue;
    const why =
      counts === 0
        ? 'Says that what a file has of this day is not to count.'
        : mode === 'e_learning' && course.mode === 'face_to_face'
          ? atScreen
          : null;
    const until = lastDay(course, achieved, expiry);
    const evidence = { kind: 'by_hand' as const, id, place, certificate, note };
    found.push({ course: key, achieved, until, mode, counts: why === null, why, evidence });
  }
  const sessions = new Map(sessionsOf(database, trustId).map((session) => [session.id, session]));
  for (const booking of bookingsOfTrust(database, trustId)) {
    const session = sessions.get(booking.sessionId);
    if (booking.person !== person || booking.state !== 'attended' || session === undefined) continue;
    for (const key of session.courses) {
      const course = byKey.get(key);
      if (course === undefined) continue;
      const passed = session.state !== 'cancelled' && hasPassed(booking, course);
      const evidence = { kind: 'session' as const, session: session.id, certificate: booking.certificate };
      found.push({
        course: key,
        achieved: session.date,
        until: lastDay(course, session.date, null),
        mode: 'face_to_face',
        counts: passed,
        why: passed ? null : 'The assessment was not passed.',
        evidence,
      });
    }
  }
  return found.sort((one, other) => compareText(other.achieved ?? '', one.achieved ?? ''));
}

interface FileRow {
  readonly course: string;
  readonly competence: string;
  readonly columns: string | null;
  readonly achieved: string | null;
  readonly expiry: string | null;
  readonly row: number;
  readonly fileName: string;
  readonly sheet: string;
}

function rowsOf({ sqlite }: Database, trustId: number, person: string, day: string | null): FileRow[] {
  return sqlite
    .prepare(
      `SELECT t.course, t.competence, t.columns, t.achieved, t.expiry, t.row, batch.file_name AS fileName, batch.sheet
       FROM training_record t JOIN batch ON batch.id = t.batch_id
       WHERE t.trust_id = ? AND t.date = ? AND t.person = ? ORDER BY t.row`,
    )
    .all(trustId, day, person) as FileRow[];
}
