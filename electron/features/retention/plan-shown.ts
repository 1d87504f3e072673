import type { RetentionAction, RetentionPlan } from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { type ActionGroups, retentionFigures } from './calculations/figures.ts';
import { heldFigures } from './calculations/held-figures.ts';
import { colours, statuses } from './calculations/statuses.ts';
import { versionsOf } from './plan-repository.ts';
import { livingPlan, type World } from './plan-service.ts';

const formulas: RetentionPlan['formulas'] = [
  { figure: 'overdue', formula: 'actions due before the day, neither complete nor cancelled' },
  {
    figure: 'dueSoon',
    formula: 'actions due on the day or within the days of warning of the rules, neither complete nor cancelled',
  },
  {
    figure: 'unmeasured',
    formula: 'open actions that name no figure the planner works out and of whose measure no value was taken',
  },
  { figure: 'escalated', formula: 'actions, whatever their status, of which the LMNS or NHS England is to know' },
];

const named = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([key, name]) => ({ key, name }));

/** An action as the figures of imported plans count it. */
const counted = (action: RetentionAction, on: string) => ({
  ...action,
  row: action.from?.row ?? 0,
  day: on,
  escalated: action.escalateTo !== null,
});

/** The living plan with its figures as on a day. Actions that the newest plan has no more are in the list, not in the figures. */
export function planShown(context: Pick<Context, keyof World>, trust: TrustRow, on = context.today()): RetentionPlan {
  const { database, reference } = context;
  const { planDay, sources, actions } = livingPlan(context, trust, on);
  const rules = reference.retention;
  const figures = retentionFigures(
    actions.filter(({ gone }) => !gone).map((action) => counted(action, on)),
    rules,
    on,
  );
  const tally = (
    groups: ActionGroups<RetentionAction & ReturnType<typeof counted>>,
    nameOf: (word: string) => string,
    none: string,
  ) => [...groups].map(([key, some]) => ({ key, name: key === null ? none : nameOf(key), actions: some.length }));
  const reasons = actions.flatMap(({ figure }) => (figure?.startsWith('reason:') ? [figure.slice(7)] : []));
  return {
    planDay,
    on,
    sources: [...sources],
    actions: [...actions],
    elements: rules.elements.map(({ key, name }) => ({ key, name })),
    promise: rules.promise,
    evidenceSources: rules.evidenceSources,
    confidenceLevels: rules.confidenceLevels,
    statuses: named(statuses),
    colours: named(colours),
    lines: reference.plan.lines
      .filter(({ theme }) => theme === 2)
      .map(({ reference: line, title }) => ({ reference: line, title })),
    figures: heldFigures(rules, [...new Set(reasons)]),
    byStatus: tally(figures.byStatus, (key) => statuses[key] ?? key, 'No status'),
    overdue: figures.overdue.map(({ key }) => key),
    dueSoon: figures.dueSoon.map(({ key }) => key),
    unmeasured: actions.filter(({ gone, unmeasured }) => !gone && unmeasured !== null).map(({ key }) => key),
    escalated: figures.escalated.length,
    versions: versionsOf(database, trust.id).map(({ trustId: _trust, actions: kept, ...version }) => ({
      ...version,
      actions: (JSON.parse(kept) as unknown[]).length,
    })),
    formulas,
    pack: { title: rules.title, version: rules.version },
  };
}
