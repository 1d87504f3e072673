import type { PlanLine, QuarterOfReturn, Register, RegisterLine, ReturnAnswer } from '#contract';
import { addDays, nhsQuarter, quarterPeriod } from '../../core/dates.ts';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { answeredLines, findingsOf, isOverdue, noAnswer, quarterTitle } from './calculations.ts';
import { answersOf, findReturn, returnBefore, type ReturnRow, returnsOf, wordingOf } from './repository.ts';

const THEME = 2;

/** The lines of Theme 2 that trusts answer, in the plan's order. */
export function trustLines({ reference }: Context): PlanLine[] {
  return reference.plan.lines.filter(({ theme, owner }) => theme === THEME && owner === 'trust');
}

/** The register of a quarter: every line with its answer, or with none where the quarter has not been started. */
export function readRegister(context: Context, trust: TrustRow, period: string): Register {
  const { database, reference } = context;
  const row = findReturn(database, trust.id, period);
  const wording = wordingOf(database, trust.id);
  const published = (plan: PlanLine) => wording.get(plan.reference) ?? null;
  const lines = registerLines(context, trust, period, row);
  const { objectives } = reference.plan;
  return {
    ...quarterOf(period, row, answeredLines(lines)),
    trust: { code: trust.code, name: trust.name },
    carriedFrom: row?.carriedFrom ? quarterTitle(row.carriedFrom) : null,
    objectives: objectives.filter(({ theme }) => theme === THEME).map(({ number, title }) => ({ number, title })),
    lines,
    context: reference.plan.lines
      .filter(({ theme, owner }) => theme === THEME && owner !== 'trust')
      .map((plan) => ({ plan, published: published(plan) })),
    publishedWording: wording.size > 0,
  };
}

export function registerLines(
  context: Context,
  trust: TrustRow,
  period: string,
  row: ReturnRow | undefined,
): RegisterLine[] {
  const { database } = context;
  const answers = row ? answersOf(database, row.id) : new Map<string, ReturnAnswer>();
  const earlier = returnBefore(database, trust.id, period);
  const before = earlier ? answersOf(database, earlier.id) : new Map<string, ReturnAnswer>();
  const wording = wordingOf(database, trust.id);
  const today = context.today();
  return trustLines(context).map((plan) => {
    const answer = answers.get(plan.reference) ?? noAnswer;
    return {
      plan,
      published: wording.get(plan.reference) ?? null,
      answer,
      before: before.get(plan.reference) ?? null,
      overdue: isOverdue(answer, today),
      findings: row ? findingsOf(plan.reference, answer) : [],
    };
  });
}

/** Quarters with a return, and the last, this and the next one by today; the newest first. */
export function readQuarters(
  { database, today }: Context,
  trust: TrustRow,
): { current: string; quarters: QuarterOfReturn[] } {
  const rows = new Map(returnsOf(database, trust.id).map((row) => [row.period, row]));
  const current = nhsQuarter(today());
  const { first, last } = quarterPeriod(current);
  const around = [nhsQuarter(addDays(first, -1)), current, nhsQuarter(addDays(last, 1))];
  const periods = [...new Set([...rows.keys(), ...around])].sort().reverse();
  const quarters = periods.map((period) => {
    const row = rows.get(period);
    const answers = row ? [...answersOf(database, row.id).values()].map((answer) => ({ answer })) : [];
    return quarterOf(period, row, answeredLines(answers));
  });
  return { current, quarters };
}

function quarterOf(period: string, row: ReturnRow | undefined, answered: number): QuarterOfReturn {
  const { first, last } = quarterPeriod(period);
  const state = row === undefined ? 'not started' : row.madeAt === null ? 'draft' : 'made';
  return { period, title: quarterTitle(period), first, last, state, answered, madeAt: row?.madeAt ?? null };
}
