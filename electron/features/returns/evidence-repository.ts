import { asc, eq } from 'drizzle-orm';
import { type EvidenceItem, type ReturnFigure, returnFigure } from '#contract';
import { returnEvidence } from '#drizzle';
import type { Database } from '../../database/database.ts';

/** A piece of evidence as it is stored, with the figure that it is, as it was when it was taken in. */
export interface StoredEvidence {
  readonly id: number;
  readonly reference: string;
  readonly item: EvidenceItem;
  readonly kept: ReturnFigure | null;
}

interface LineOf {
  readonly returnId: number;
  readonly reference: string;
}

/** All pieces of evidence of a return in the order in which they were added. */
export function evidenceOf({ db }: Database, returnId: number): StoredEvidence[] {
  return db
    .select()
    .from(returnEvidence)
    .where(eq(returnEvidence.returnId, returnId))
    .orderBy(asc(returnEvidence.id))
    .all()
    .map(({ id, reference, kind, title, place, day, detail, figureKey, figure }) => ({
      id,
      reference,
      item: { kind, title, place, day, detail, figure: figureKey },
      kept: figure === null ? null : returnFigure.parse(JSON.parse(figure)),
    }));
}

const columnsOf = ({ figure, ...item }: EvidenceItem) => ({ ...item, figureKey: figure });

export function insertEvidence(
  { db }: Database,
  line: LineOf,
  item: EvidenceItem,
  kept: ReturnFigure | null = null,
): void {
  db.insert(returnEvidence)
    .values({ ...line, ...columnsOf(item), figure: kept && JSON.stringify(kept) })
    .run();
}

export function updateEvidence(
  { db }: Database,
  id: number,
  item: EvidenceItem,
  kept: ReturnFigure | null = null,
): void {
  db.update(returnEvidence)
    .set({ ...columnsOf(item), figure: kept && JSON.stringify(kept) })
    .where(eq(returnEvidence.id, id))
    .run();
}

export function deleteEvidence({ db }: Database, id: number): void {
  db.delete(returnEvidence).where(eq(returnEvidence.id, id)).run();
}

/** Takes all evidence of a return away. */
export function deleteEvidenceOf({ db }: Database, returnId: number): void {
  db.delete(returnEvidence).where(eq(returnEvidence.returnId, returnId)).run();
}
