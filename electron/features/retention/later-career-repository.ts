import { asc, desc, eq } from 'drizzle-orm';
import type { CareerCells, LegacyMentorCells } from '#contract';
import { laterCareer, legacyMentor } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { StoredCareer, StoredMentor } from './calculations/later-careers.ts';

/** What was entered of later careers, by name. */
export function storedCareers({ db }: Database, trustId: number): StoredCareer[] {
  return db
    .select()
    .from(laterCareer)
    .where(eq(laterCareer.trustId, trustId))
    .orderBy(asc(laterCareer.name), asc(laterCareer.id))
    .all()
    .map(({ trustId: _trust, ...cells }) => cells);
}

export function insertCareer({ db }: Database, trustId: number, cells: CareerCells): number {
  return db
    .insert(laterCareer)
    .values({ trustId, ...cells })
    .returning({ id: laterCareer.id })
    .get().id;
}

export function updateCareer({ db }: Database, id: number, cells: Partial<CareerCells>): void {
  if (Object.keys(cells).length > 0) db.update(laterCareer).set(cells).where(eq(laterCareer.id, id)).run();
}

export function deleteCareer({ db }: Database, id: number): void {
  db.delete(laterCareer).where(eq(laterCareer.id, id)).run();
}

/** Legacy mentors, those appointed last first. */
export function storedMentors({ db }: Database, trustId: number): StoredMentor[] {
  return db
    .select()
    .from(legacyMentor)
    .where(eq(legacyMentor.trustId, trustId))
    .orderBy(desc(legacyMentor.appointed), desc(legacyMentor.id))
    .all()
    .map(({ trustId: _trust, supports, ...cells }) => ({ ...cells, supports: JSON.parse(supports) as string[] }));
}

const asStored = ({ supports, ...cells }: Partial<LegacyMentorCells>) => ({
  ...cells,
  ...(supports === undefined ? {} : { supports: JSON.stringify(supports) }),
});

export function insertLegacyMentor({ db }: Database, trustId: number, cells: LegacyMentorCells): number {
  const row = { trustId, ...cells, supports: JSON.stringify(cells.supports) };
  return db.insert(legacyMentor).values(row).returning({ id: legacyMentor.id }).get().id;
}

export function updateLegacyMentor({ db }: Database, id: number, cells: Partial<LegacyMentorCells>): void {
  if (Object.keys(cells).length > 0) db.update(legacyMentor).set(asStored(cells)).where(eq(legacyMentor.id, id)).run();
}

export function deleteLegacyMentor({ db }: Database, id: number): void {
  db.delete(legacyMentor).where(eq(legacyMentor.id, id)).run();
}
