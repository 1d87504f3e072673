import { and, asc, eq } from 'drizzle-orm';
import { trainingBooking, trainingSession } from '#drizzle';
import type { Database } from '../../database/database.ts';

type SessionRow = typeof trainingSession.$inferSelect;

/** A session with its courses and its seats by staff group. Times are minutes after midnight. */
export interface StoredSession extends Omit<SessionRow, 'courses' | 'mix' | 'trustId'> {
  readonly courses: readonly string[];
  readonly mix: Readonly<Record<string, number>>;
}
export type StoredBooking = typeof trainingBooking.$inferSelect;

/** All sessions of a trust, by date and time. */
export function sessionsOf({ db }: Database, trustId: number): StoredSession[] {
  return db
    .select()
    .from(trainingSession)
    .where(eq(trainingSession.trustId, trustId))
    .orderBy(asc(trainingSession.date), asc(trainingSession.start), asc(trainingSession.id))
    .all()
    .map(({ courses, mix, trustId: _trust, ...row }) => ({
      ...row,
      courses: JSON.parse(courses) as string[],
      mix: JSON.parse(mix) as Record<string, number>,
    }));
}

const asRow = ({ courses, mix, ...rest }: Omit<StoredSession, 'id'>) => ({
  ...rest,
  courses: JSON.stringify(courses),
  mix: JSON.stringify(mix),
});

export function insertSession({ db }: Database, trustId: number, session: Omit<StoredSession, 'id'>): number {
  const row = db.insert(trainingSession).values({ trustId, ...asRow(session) });
  return row.returning({ id: trainingSession.id }).get().id;
}

export function updateSession({ db }: Database, id: number, session: Omit<StoredSession, 'id'>): void {
  db.update(trainingSession).set(asRow(session)).where(eq(trainingSession.id, id)).run();
}

/** Takes a session away with its bookings. */
export function deleteSession({ db }: Database, id: number): void {
  db.delete(trainingBooking).where(eq(trainingBooking.sessionId, id)).run();
  db.delete(trainingSession).where(eq(trainingSession.id, id)).run();
}

/** Bookings of all sessions of a trust, in the order in which they were made. */
export function bookingsOfTrust({ sqlite }: Database, trustId: number): StoredBooking[] {
  // There are thousands, and most screens of training ask for them: the store names the columns, no row is looked at twice.
  return sqlite
    .prepare<[number], StoredBooking>(
      `SELECT booking.id, session_id AS sessionId, person, booking.state, reason, outcome, score, certificate
       FROM training_booking booking JOIN training_session session ON session.id = booking.session_id
       WHERE session.trust_id = ? ORDER BY booking.id`,
    )
    .all(trustId);
}

export function insertBooking({ db }: Database, row: Omit<StoredBooking, 'id'>): void {
  db.insert(trainingBooking).values(row).run();
}

export function updateBooking({ db }: Database, id: number, cells: Partial<Omit<StoredBooking, 'id'>>): void {
  db.update(trainingBooking).set(cells).where(eq(trainingBooking.id, id)).run();
}

export function deleteBooking({ db }: Database, sessionId: number, person: string): void {
  db.delete(trainingBooking)
    .where(and(eq(trainingBooking.sessionId, sessionId), eq(trainingBooking.person, person)))
    .run();
}
