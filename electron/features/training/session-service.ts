import { groupedBy } from '../../core/grouped.ts';
import type { TrainingSession, TrainingSessionShown } from '#contract';
import type { Context } from '../../context.ts';
import { dutiesOf, unavailabilityOf } from '../rosters/repository.ts';
import { absencesOf, type StoredAbsence } from '../staff/repository.ts';
import { backfillOf, clashesOf, daysAround, type PersonAround } from './calculations/clashes.ts';
import type { TrainingPerson } from './calculations/people.ts';
import { trainingFacts, type TrainingFacts } from './facts.ts';
import { bookingsOfTrust, sessionsOf, type StoredBooking, type StoredSession } from './session-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** All sessions of a trust with who is on them, and who people are. */
export interface SessionBook {
  readonly facts: TrainingFacts;
  readonly sessions: readonly StoredSession[];
  readonly bookings: ReadonlyMap<number, readonly StoredBooking[]>;
  readonly people: ReadonlyMap<string, TrainingPerson>;
}

export function sessionBook(
  world: World,
  trustId: number,
  facts: TrainingFacts = trainingFacts(world, trustId, undefined),
): SessionBook {
  const { counted, excluded } = facts.people;
  return {
    facts,
    sessions: sessionsOf(world.database, trustId),
    bookings: groupedBy(bookingsOfTrust(world.database, trustId), ({ sessionId }) => sessionId),
    people: new Map([...counted, ...excluded].map((person) => [person.person, person])),
  };
}

/** Seats that are taken: those of people who are to come, and who came or did not. */
export const holdsSeat = ({ state }: Pick<StoredBooking, 'state'>): boolean => state !== 'waiting';

export const nameOfSession = ({ courses }: Pick<StoredSession, 'courses'>, { rules }: TrainingFacts): string =>
  courses.map((key) => rules.courses.find((course) => course.key === key)?.name ?? key).join(' and ');

export function shownSession(session: StoredSession, { facts, bookings, people }: SessionBook): TrainingSession {
  const ofSession = bookings.get(session.id) ?? [];
  const seats = ofSession.filter(holdsSeat);
  const count = (state: StoredBooking['state']) => ofSession.filter((one) => one.state === state).length;
  const heldBy = (group: string) => seats.filter(({ person }) => people.get(person)?.group === group).length;
  return {
    ...session,
    courses: [...session.courses],
    mix: { ...session.mix },
    courseNames: session.courses.map((key) => facts.rules.courses.find((course) => course.key === key)?.name ?? key),
    booked: count('booked'),
    waiting: count('waiting'),
    attended: count('attended'),
    didNotAttend: count('did_not_attend'),
    free: Math.max(0, session.capacity - seats.length),
    groups: facts.rules.groups.flatMap(({ key, name }) => {
      const [held, meant] = [heldBy(key), session.mix[key] ?? 0];
      return held > 0 || meant > 0 ? [{ group: key, name, held, meant }] : [];
    }),
  };
}

/** What is known of people around a session: roster, leave, absence, other sessions. */
export function aroundSession(
  { database }: Pick<Context, 'database'>,
  trustId: number,
  session: StoredSession,
  book: SessionBook,
  absent: readonly StoredAbsence[] = absencesOf(database, trustId, { first: session.date, last: session.date }),
) {
  const period = daysAround(session.date);
  const duties = groupedBy(dutiesOf(database, trustId, period), ({ person }) => person);
  const away = groupedBy(unavailabilityOf(database, trustId, period), ({ person }) => person);
  const absences = groupedBy(absent, ({ person }) => person);
  const seats = new Map<string, PersonAround['sessions'][number][]>();
  for (const other of book.sessions) {
    if (other.date !== session.date || other.id === session.id || other.state === 'cancelled') continue;
    for (const { person, state } of book.bookings.get(other.id) ?? []) {
      if (state === 'waiting') continue;
      const { id, date, start, end } = other;
      seats.set(person, [
        ...(seats.get(person) ?? []),
        { id, date, start, end, name: nameOfSession(other, book.facts) },
      ]);
    }
  }
  return {
    rosterKnown: duties.size > 0,
    of: (person: string): PersonAround => ({
      duties: duties.get(person) ?? [],
      away: away.get(person) ?? [],
      absences: absences.get(person) ?? [],
      sessions: seats.get(person) ?? [],
    }),
  };
}

/** The same of several sessions by their ids, for which the absences are read once. */
export function aroundSessions(
  world: Pick<Context, 'database'>,
  trustId: number,
  sessions: readonly StoredSession[],
  book: SessionBook,
) {
  const days = sessions.map(({ date }) => date).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  const absences =
    first === undefined || last === undefined ? [] : absencesOf(world.database, trustId, { first, last });
  return new Map(
    sessions.map((session) => {
      const { date } = session;
      const ofDay = absences.filter(({ start, end }) => start <= date && (end === null || end >= date));
      return [session.id, { session, ...aroundSession(world, trustId, session, book, ofDay) }];
    }),
  );
}

/** A session with everybody on it, what clashes, and the duties that have to be filled. */
export function answerSession(
  world: World,
  trustId: number,
  session: StoredSession,
  book: SessionBook,
): TrainingSessionShown {
  const around = aroundSession(world, trustId, session, book);
  const ofSession = book.bookings.get(session.id) ?? [];
  const waiting = ofSession.filter(({ state }) => state === 'waiting').map(({ person }) => person);
  const nameOf = (group: string) => book.facts.rules.groups.find(({ key }) => key === group)?.name ?? group;
  return {
    session: shownSession(session, book),
    rosterKnown: around.rosterKnown,
    bookings: ofSession.map(({ id: _id, sessionId: _session, ...booking }) => {
      const somebody = book.people.get(booking.person);
      const isToCome = booking.state === 'booked' || booking.state === 'waiting';
      return {
        ...booking,
        name: somebody?.name ?? null,
        group: somebody?.group ?? null,
        groupName: somebody ? nameOf(somebody.group) : null,
        unit: somebody?.unit ?? null,
        place: booking.state === 'waiting' ? waiting.indexOf(booking.person) + 1 : null,
        clashes: isToCome ? clashesOf(session, around.of(booking.person)) : [],
      };
    }),
    backfill: ofSession
      .filter(({ state }) => state === 'booked')
      .flatMap(({ person }) =>
        backfillOf(session, person, book.people.get(person)?.name ?? null, around.of(person).duties),
      ),
  };
}
