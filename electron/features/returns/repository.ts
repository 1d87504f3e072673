import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { AnswerChange, ReturnAnswer } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';
import { periodKind } from './calculations/periods.ts';
import { evidenceOf, insertEvidence } from './evidence-repository.ts';

export type ReturnRow = typeof tables.theme2Return.$inferSelect;

const { theme2Return, returnLine, planWording } = tables;

export function findReturn({ db }: Database, trustId: number, period: string): ReturnRow | undefined {
  return db
    .select()
    .from(theme2Return)
    .where(and(eq(theme2Return.trustId, trustId), eq(theme2Return.period, period)))
    .get();
}

/** The newest return of the same kind before a period: quarters compare with quarters as text, and months with months. */
export function returnBefore({ db }: Database, trustId: number, period: string): ReturnRow | undefined {
  return db
    .select()
    .from(theme2Return)
    .where(and(eq(theme2Return.trustId, trustId), lt(theme2Return.period, period)))
    .orderBy(desc(theme2Return.period))
    .all()
    .find((row) => periodKind(row.period) === periodKind(period));
}

export function returnsOf({ db }: Database, trustId: number): ReturnRow[] {
  return db
    .select()
    .from(theme2Return)
    .where(eq(theme2Return.trustId, trustId))
    .orderBy(asc(theme2Return.period))
    .all();
}

/** The answers of a return by the reference of their line, with their pieces of evidence. */
export function answersOf(database: Database, returnId: number): Map<string, ReturnAnswer> {
  const rows = database.db.select().from(returnLine).where(eq(returnLine.returnId, returnId)).all();
  const evidence = evidenceOf(database, returnId);
  return new Map(
    rows.map(({ id: _id, returnId: _return, reference, sharing, ...answer }) => [
      reference,
      {
        ...answer,
        sharing: sharing === 1,
        evidenceItems: evidence
          .filter((item) => item.reference === reference)
          .map(({ item: { kind, title, place, day, detail, figure } }) => ({
            kind,
            title,
            place,
            day,
            detail,
            figure,
          })),
      },
    ]),
  );
}

/** Adds a return as a draft with its answers and their evidence but for figures. */
export function insertReturn(
  database: Database,
  trustId: number,
  period: string,
  carriedFrom: string | null,
  answers: readonly (ReturnAnswer & { reference: string })[],
): void {
  const { db } = database;
  const { id } = db.insert(theme2Return).values({ trustId, period, carriedFrom }).returning().get();
  for (const { evidenceItems, sharing, ...answer } of answers) {
    db.insert(returnLine)
      .values({ ...answer, sharing: sharing ? 1 : 0, returnId: id })
      .run();
    for (const item of evidenceItems)
      insertEvidence(database, { returnId: id, reference: answer.reference }, { ...item, figure: null });
  }
}

/** Sets one field of an answer; a line that the return does not hold yet is added. */
export function setAnswer({ db }: Database, returnId: number, reference: string, { field, value }: AnswerChange): void {
  const set = { [field]: typeof value === 'boolean' ? Number(value) : value };
  db.insert(returnLine)
    .values({ returnId, reference, ...set })
    .onConflictDoUpdate({ target: [returnLine.returnId, returnLine.reference], set })
    .run();
}

/** Puts all answers of a return back to what they are here. */
export function replaceAnswers(
  { db }: Database,
  returnId: number,
  answers: readonly (ReturnAnswer & { reference: string })[],
): void {
  for (const {
    status,
    progress,
    nextSteps,
    evidence,
    lead,
    due,
    risk,
    mitigation,
    helpNeeded,
    sharing,
    reference,
  } of answers) {
    const prose = { progress, nextSteps, evidence, risk, mitigation, helpNeeded };
    const set = { status, lead, due, ...prose, sharing: sharing ? 1 : 0 };
    db.insert(returnLine)
      .values({ returnId, reference, ...set })
      .onConflictDoUpdate({ target: [returnLine.returnId, returnLine.reference], set })
      .run();
  }
}

type Steps = Partial<
  Pick<ReturnRow, 'state' | 'checkedBy' | 'checkedAt' | 'signedOffBy' | 'signedOffAt' | 'signedOff'>
>;

export function setSteps({ db }: Database, returnId: number, steps: Steps): void {
  db.update(theme2Return).set(steps).where(eq(theme2Return.id, returnId)).run();
}

/** Ids of all lines that a return holds. */
export function lineIdsOf({ db }: Database, returnId: number): number[] {
  const rows = db.select({ id: returnLine.id }).from(returnLine).where(eq(returnLine.returnId, returnId)).all();
  return rows.map(({ id }) => id);
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
