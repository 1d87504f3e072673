import type { LmnsKeptFigure } from '#contract';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import {
  decideFigure,
  decisionInWords,
  type FigureDecision,
  isDecidedAlike,
} from '../returns/calculations/kept-figure.ts';
import { countingDocuments } from './counting.ts';
import { deleteKeptFigure, keptFiguresOf, putKeptFigure } from './figure-repository.ts';
import { offeredForLines } from './lines.ts';
import type { LmnsRow } from './repository.ts';

/**
 * Takes a figure of the compile or of the records into the evidence of a line as it is now, or in other words or values with
 * a reason. The sentence read must be the one that the figure gives now, or nothing is written.
 */
export function keepLmnsFigure(
  context: Context,
  lmns: LmnsRow,
  { period, ...decision }: FigureDecision & { readonly period: string },
): { kind: 'kept'; label: string | null } | { kind: 'gone' } | { kind: 'no reason' } {
  const { database, now, today } = context;
  const { compiled, recorded } = offeredForLines(context, lmns, period);
  const decided = decideFigure([...recorded, ...compiled], decision, today());
  if (decided.kind !== 'kept') return decided;
  const { figure } = decided;
  const isSame = (own: LmnsKeptFigure['figure']) => own.key === figure.key && own.reference === figure.reference;
  const of = { lmnsId: lmns.id, period };
  const before = keptFiguresOf(database, of).find((own) => isSame(own.figure));
  if (isDecidedAlike(before?.figure, figure)) return { kind: 'kept', label: null };
  const packs = compiled.some(isSame) ? packsOf(context, lmns, period) : [];
  const label = decisionInWords(figure);
  recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => putKeptFigure(database, of, { figure, packs }));
  return { kind: 'kept', label };
}

/** Takes a figure out of the evidence; undefined where it is not in it. */
export function dropLmnsFigure(
  { database, now }: Context,
  lmns: LmnsRow,
  { period, ...of }: { readonly period: string; readonly reference: string; readonly key: string },
): string | undefined {
  const line = { lmnsId: lmns.id, period };
  const found = keptFiguresOf(database, line).find(
    ({ figure }) => figure.key === of.key && figure.reference === of.reference,
  );
  if (!found) return undefined;
  const label = `${of.reference} without the figure: ${found.figure.title}`;
  recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => deleteKeptFigure(database, line, of));
  return label;
}

/** Each pack and version that a return of the period was made with, and by which trusts. */
function packsOf(context: Context, lmns: LmnsRow, period: string): LmnsKeptFigure['packs'] {
  const found = new Map<string, LmnsKeptFigure['packs'][number]>();
  for (const { period: own, trust, packs } of countingDocuments(context, lmns, period)) {
    if (own !== period) continue;
    for (const pack of packs) {
      const key = `${pack.id} ${pack.version}`;
      const one = found.get(key) ?? { ...pack, trusts: [] };
      found.set(key, one);
      one.trusts.push(trust.code);
    }
  }
  return [...found.values()];
}
