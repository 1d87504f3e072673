import type { ActionEffect, RetentionAction } from '#contract';
import { implementation, type Context } from '../../context.ts';
import type { Fraction } from '../../core/fraction.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import { heldFigureOf } from './calculations/held-figures.ts';
import { boundsOf, natureOf } from './calculations/monthly-figure.ts';
import { type MonthValue, variationOf } from './calculations/variation.ts';
import { judgementOf } from './calculations/variation-words.ts';
import { figureByMonth } from './figure-service.ts';
import { livingPlan } from './plan-service.ts';

const on = implementation.retention;

/** To six decimals. */
const numberOf = ({ numerator, denominator }: Fraction) => Number((numerator * 1_000_000n) / denominator) / 1_000_000;

function methodOf({ variation }: Context['reference']['retention'], isMonthly: boolean): string[] {
  const values = isMonthly ? 'months' : 'values';
  const times = variation.rangesInLimit / 100;
  return [
    `Chart of single values with moving ranges (XmR): limits are the mean of the ${values} before the start, give or take ${times} × the mean difference between neighbours. At least ${variation.leastBefore} and at most the last ${variation.mostBefore} ${values} before the start are taken.`,
    `More than ordinary variation is: one of the ${values} since the start beyond a limit; ${variation.runLength} in a row on one side of the mean of before; or two of three beyond two thirds of the way to the same limit.`,
    isMonthly
      ? 'The month in which the action starts counts as after the start. Every month stands by itself: no figure here runs over twelve months, whose months would share most of their people.'
      : 'Values stand in order of their days, however far apart.',
  ];
}

/** The figure or the values of an action before and after its start; null where it names no figure and has no values. */
export function effectOf(
  context: Context,
  trust: TrustRow,
  action: RetentionAction,
  groups: readonly string[],
): ActionEffect | null {
  const rules = context.reference.retention;
  const figure = action.figure === null ? undefined : heldFigureOf(action.figure);
  if (!figure && action.readings.length === 0) return null;
  const values: MonthValue[] = figure
    ? figureByMonth(context, trust, figure, groups)
    : action.readings.map(({ day, value }) => ({ month: day, value: { numerator: value, denominator: 100 } }));
  const nameOf = namesOfGroups(context);
  const head = {
    figure: figure ? action.figure : null,
    name: (figure ? action.figureName : action.measure) ?? 'the measure',
    unit: figure ? natureOf(figure).unit : ('own' as const),
    better: figure ? natureOf(figure).better : null,
    groups: groups.map((key) => ({ key, name: nameOf(key) })),
    start: action.start,
    method: methodOf(rules, figure !== undefined),
  };
  if (action.start === null)
    return {
      ...head,
      points: values.map(({ month, value }) => ({ day: month, value, phase: 'earlier' as const })),
      limits: null,
      signals: [],
      judgement: 'no_start',
      sentence: 'Enter the day on which the action starts: what came before it makes the range of ordinary variation.',
    };
  const start = action.start;
  const bounds = figure ? boundsOf(figure) : { floor: null, ceiling: null };
  const variation = variationOf(values, start, rules.variation, bounds);
  const firstBefore = variation.before[0]?.month ?? start;
  const { limits } = variation;
  return {
    ...head,
    points: values.map(({ month, value }) => ({
      day: month,
      value,
      phase: month >= start ? 'after' : month >= firstBefore ? 'before' : 'earlier',
    })),
    limits: limits && {
      mean: numberOf(limits.mean),
      movingRange: numberOf(limits.movingRange),
      lower: numberOf(limits.lower),
      upper: numberOf(limits.upper),
      values: limits.months,
    },
    signals: variation.signals.map(({ kind, month, side }) => ({ kind, day: month, side })),
    ...judgementOf(variation, rules.variation, {
      name: (head.name[0]?.toLowerCase() ?? '') + head.name.slice(1),
      better: head.better,
      isCount: head.unit === 'leavers',
      isMonthly: figure !== undefined,
    }),
  };
}

export const effectHandlers = {
  effect: on.effect.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const action = livingPlan(context, trust).actions.find(({ key }) => key === input.key);
    if (!action) throw errors.NOT_THERE();
    return effectOf(context, trust, action, input.groups ?? maternityGroups['midwives_and_support'] ?? []);
  }),
};
