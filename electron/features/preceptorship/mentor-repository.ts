import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { MentoringCells } from '#contract';
import { mentoring, mentoringStep } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { EnteredMentoring, EnteredStep } from './calculations/mentoring.ts';

/** All of a trust, the newest appointment first. */
export function mentoringsOf({ db }: Database, trustId: number): EnteredMentoring[] {
  return db
    .select()
    .from(mentoring)
    .where(eq(mentoring.trustId, trustId))
    .orderBy(asc(mentoring.id))
    .all()
    .map(({ trustId: _trust, ...cells }) => cells)
    .sort((one, other) => (one.appointed < other.appointed ? 1 : one.appointed > other.appointed ? -1 : 0));
}

/** What was entered of steps, by the id of the mentoring. */
export function mentoringStepsOf({ db }: Database, trustId: number): Map<number, EnteredStep[]> {
  const steps = new Map<number, EnteredStep[]>();
  for (const { mentoringId, id: _id, ...step } of db
    .select(getTableColumns(mentoringStep))
    .from(mentoringStep)
    .innerJoin(mentoring, eq(mentoring.id, mentoringStep.mentoringId))
    .where(eq(mentoring.trustId, trustId))
    .all())
    steps.set(mentoringId, [...(steps.get(mentoringId) ?? []), step]);
  return steps;
}

export function insertMentoring({ db }: Database, trustId: number, cells: MentoringCells): number {
  return db
    .insert(mentoring)
    .values({ trustId, ...cells })
    .returning({ id: mentoring.id })
    .get().id;
}

export function updateMentoring({ db }: Database, id: number, cells: Partial<MentoringCells>): void {
  db.update(mentoring).set(cells).where(eq(mentoring.id, id)).run();
}

/** Takes a mentoring away with its steps. */
export function deleteMentoring({ db }: Database, id: number): void {
  db.delete(mentoringStep).where(eq(mentoringStep.mentoringId, id)).run();
  db.delete(mentoring).where(eq(mentoring.id, id)).run();
}

/** Keeps what is said of a step; of one that says nothing, nothing. */
export function putMentoringStep({ db }: Database, mentoringId: number, { step, ...cells }: EnteredStep): void {
  const row = { mentoringId, step, ...cells };
  db.insert(mentoringStep)
    .values(row)
    .onConflictDoUpdate({ target: [mentoringStep.mentoringId, mentoringStep.step], set: cells })
    .run();
}
