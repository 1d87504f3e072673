import type { LmnsAnsweredLine, PlanLine, ReturnFigure } from '#contract';
import type { Context } from '../../context.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import { compileFigures } from './calculations/compile-figures.ts';
import { recordFigures } from './calculations/record-figures.ts';
import { compileSystem } from './compile-service.ts';
import { keptFiguresOf } from './figure-repository.ts';
import { answeredBefore, lmnsAnswersOf, noLmnsAnswer, recordsOf } from './record-repository.ts';
import { periodTitle } from '../returns/calculations/periods.ts';
import { expectedTrusts, type LmnsRow } from './repository.ts';

const THEME = 2;

/** The lines of Theme 2 that an LMNS or ICB answers, in the plan's order. */
export function lmnsLines({ reference }: Pick<Context, 'reference'>): PlanLine[] {
  return reference.plan.lines.filter(({ theme, owner }) => theme === THEME && owner === 'lmns');
}

/** What the compile and the LMNS's own records know for its lines of a period, worked out now. */
export function offeredForLines(
  context: Context,
  lmns: LmnsRow,
  period: string,
): { readonly compiled: readonly ReturnFigure[]; readonly recorded: readonly ReturnFigure[] } {
  const { database, today, reference } = context;
  const system = compileSystem(context, lmns, period);
  const recorded = recordFigures({
    records: recordsOf(database, lmns.id).map(({ cells }) => cells),
    trusts: expectedTrusts(database, lmns.id),
    period,
    title: periodTitle(period),
    today: today(),
    disclosure: disclosureFor(reference.smallNumbers, 'lmns'),
  });
  return { compiled: system ? compileFigures(system) : [], recorded };
}

/** The LMNS's lines of a period: answered or not, with the answer before, and the figures kept and known for each. */
export function readAnsweredLines(context: Context, lmns: LmnsRow, period: string): LmnsAnsweredLine[] {
  const { database } = context;
  const answers = lmnsAnswersOf(database, lmns.id, period);
  const earlier = answeredBefore(database, lmns.id, period);
  const before = earlier === undefined ? new Map() : lmnsAnswersOf(database, lmns.id, earlier);
  const kept = keptFiguresOf(database, { lmnsId: lmns.id, period });
  const { compiled, recorded } = offeredForLines(context, lmns, period);
  const figures = [...recorded, ...compiled];
  return lmnsLines(context).map((plan) => ({
    plan,
    answer: answers.get(plan.reference) ?? noLmnsAnswer,
    before: before.get(plan.reference) ?? null,
    figures: figures.filter(({ reference }) => reference === plan.reference),
    kept: kept.filter(({ figure }) => figure.reference === plan.reference),
  }));
}
