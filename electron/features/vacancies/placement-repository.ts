import { and, asc, eq, getTableColumns, gte, lte } from 'drizzle-orm';
import { placementPlaces, placementWeek } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { EnteredPlaces, EnteredWeek } from './calculations/placements.ts';

/** Weeks of a trust between two days, by week and area. */
export function placementWeeks({ db }: Database, trustId: number, from: string, to: string): EnteredWeek[] {
  const inView = and(eq(placementWeek.trustId, trustId), gte(placementWeek.week, from), lte(placementWeek.week, to));
  return db
    .select()
    .from(placementWeek)
    .where(inView)
    .orderBy(asc(placementWeek.week), asc(placementWeek.area))
    .all()
    .map(({ trustId: _trust, ...week }) => week);
}

export function placesOfTrust({ db }: Database, trustId: number): EnteredPlaces[] {
  return db
    .select(getTableColumns(placementPlaces))
    .from(placementPlaces)
    .innerJoin(placementWeek, eq(placementWeek.id, placementPlaces.placementWeekId))
    .where(eq(placementWeek.trustId, trustId))
    .orderBy(asc(placementPlaces.university), asc(placementPlaces.learner))
    .all();
}

export function insertWeek({ db }: Database, trustId: number, cells: Omit<EnteredWeek, 'id'>): void {
  db.insert(placementWeek)
    .values({ trustId, ...cells })
    .run();
}

export function updateWeek({ db }: Database, id: number, cells: Omit<EnteredWeek, 'id'>): void {
  db.update(placementWeek).set(cells).where(eq(placementWeek.id, id)).run();
}

/** Takes a week away with its places. */
export function deleteWeek({ db }: Database, id: number): void {
  db.delete(placementPlaces).where(eq(placementPlaces.placementWeekId, id)).run();
  db.delete(placementWeek).where(eq(placementWeek.id, id)).run();
}

export function insertPlaces({ db }: Database, cells: Omit<EnteredPlaces, 'id'>): void {
  db.insert(placementPlaces).values(cells).run();
}

export function updatePlaces({ db }: Database, id: number, cells: Omit<EnteredPlaces, 'id'>): void {
  db.update(placementPlaces).set(cells).where(eq(placementPlaces.id, id)).run();
}

export function deletePlaces({ db }: Database, id: number): void {
  db.delete(placementPlaces).where(eq(placementPlaces.id, id)).run();
}
