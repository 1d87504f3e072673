import { asc, eq } from 'drizzle-orm';
import type { MeasureDefinition } from '#contract';
import { measureDefinition } from '../../contract/return-measures.ts';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { lmnsMeasure } = tables;

/** Measures that an LMNS asks of its trusts, in the order in which they were added. */
export function lmnsMeasuresOf({ db }: Database, lmnsId: number): { id: number; definition: MeasureDefinition }[] {
  return db
    .select()
    .from(lmnsMeasure)
    .where(eq(lmnsMeasure.lmnsId, lmnsId))
    .orderBy(asc(lmnsMeasure.id))
    .all()
    .map(({ id, definition }) => ({ id, definition: measureDefinition.parse(JSON.parse(definition)) }));
}

export function putLmnsMeasure(
  { db }: Database,
  lmnsId: number,
  id: number | null,
  definition: MeasureDefinition,
): void {
  const values = { lmnsId, measure: definition.id, definition: JSON.stringify(definition) };
  if (id === null) db.insert(lmnsMeasure).values(values).run();
  else db.update(lmnsMeasure).set(values).where(eq(lmnsMeasure.id, id)).run();
}

export function deleteLmnsMeasure({ db }: Database, id: number): void {
  db.delete(lmnsMeasure).where(eq(lmnsMeasure.id, id)).run();
}
