import { and, asc, desc, eq } from 'drizzle-orm';
import type { ActionCells, ActionField } from '#contract';
import { actionEdit, actionReview, measureReading, ownAction, planVersion, sharedText } from '#drizzle';
import { groupedBy } from '../../core/grouped.ts';
import type { Database } from '../../database/database.ts';

type Stored = typeof ownAction.$inferSelect;
export type StoredVersion = typeof planVersion.$inferSelect;

/** Actions entered by hand, in the order in which they were. */
export function ownActions({ db }: Database, trustId: number): (ActionCells & { id: number })[] {
  const rows: Stored[] = db
    .select()
    .from(ownAction)
    .where(eq(ownAction.trustId, trustId))
    .orderBy(asc(ownAction.id))
    .all();
  return rows.map(({ trustId: _trust, references, escalateTo, ...cells }) => ({
    ...cells,
    references: JSON.parse(references) as string[],
    escalateTo: escalateTo as ActionCells['escalateTo'],
  }));
}

const asStored = ({ references, ...cells }: Partial<ActionCells>) => ({
  ...cells,
  ...(references === undefined ? {} : { references: JSON.stringify(references) }),
});

export function insertAction({ db }: Database, trustId: number, cells: ActionCells): number {
  const row = { trustId, ...cells, references: JSON.stringify(cells.references) };
  return db.insert(ownAction).values(row).returning({ id: ownAction.id }).get().id;
}

export function updateAction({ db }: Database, id: number, cells: Partial<ActionCells>): void {
  if (Object.keys(cells).length > 0) db.update(ownAction).set(asStored(cells)).where(eq(ownAction.id, id)).run();
}

/** Takes an action entered by hand away, with its values, reviews and shared words. */
export function deleteAction({ db }: Database, trustId: number, id: number): void {
  const key = `own:${id}`;
  db.delete(measureReading)
    .where(and(eq(measureReading.trustId, trustId), eq(measureReading.actionKey, key)))
    .run();
  db.delete(actionReview)
    .where(and(eq(actionReview.trustId, trustId), eq(actionReview.actionKey, key)))
    .run();
  db.delete(sharedText)
    .where(and(eq(sharedText.trustId, trustId), eq(sharedText.actionKey, key)))
    .run();
  db.delete(ownAction).where(eq(ownAction.id, id)).run();
}

const byAction = <Row extends { actionKey: string }>(rows: readonly Row[]) =>
  groupedBy(rows, ({ actionKey }) => actionKey);

/** What was changed by hand in imported actions: by action, then by field. */
export function actionEdits({ db }: Database, trustId: number): Map<string, Map<ActionField, string | null>> {
  const rows = db.select().from(actionEdit).where(eq(actionEdit.trustId, trustId)).orderBy(asc(actionEdit.id)).all();
  return new Map(
    [...byAction(rows)].map(([key, edits]) => [
      key,
      new Map(edits.map(({ field, value }) => [field as ActionField, value])),
    ]),
  );
}

export function putActionEdit(
  { db }: Database,
  trustId: number,
  actionKey: string,
  field: ActionField,
  value: string | null,
): void {
  db.insert(actionEdit)
    .values({ trustId, actionKey, field, value })
    .onConflictDoUpdate({ target: [actionEdit.trustId, actionEdit.actionKey, actionEdit.field], set: { value } })
    .run();
}

/** Leaves a field, or all, to the file again. */
export function dropActionEdits({ db }: Database, trustId: number, actionKey: string, field?: ActionField): void {
  const ofAction = and(eq(actionEdit.trustId, trustId), eq(actionEdit.actionKey, actionKey));
  db.delete(actionEdit)
    .where(field === undefined ? ofAction : and(ofAction, eq(actionEdit.field, field)))
    .run();
}

/** Values of measures by action, the earliest first. */
export function readingsOf({ db }: Database, trustId: number): Map<string, (typeof measureReading.$inferSelect)[]> {
  return byAction(
    db
      .select()
      .from(measureReading)
      .where(eq(measureReading.trustId, trustId))
      .orderBy(asc(measureReading.day), asc(measureReading.id))
      .all(),
  );
}

export type NewReading = Omit<typeof measureReading.$inferSelect, 'id'>;

/** Adds a value, or changes the one with the id. Throws where the day has one. */
export function putReading({ db }: Database, row: NewReading, id: number | undefined): void {
  if (id === undefined) db.insert(measureReading).values(row).run();
  else db.update(measureReading).set(row).where(eq(measureReading.id, id)).run();
}

export function deleteReading({ db }: Database, id: number): void {
  db.delete(measureReading).where(eq(measureReading.id, id)).run();
}

/** Reviews by action, the newest first. */
export function reviewsOf({ db }: Database, trustId: number): Map<string, (typeof actionReview.$inferSelect)[]> {
  return byAction(
    db
      .select()
      .from(actionReview)
      .where(eq(actionReview.trustId, trustId))
      .orderBy(desc(actionReview.day), desc(actionReview.id))
      .all(),
  );
}

export function insertReview({ db }: Database, row: Omit<typeof actionReview.$inferSelect, 'id'>): void {
  db.insert(actionReview).values(row).run();
}

export function deleteReview({ db }: Database, id: number): void {
  db.delete(actionReview).where(eq(actionReview.id, id)).run();
}

/** Versions of the plan, the newest first. */
export function versionsOf({ db }: Database, trustId: number): StoredVersion[] {
  return db
    .select()
    .from(planVersion)
    .where(eq(planVersion.trustId, trustId))
    .orderBy(desc(planVersion.approvedOn), desc(planVersion.id))
    .all();
}

export function insertVersion({ db }: Database, row: Omit<StoredVersion, 'id'>): number {
  return db.insert(planVersion).values(row).returning({ id: planVersion.id }).get().id;
}
