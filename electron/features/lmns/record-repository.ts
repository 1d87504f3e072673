import { and, asc, eq } from 'drizzle-orm';
import type { KeptRecord, LmnsAnswer, LmnsRecord } from '#contract';
import { lmnsRecord as recordShape } from '../../contract/lmns-records.ts';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { lmnsAnswer, lmnsRecord } = tables;

/** What an LMNS line holds before anybody has answered it. */
export const noLmnsAnswer: LmnsAnswer = {
  status: null,
  progress: '',
  nextSteps: '',
  evidence: '',
  lead: '',
  due: null,
  risk: '',
  helpNeeded: '',
};

/** All records of an LMNS in the order in which they were entered. */
export function recordsOf({ db }: Database, lmnsId: number): Pick<KeptRecord, 'id' | 'cells'>[] {
  return db
    .select()
    .from(lmnsRecord)
    .where(eq(lmnsRecord.lmnsId, lmnsId))
    .orderBy(asc(lmnsRecord.id))
    .all()
    .map(({ id, cells }) => ({ id, cells: recordShape.parse(JSON.parse(cells)) }));
}

export function putRecord({ db }: Database, lmnsId: number, id: number | null, cells: LmnsRecord): void {
  const values = { lmnsId, kind: cells.kind, cells: JSON.stringify(cells) };
  if (id === null) db.insert(lmnsRecord).values(values).run();
  else db.update(lmnsRecord).set(values).where(eq(lmnsRecord.id, id)).run();
}

export function deleteRecord({ db }: Database, id: number): void {
  db.delete(lmnsRecord).where(eq(lmnsRecord.id, id)).run();
}

/** The LMNS's answers of a period by the reference of their line. */
export function lmnsAnswersOf({ db }: Database, lmnsId: number, period: string): Map<string, LmnsAnswer> {
  const rows = db
    .select()
    .from(lmnsAnswer)
    .where(and(eq(lmnsAnswer.lmnsId, lmnsId), eq(lmnsAnswer.period, period)))
    .all();
  return new Map(rows.map(({ id: _id, lmnsId: _lmns, period: _period, reference, ...answer }) => [reference, answer]));
}

/** The newest period before one in which a line was answered; periods compare as text. */
export function answeredBefore({ db }: Database, lmnsId: number, period: string): string | undefined {
  return db
    .selectDistinct({ period: lmnsAnswer.period })
    .from(lmnsAnswer)
    .where(eq(lmnsAnswer.lmnsId, lmnsId))
    .all()
    .map((row) => row.period)
    .filter((one) => one < period)
    .sort()
    .pop();
}

export function putAnswer(
  { db }: Database,
  lmnsId: number,
  period: string,
  reference: string,
  answer: LmnsAnswer,
): void {
  db.insert(lmnsAnswer)
    .values({ lmnsId, period, reference, ...answer })
    .onConflictDoUpdate({ target: [lmnsAnswer.lmnsId, lmnsAnswer.period, lmnsAnswer.reference], set: answer })
    .run();
}
