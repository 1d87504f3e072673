import { and, asc, eq } from 'drizzle-orm';
import type { VacancyPostCells, VacancyPostField } from '#contract';
import { fallenOffer, vacancyEdit, vacancyPost, vacancyStage } from '#drizzle';
import { groupedBy } from '../../core/grouped.ts';
import type { Database } from '../../database/database.ts';
import type { StageKept } from './calculations/past.ts';

export type StoredFallenOffer = typeof fallenOffer.$inferSelect;

/** Posts entered by hand, in the order in which they were. */
export function ownPosts({ db }: Database, trustId: number): (VacancyPostCells & { id: number })[] {
  return db
    .select()
    .from(vacancyPost)
    .where(eq(vacancyPost.trustId, trustId))
    .orderBy(asc(vacancyPost.id))
    .all()
    .map(({ trustId: _trust, ...post }) => post);
}

export function insertPost({ db }: Database, trustId: number, cells: VacancyPostCells): number {
  return db
    .insert(vacancyPost)
    .values({ trustId, ...cells })
    .returning({ id: vacancyPost.id })
    .get().id;
}

export function updatePost({ db }: Database, id: number, cells: Partial<VacancyPostCells>): void {
  if (Object.keys(cells).length > 0) db.update(vacancyPost).set(cells).where(eq(vacancyPost.id, id)).run();
}

export function deletePost({ db }: Database, id: number): void {
  db.delete(vacancyPost).where(eq(vacancyPost.id, id)).run();
}

/** What was changed by hand in posts of trackers: by post, then by field. */
export function editsOf({ db }: Database, trustId: number): Map<string, Map<string, string | null>> {
  const edits = new Map<string, Map<string, string | null>>();
  for (const { vacancyKey, field, value } of db
    .select()
    .from(vacancyEdit)
    .where(eq(vacancyEdit.trustId, trustId))
    .orderBy(asc(vacancyEdit.id))
    .all()) {
    const ofPost = edits.get(vacancyKey) ?? new Map<string, string | null>();
    ofPost.set(field, value);
    edits.set(vacancyKey, ofPost);
  }
  return edits;
}

export function putEdit(
  { db }: Database,
  trustId: number,
  vacancyKey: string,
  field: VacancyPostField,
  value: string | null,
): void {
  db.insert(vacancyEdit)
    .values({ trustId, vacancyKey, field, value })
    .onConflictDoUpdate({ target: [vacancyEdit.trustId, vacancyEdit.vacancyKey, vacancyEdit.field], set: { value } })
    .run();
}

/** Leaves a field, or all, to the file again. */
export function dropEdits({ db }: Database, trustId: number, vacancyKey: string, field?: VacancyPostField): void {
  const ofPost = and(eq(vacancyEdit.trustId, trustId), eq(vacancyEdit.vacancyKey, vacancyKey));
  db.delete(vacancyEdit)
    .where(field === undefined ? ofPost : and(ofPost, eq(vacancyEdit.field, field)))
    .run();
}

/** The stages that posts were put at by hand: by post, in the order of their days. */
export function stagesKept({ db }: Database, trustId: number): Map<string, StageKept[]> {
  const ofTrust = eq(vacancyStage.trustId, trustId);
  const kept = db.select().from(vacancyStage).where(ofTrust).orderBy(asc(vacancyStage.day)).all();
  return groupedBy(kept, ({ vacancyKey }) => vacancyKey);
}

/** Keeps that a post was put at a stage on a day; of several on one day the last. */
export function putStage({ db }: Database, trustId: number, vacancyKey: string, { day, stage }: StageKept): void {
  db.insert(vacancyStage)
    .values({ trustId, vacancyKey, day, stage })
    .onConflictDoUpdate({ target: [vacancyStage.trustId, vacancyStage.vacancyKey, vacancyStage.day], set: { stage } })
    .run();
}

export function deleteStages({ db }: Database, trustId: number, vacancyKey: string): void {
  db.delete(vacancyStage)
    .where(and(eq(vacancyStage.trustId, trustId), eq(vacancyStage.vacancyKey, vacancyKey)))
    .run();
}

/** Offers that came to nothing, the newest first. */
export function fallenOffers({ db }: Database, trustId: number): StoredFallenOffer[] {
  const rows = db.select().from(fallenOffer).where(eq(fallenOffer.trustId, trustId)).orderBy(asc(fallenOffer.id)).all();
  return rows.sort((one, other) => (one.fell < other.fell ? 1 : one.fell > other.fell ? -1 : 0));
}

export function insertFallenOffer({ db }: Database, row: Omit<StoredFallenOffer, 'id'>): void {
  db.insert(fallenOffer).values(row).run();
}

export function deleteFallenOffers({ db }: Database, trustId: number, vacancyKey: string): void {
  db.delete(fallenOffer)
    .where(and(eq(fallenOffer.trustId, trustId), eq(fallenOffer.vacancyKey, vacancyKey)))
    .run();
}
