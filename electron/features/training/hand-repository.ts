import { and, asc, eq } from 'drizzle-orm';
import type { TrainingCourse } from '../../contract/training-rules.ts';
import { ownCourse, trainingExclusion, trainingResult } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { OwnCourse } from './calculations/courses.ts';

export type StoredResult = typeof trainingResult.$inferSelect;
export type StoredExclusion = typeof trainingExclusion.$inferSelect;

/** What a trust says of courses in place of the pack, and the courses that it added, in the order in which it did. */
export function ownCourses({ db }: Database, trustId: number): OwnCourse[] {
  return db
    .select({ key: ownCourse.key, course: ownCourse.course })
    .from(ownCourse)
    .where(eq(ownCourse.trustId, trustId))
    .orderBy(asc(ownCourse.id))
    .all()
    .map(({ key, course }) => ({ key, course: JSON.parse(course) as TrainingCourse | null }));
}

/** Says what a course is; null for one that is not counted. */
export function putCourse({ db }: Database, trustId: number, key: string, course: TrainingCourse | null): void {
  const said = JSON.stringify(course);
  db.insert(ownCourse)
    .values({ trustId, key, course: said })
    .onConflictDoUpdate({ target: [ownCourse.trustId, ownCourse.key], set: { course: said } })
    .run();
}

/** Leaves a course to the pack again; one that the trust added is gone. */
export function dropCourse({ db }: Database, trustId: number, key: string): void {
  db.delete(ownCourse)
    .where(and(eq(ownCourse.trustId, trustId), eq(ownCourse.key, key)))
    .run();
}

export function resultsOf({ db }: Database, trustId: number): StoredResult[] {
  const ofTrust = eq(trainingResult.trustId, trustId);
  return db.select().from(trainingResult).where(ofTrust).orderBy(asc(trainingResult.id)).all();
}

export function insertResult({ db }: Database, row: Omit<StoredResult, 'id'>): void {
  db.insert(trainingResult).values(row).run();
}

export function deleteResult({ db }: Database, id: number): void {
  db.delete(trainingResult).where(eq(trainingResult.id, id)).run();
}

export function exclusionsOf({ db }: Database, trustId: number): StoredExclusion[] {
  const ofTrust = eq(trainingExclusion.trustId, trustId);
  return db.select().from(trainingExclusion).where(ofTrust).orderBy(asc(trainingExclusion.id)).all();
}

export function insertExclusion({ db }: Database, row: Omit<StoredExclusion, 'id'>): void {
  db.insert(trainingExclusion).values(row).run();
}

export function deleteExclusion({ db }: Database, id: number): void {
  db.delete(trainingExclusion).where(eq(trainingExclusion.id, id)).run();
}
