import { and, asc, eq, inArray } from 'drizzle-orm';
import * as tables from '#drizzle';
import type { Database } from '../../../database/database.ts';
import type { TrustRow } from '../../organisation/repository.ts';

const { lmnsWorkbook, lmnsWorkbookCell, lmnsWorkbookFile, trust } = tables;

export type LmnsWorkbookRow = typeof lmnsWorkbook.$inferSelect;
export type LmnsWorkbookCellRow = typeof lmnsWorkbookCell.$inferSelect;

/** Workbooks of the LMNS that a trust has, and of the other trusts of its system, with the name of the trust that has each. */
export function lmnsWorkbooksFor({ db }: Database, own: TrustRow): (LmnsWorkbookRow & { trustName: string })[] {
  const beside =
    own.systemId === null
      ? [own.id]
      : db
          .select({ id: trust.id })
          .from(trust)
          .where(eq(trust.systemId, own.systemId))
          .all()
          .map(({ id }) => id);
  return db
    .select()
    .from(lmnsWorkbook)
    .innerJoin(trust, eq(trust.id, lmnsWorkbook.trustId))
    .where(inArray(lmnsWorkbook.trustId, beside))
    .all()
    .map((row) => ({ ...row.lmns_workbook, trustName: row.trust.name }));
}

export function pointsOf({ db }: Database, workbookId: number): LmnsWorkbookCellRow[] {
  return db
    .select()
    .from(lmnsWorkbookCell)
    .where(eq(lmnsWorkbookCell.workbookId, workbookId))
    .orderBy(asc(lmnsWorkbookCell.id))
    .all();
}

export function lmnsWorkbookBytes({ db }: Database, workbookId: number): Buffer {
  const row = db.select().from(lmnsWorkbookFile).where(eq(lmnsWorkbookFile.workbookId, workbookId)).get();
  if (!row) throw new Error(`Workbook ${workbookId} of the LMNS has no file`);
  return Buffer.from(row.contents, 'base64');
}

export function insertLmnsWorkbook({ db }: Database, row: typeof lmnsWorkbook.$inferInsert, contents: string): number {
  const { id } = db.insert(lmnsWorkbook).values(row).returning().get();
  db.insert(lmnsWorkbookFile).values({ workbookId: id, contents }).run();
  return id;
}

export function deleteLmnsWorkbook({ db }: Database, id: number): void {
  db.delete(lmnsWorkbookCell).where(eq(lmnsWorkbookCell.workbookId, id)).run();
  db.delete(lmnsWorkbookFile).where(eq(lmnsWorkbookFile.workbookId, id)).run();
  db.delete(lmnsWorkbook).where(eq(lmnsWorkbook.id, id)).run();
}

export function setPoint(
  { db }: Database,
  workbookId: number,
  { sheet, cell, field, overFormula }: { sheet: string; cell: string; field: string; overFormula: number },
): void {
  db.insert(lmnsWorkbookCell)
    .values({ workbookId, sheet, cell, field, overFormula })
    .onConflictDoUpdate({
      target: [lmnsWorkbookCell.workbookId, lmnsWorkbookCell.sheet, lmnsWorkbookCell.cell],
      set: { field, overFormula },
    })
    .run();
}

export function deletePoint({ db }: Database, workbookId: number, sheet: string, cell: string): boolean {
  const { changes } = db
    .delete(lmnsWorkbookCell)
    .where(
      and(
        eq(lmnsWorkbookCell.workbookId, workbookId),
        eq(lmnsWorkbookCell.sheet, sheet),
        eq(lmnsWorkbookCell.cell, cell),
      ),
    )
    .run();
  return changes > 0;
}

export function setSayAs({ db }: Database, id: number, sayAs: Readonly<Record<string, string>>): void {
  db.update(lmnsWorkbook)
    .set({ sayAs: JSON.stringify(sayAs) })
    .where(eq(lmnsWorkbook.id, id))
    .run();
}
