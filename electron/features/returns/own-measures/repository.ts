import { and, asc, eq } from 'drizzle-orm';
import type { EnteredMeasure, MeasureDefinition } from '#contract';
import { enteredMeasure } from '../../../contract/own-measures.ts';
import { measureDefinition } from '../../../contract/return-measures.ts';
import * as tables from '#drizzle';
import type { Database } from '../../../database/database.ts';

const { ownMeasure, ownMeasureValue } = tables;

export interface StoredMeasure {
  readonly id: number;
  readonly definition: MeasureDefinition;
}

/** A trust's own measures and those that were handed on to it, in the order in which they came. */
export function ownMeasuresOf({ db }: Database, trustId: number): StoredMeasure[] {
  return db
    .select()
    .from(ownMeasure)
    .where(eq(ownMeasure.trustId, trustId))
    .orderBy(asc(ownMeasure.id))
    .all()
    .map(({ id, definition }) => ({ id, definition: measureDefinition.parse(JSON.parse(definition)) }));
}

export function putMeasure({ db }: Database, trustId: number, id: number | null, definition: MeasureDefinition): void {
  const values = { trustId, measure: definition.id, definition: JSON.stringify(definition) };
  if (id === null) db.insert(ownMeasure).values(values).run();
  else db.update(ownMeasure).set(values).where(eq(ownMeasure.id, id)).run();
}

/** With what was entered of it in every period. */
export function deleteMeasure({ db }: Database, id: number): void {
  db.delete(ownMeasureValue).where(eq(ownMeasureValue.measureId, id)).run();
  db.delete(ownMeasure).where(eq(ownMeasure.id, id)).run();
}

interface StoredValue extends EnteredMeasure {
  readonly id: number;
  readonly measureId: number;
  /** As it was submitted last; null where it never was. */
  readonly submitted: EnteredMeasure | null;
}

/** What was entered of a trust's own measures for a period. */
export function enteredIn({ db }: Database, trustId: number, period: string): StoredValue[] {
  return db
    .select({ value: ownMeasureValue })
    .from(ownMeasureValue)
    .innerJoin(ownMeasure, eq(ownMeasure.id, ownMeasureValue.measureId))
    .where(and(eq(ownMeasure.trustId, trustId), eq(ownMeasureValue.period, period)))
    .all()
    .map(({ value: { id, measureId, numerator, denominator, onDay, note, submitted } }) => ({
      id,
      measureId,
      numerator,
      denominator,
      on: onDay,
      note,
      submitted: submitted === null ? null : enteredMeasure.parse(JSON.parse(submitted)),
    }));
}

export function putEntered(
  { db }: Database,
  measureId: number,
  period: string,
  { numerator, denominator, on, note }: EnteredMeasure,
): void {
  const set = { numerator, denominator, onDay: on, note };
  db.insert(ownMeasureValue)
    .values({ measureId, period, ...set })
    .onConflictDoUpdate({ target: [ownMeasureValue.measureId, ownMeasureValue.period], set })
    .run();
}

export function deleteEntered({ db }: Database, id: number): void {
  db.delete(ownMeasureValue).where(eq(ownMeasureValue.id, id)).run();
}

/** Keeps what was entered for a period as what was submitted; answers the ids of its rows. */
export function keepEntered(database: Database, trustId: number, period: string): number[] {
  const rows = enteredIn(database, trustId, period);
  for (const { id, numerator, denominator, on, note } of rows)
    database.db
      .update(ownMeasureValue)
      .set({ submitted: JSON.stringify({ numerator, denominator, on, note }) })
      .where(eq(ownMeasureValue.id, id))
      .run();
  return rows.map(({ id }) => id);
}

/** Puts what was entered for a period back to what was submitted last. */
export function restoreEntered(database: Database, trustId: number, period: string): void {
  for (const { id, measureId, submitted } of enteredIn(database, trustId, period))
    if (submitted === null) deleteEntered(database, id);
    else putEntered(database, measureId, period, submitted);
}
