import {
  type EarlierAnswer,
  type PeriodOfReturn,
  type PlanLine,
  type Register,
  type RegisterLine,
  type ReturnAnswer,
  statusWords,
} from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { answeredLines, isOverdue, noAnswer } from './calculations.ts';
import { findingsOf } from './calculations/checks.ts';
import { inOrder, periodDays, periodKind, periodsAround, periodTitle } from './calculations/periods.ts';
import { evidenceOf } from './evidence-repository.ts';
import { ownRolesOf } from './role-repository.ts';
import { answersOf, findReturn, returnBefore, type ReturnRow, returnsOf, wordingOf } from './repository.ts';
import { newestSignatures } from './submission-repository.ts';

const THEME = 2;
const steps = ['check', 'signOff', 'submit', 'restate'] as const;

/** The lines of Theme 2 that trusts answer, in the plan's order. */
export function trustLines({ reference }: Pick<Context, 'reference'>): PlanLine[] {
  return reference.plan.lines.filter(({ theme, owner }) => theme === THEME && owner === 'trust');
}

/** Roles that may take each step: those of the rules in force, then those that the trust has added. */
export function rolesOf(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
): Register['roles'] {
  const { roles } = reference.theme2Return;
  const added = ownRolesOf(database, trust.id);
  return steps.map((step) => {
    const own = added.filter((role) => role.step === step).map(({ name }) => name);
    const ofRules = roles.filter((role) => role.step === step).map(({ name }) => name);
    return { step, roles: [...new Set([...ofRules, ...own])], own: own.filter((name) => !ofRules.includes(name)) };
  });
}

/** The register of a period: every line with its answer, or with none where it has not been started. */
export function readRegister(context: Context, trust: TrustRow, period: string): Register {
  const { database, reference } = context;
  const row = findReturn(database, trust.id, period);
  const wording = wordingOf(database, trust.id);
  const published = (plan: PlanLine) => wording.get(plan.reference) ?? null;
  const lines = registerLines(context, trust, period, row);
  const { objectives } = reference.plan;
  return {
    ...periodShown(context, period, row, answeredLines(lines)),
    trust: { code: trust.code, name: trust.name },
    carriedFrom: row?.carriedFrom ? periodTitle(row.carriedFrom) : null,
    objectives: objectives.filter(({ theme }) => theme === THEME).map(({ number, title }) => ({ number, title })),
    lines,
    context: reference.plan.lines
      .filter(({ theme, owner }) => theme === THEME && owner !== 'trust')
      .map((plan) => ({ plan, published: published(plan) })),
    publishedWording: wording.size > 0,
    statuses: reference.theme2Return.statuses.map(({ key, meaning }) => ({
      status: key,
      word: statusWords[key],
      meaning,
    })),
    roles: rolesOf(context, trust),
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
  const evidence = row ? evidenceOf(database, row.id) : [];
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
      items: evidence
        .filter((own) => own.reference === plan.reference)
        .map(({ id, item, kept }) => ({ id, ...item, kept })),
      before: before.get(plan.reference) ?? null,
      overdue: isOverdue(answer, today),
      // What was submitted is looked at no more.
      findings: row && row.state !== 'submitted' ? findingsOf(plan.reference, answer, today) : [],
    };
  });
}

/** Periods with a return, and quarters and months around today: quarters first, each kind the newest first. */
export function readPeriods(context: Context, trust: TrustRow) {
  const { database, today } = context;
  const rows = new Map(returnsOf(database, trust.id).map((row) => [row.period, row]));
  const { quarter, month, around } = periodsAround(today());
  const periods = inOrder([...rows.keys(), ...around]).map((period) => {
    const row = rows.get(period);
    const answers = row ? [...answersOf(database, row.id).values()].map((answer) => ({ answer })) : [];
    return periodShown(context, period, row, answeredLines(answers));
  });
  return { quarter, month, periods };
}

/** How far the return of a period is, and who took which step. */
export function periodShown(
  { database }: Pick<Context, 'database'>,
  period: string,
  row: ReturnRow | undefined,
  answered: number,
): PeriodOfReturn {
  const signed = (role: string | null | undefined, at: string | null | undefined) => (role && at ? { role, at } : null);
  const submitted = row && newestSignatures(database, [row.id]).get(row.id);
  return {
    period,
    kind: periodKind(period),
    title: periodTitle(period),
    ...periodDays(period),
    state: row?.state ?? 'not started',
    answered,
    checked: signed(row?.checkedBy, row?.checkedAt),
    signedOff: signed(row?.signedOffBy, row?.signedOffAt),
    submitted: submitted ? { role: submitted.role, at: submitted.at } : null,
    restated: submitted ? submitted.number - 1 : 0,
  };
}

/** What a line was answered in every other period with a return, the newest first. */
export function earlierAnswers(
  context: Context,
  trust: TrustRow,
  { period, reference }: { readonly period: string; readonly reference: string },
): EarlierAnswer[] {
  const { database } = context;
  const rows = returnsOf(database, trust.id).filter((row) => row.period !== period);
  const signatures = newestSignatures(
    database,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap((row): EarlierAnswer[] => {
      const answer = answersOf(database, row.id).get(reference);
      if (!answer) return [];
      const submittedAt = signatures.get(row.id)?.at ?? null;
      return [{ period: row.period, title: periodTitle(row.period), state: row.state, submittedAt, answer }];
    })
    .sort((one, other) => (periodDays(one.period).last < periodDays(other.period).last ? 1 : -1));
}
