import { and, asc, eq } from 'drizzle-orm';
import { incentiveAnswer, incentiveEvidence, incentiveField, incentiveYear } from '#drizzle';
import type { Database } from '../../database/database.ts';

export type StoredAnswer = typeof incentiveAnswer.$inferSelect;
export type StoredEvidence = typeof incentiveEvidence.$inferSelect;
export type StoredYear = typeof incentiveYear.$inferSelect;
type AnswerCells = Partial<Pick<StoredAnswer, 'status' | 'note' | 'lead' | 'due' | 'threshold'>>;

/** A requirement of a year of a trust. */
export interface RequirementPlace {
  readonly trustId: number;
  readonly year: number;
  readonly requirement: string;
}

export function findYear({ db }: Database, trustId: number, year: number): StoredYear | undefined {
  return db
    .select()
    .from(incentiveYear)
    .where(and(eq(incentiveYear.trustId, trustId), eq(incentiveYear.year, year)))
    .get();
}

export function putYear(
  database: Database,
  trustId: number,
  year: number,
  days: Pick<StoredYear, 'first' | 'last' | 'declareBy'>,
): void {
  const found = findYear(database, trustId, year);
  if (found) database.db.update(incentiveYear).set(days).where(eq(incentiveYear.id, found.id)).run();
  else
    database.db
      .insert(incentiveYear)
      .values({ trustId, year, ...days })
      .run();
}

export function answersOf({ db }: Database, trustId: number, year: number): Map<string, StoredAnswer> {
  const rows = db
    .select()
    .from(incentiveAnswer)
    .where(and(eq(incentiveAnswer.trustId, trustId), eq(incentiveAnswer.year, year)))
    .all();
  return new Map(rows.map((row) => [row.requirement, row]));
}

export function putAnswer({ db }: Database, place: RequirementPlace, cells: AnswerCells): void {
  const { trustId, year, requirement } = place;
  const of = and(
    eq(incentiveAnswer.trustId, trustId),
    eq(incentiveAnswer.year, year),
    eq(incentiveAnswer.requirement, requirement),
  );
  const found = db.select({ id: incentiveAnswer.id }).from(incentiveAnswer).where(of).get();
  if (found) db.update(incentiveAnswer).set(cells).where(eq(incentiveAnswer.id, found.id)).run();
  else
    db.insert(incentiveAnswer)
      .values({ ...place, ...cells })
      .run();
}

/** What was entered in the fields of a year: by requirement, then by field. */
export function fieldsOf({ db }: Database, trustId: number, year: number): Map<string, Map<string, string>> {
  const rows = db
    .select()
    .from(incentiveField)
    .where(and(eq(incentiveField.trustId, trustId), eq(incentiveField.year, year)))
    .all();
  const found = new Map<string, Map<string, string>>();
  for (const { requirement, field, value } of rows) {
    const values = found.get(requirement) ?? new Map<string, string>();
    values.set(field, value);
    found.set(requirement, values);
  }
  return found;
}

/** Sets what a field says; null takes it away. */
export function putField({ db }: Database, place: RequirementPlace, field: string, value: string | null): void {
  const of = and(
    eq(incentiveField.trustId, place.trustId),
    eq(incentiveField.year, place.year),
    eq(incentiveField.requirement, place.requirement),
    eq(incentiveField.field, field),
  );
  const found = db.select({ id: incentiveField.id }).from(incentiveField).where(of).get();
  if (value === null) db.delete(incentiveField).where(of).run();
  else if (found) db.update(incentiveField).set({ value }).where(eq(incentiveField.id, found.id)).run();
  else
    db.insert(incentiveField)
      .values({ ...place, field, value })
      .run();
}

export function evidenceOf({ db }: Database, trustId: number, year: number): StoredEvidence[] {
  return db
    .select()
    .from(incentiveEvidence)
    .where(and(eq(incentiveEvidence.trustId, trustId), eq(incentiveEvidence.year, year)))
    .orderBy(asc(incentiveEvidence.id))
    .all();
}

export function insertEvidence({ db }: Database, evidence: Omit<StoredEvidence, 'id'>): number {
  return db.insert(incentiveEvidence).values(evidence).returning({ id: incentiveEvidence.id }).get().id;
}

export function deleteEvidence({ db }: Database, evidenceId: number): void {
  db.delete(incentiveEvidence).where(eq(incentiveEvidence.id, evidenceId)).run();
}
