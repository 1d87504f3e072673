import type { LmnsAnsweredLine, PlanLine } from '#contract';
import type { Context } from '../../context.ts';
import { compileFigures } from './calculations/compile-figures.ts';
import { recordFigures } from './calculations/record-figures.ts';
import { compileSystem } from './compile-service.ts';
import { answeredBefore, lmnsAnswersOf, noLmnsAnswer, recordsOf } from './record-repository.ts';
import { periodTitle } from '../returns/calculations/periods.ts';
import { expectedTrusts, type LmnsRow } from './repository.ts';

const THEME = 2;

/** The lines of Theme 2 that an LMNS or ICB answers, in the plan's order. */
export function lmnsLines({ reference }: Pick<Context, 'reference'>): PlanLine[] {
  return reference.plan.lines.filter(({ theme, owner }) => theme === THEME && owner === 'lmns');
}

/** The LMNS's lines of a period: answered or not, with the answer before and the figures that the store knows for each. */
export function readAnsweredLines(context: Context, lmns: LmnsRow, period: string): LmnsAnsweredLine[] {
  const { database, today } = context;
  const answers = lmnsAnswersOf(database, lmns.id, period);
  const earlier = answeredBefore(database, lmns.id, period);
  const before = earlier === undefined ? new Map() : lmnsAnswersOf(database, lmns.id, earlier);
  const compiled = compileSystem(context, lmns, period);
  const kept = recordFigures({
    records: recordsOf(database, lmns.id).map(({ cells }) => cells),
    trusts: expectedTrusts(database, lmns.id),
    period,
    title: periodTitle(period),
    today: today(),
  });
  const figures = [...kept, ...(compiled ? compileFigures(compiled) : [])];
  return lmnsLines(context).map((plan) => ({
    plan,
    answer: answers.get(plan.reference) ?? noLmnsAnswer,
    before: before.get(plan.reference) ?? null,
    figures: figures.filter(({ reference }) => reference === plan.reference),
  }));
}
