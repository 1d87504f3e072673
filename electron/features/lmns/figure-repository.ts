import { and, asc, eq } from 'drizzle-orm';
import type { LmnsKeptFigure } from '#contract';
import { returnFigure } from '../../contract/return-document.ts';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { lmnsFigure } = tables;

interface LineOf {
  readonly lmnsId: number;
  readonly period: string;
}

/** Figures in the evidence of the LMNS's lines of a period, in the order in which they were taken in. */
export function keptFiguresOf({ db }: Database, { lmnsId, period }: LineOf): LmnsKeptFigure[] {
  return db
    .select({ figure: lmnsFigure.figure, packs: lmnsFigure.packs })
    .from(lmnsFigure)
    .where(and(eq(lmnsFigure.lmnsId, lmnsId), eq(lmnsFigure.period, period)))
    .orderBy(asc(lmnsFigure.id))
    .all()
    .map(({ figure, packs }) => ({
      figure: returnFigure.parse(JSON.parse(figure)),
      packs: JSON.parse(packs) as LmnsKeptFigure['packs'],
    }));
}

/** Takes a figure in, or replaces the one of its line and key. */
export function putKeptFigure({ db }: Database, of: LineOf, { figure, packs }: LmnsKeptFigure): void {
  const { reference, key: figureKey } = figure;
  const set = { figure: JSON.stringify(figure), packs: JSON.stringify(packs) };
  const target = [lmnsFigure.lmnsId, lmnsFigure.period, lmnsFigure.reference, lmnsFigure.figureKey];
  db.insert(lmnsFigure)
    .values({ ...of, reference, figureKey, ...set })
    .onConflictDoUpdate({ target, set })
    .run();
}

export function deleteKeptFigure(
  { db }: Database,
  { lmnsId, period }: LineOf,
  { reference, key }: { readonly reference: string; readonly key: string },
): void {
  db.delete(lmnsFigure)
    .where(
      and(
        eq(lmnsFigure.lmnsId, lmnsId),
        eq(lmnsFigure.period, period),
        eq(lmnsFigure.reference, reference),
        eq(lmnsFigure.figureKey, key),
      ),
    )
    .run();
}
