import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { AnswerChange, ReturnAnswer } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

export type ReturnRow = typeof tables.theme2Return.$inferSelect;

const { theme2Return, returnLine, planWording } = tables;

export function findReturn({ db }: Database, trustId: number, period: string): ReturnRow | undefined {
  return db
    .select()
    .from(theme2Return)
    .where(and(eq(theme2Return.trustId, trustId), eq(theme2Return.period, period)))
    .get();
}

/** The newest return before a quarter: quarters compare as text. */
export function returnBefore({ db }: Database, trustId: number, period: string): ReturnRow | undefined {
  return db
    .select()
    .from(theme2Return)
    .where(and(eq(theme2Return.trustId, trustId), lt(theme2Return.period, period)))
    .orderBy(desc(theme2Return.period))
    .limit(1)
    .get();
}

export function returnsOf({ db }: Database, trustId: number): ReturnRow[] {
  return db
    .select()
    .from(theme2Return)
    .where(eq(theme2Return.trustId, trustId))
    .orderBy(asc(theme2Return.period))
    .all();
}

/** The answers of a return by the reference of their line. */
export function answersOf({ db }: Database, returnId: number): Map<string, ReturnAnswer> {
  const rows = db.select().from(returnLine).where(eq(returnLine.returnId, returnId)).all();
  return new Map(
    rows.map(({ reference, status, progress, evidence, lead, due, risk, helpNeeded }) => [
      reference,
      { status, progress, evidence, lead, due, risk, helpNeeded },
    ]),
  );
}

export function insertReturn(
  { db }: Database,
  trustId: number,
  period: string,
  carriedFrom: string | null,
  answers: readonly (ReturnAnswer & { reference: string })[],
): void {
  const { id } = db.insert(theme2Return).values({ trustId, period, carriedFrom }).returning().get();
  for (const answer of answers)
    db.insert(returnLine)
      .values({ ...answer, returnId: id })
      .run();
}

/** Sets one field of an answer; a line that the return does not hold yet is added. */
export function setAnswer({ db }: Database, returnId: number, reference: string, { field, value }: AnswerChange): void {
  const set = { [field]: value };
  db.insert(returnLine)
    .values({ returnId, reference, ...set })
    .onConflictDoUpdate({ target: [returnLine.returnId, returnLine.reference], set })
    .run();
}

export function setMade({ db }: Database, returnId: number, madeAt: string, made: string): void {
  db.update(theme2Return).set({ madeAt, made }).where(eq(theme2Return.id, returnId)).run();
}

/** The published wording that a trust has loaded, by reference. */
export function wordingOf({ db }: Database, trustId: number): Map<string, string> {
  const rows = db.select().from(planWording).where(eq(planWording.trustId, trustId)).all();
  return new Map(rows.map(({ reference, wording }) => [reference, wording]));
}

export function replaceWording(
  { db }: Database,
  trustId: number,
  fileName: string,
  lines: readonly { reference: string; wording: string }[],
): void {
  db.delete(planWording).where(eq(planWording.trustId, trustId)).run();
  for (const { reference, wording } of lines)
    db.insert(planWording).values({ trustId, reference, wording, fileName }).run();
}
