import { and, asc, eq, inArray } from 'drizzle-orm';
import * as tables from '#drizzle';
import type { Database } from '../../../database/database.ts';
import type { TrustRow } from '../../organisation/repository.ts';

const { returnTemplate, returnTemplateCell, returnTemplateFile, trust } = tables;

export type TemplateRow = typeof returnTemplate.$inferSelect;
export type TemplateCellRow = typeof returnTemplateCell.$inferSelect;

/** Templates of a trust and of the other trusts of its system, with the name of the trust that has each. */
export function templatesFor({ db }: Database, own: TrustRow): (TemplateRow & { trustName: string })[] {
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
    .from(returnTemplate)
    .innerJoin(trust, eq(trust.id, returnTemplate.trustId))
    .where(inArray(returnTemplate.trustId, beside))
    .all()
    .map((row) => ({ ...row.return_template, trustName: row.trust.name }));
}

export function pointsOf({ db }: Database, templateId: number): TemplateCellRow[] {
  return db
    .select()
    .from(returnTemplateCell)
    .where(eq(returnTemplateCell.templateId, templateId))
    .orderBy(asc(returnTemplateCell.id))
    .all();
}

export function templateBytes({ db }: Database, templateId: number): Buffer {
  const row = db.select().from(returnTemplateFile).where(eq(returnTemplateFile.templateId, templateId)).get();
  if (!row) throw new Error(`Template ${templateId} has no workbook`);
  return Buffer.from(row.contents, 'base64');
}

export function insertTemplate({ db }: Database, row: typeof returnTemplate.$inferInsert, contents: string): number {
  const { id } = db.insert(returnTemplate).values(row).returning().get();
  db.insert(returnTemplateFile).values({ templateId: id, contents }).run();
  return id;
}

export function deleteTemplate({ db }: Database, id: number): void {
  db.delete(returnTemplateCell).where(eq(returnTemplateCell.templateId, id)).run();
  db.delete(returnTemplateFile).where(eq(returnTemplateFile.templateId, id)).run();
  db.delete(returnTemplate).where(eq(returnTemplate.id, id)).run();
}

export function setPoint(
  { db }: Database,
  templateId: number,
  { sheet, cell, field, overFormula }: { sheet: string; cell: string; field: string; overFormula: number },
): void {
  db.insert(returnTemplateCell)
    .values({ templateId, sheet, cell, field, overFormula })
    .onConflictDoUpdate({
      target: [returnTemplateCell.templateId, returnTemplateCell.sheet, returnTemplateCell.cell],
      set: { field, overFormula },
    })
    .run();
}

export function deletePoint({ db }: Database, templateId: number, sheet: string, cell: string): boolean {
  const { changes } = db
    .delete(returnTemplateCell)
    .where(
      and(
        eq(returnTemplateCell.templateId, templateId),
        eq(returnTemplateCell.sheet, sheet),
        eq(returnTemplateCell.cell, cell),
      ),
    )
    .run();
  return changes > 0;
}

export function setSayAs({ db }: Database, id: number, sayAs: Readonly<Record<string, string>>): void {
  db.update(returnTemplate)
    .set({ sayAs: JSON.stringify(sayAs) })
    .where(eq(returnTemplate.id, id))
    .run();
}
