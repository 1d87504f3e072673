import type { CountedRow, RedFlagActionCells } from '../../contract/monthly-counts.ts';
import { type Context, implementation } from '../../context.ts';
import { groupedBy } from '../../core/grouped.ts';
import { recordChange } from '../../database/history.ts';
import { sumRates } from '../../core/rates.ts';
import { describeTrust, nameKey, type TrustRow } from '../organisation/repository.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { countSum, countsBySpan, type MonthlyCount, oneToOneCare } from './calculations/counts.ts';
import { monthOf, monthSpans, monthsOf, monthTitle, periodOfMonths } from './calculations/months.ts';
import { countedThings, localKey } from './counted.ts';
import { enterCounts } from './count-service.ts';
import { importedCountRows } from './imported-counts.ts';
import {
  countsOf,
  deleteAction,
  deleteLocalFlag,
  enteredCounts,
  findAction,
  insertAction,
  insertLocalFlag,
  localFlagsOf,
  redFlagActionsOf,
  updateAction,
  usesOfFlag,
} from './repository.ts';

const on = implementation.assurance;
const oneToOneFormula = 'women with one-to-one care ÷ women in labour, of the units and months where both were entered';

export const countHandlers = {
  counts: on.counts.handler(({ input, context, errors }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    if (input.unit && !hasUnit(context, trust, input.unit)) throw errors.NOT_THERE();
    const spans = monthSpans(input.by, input.last ?? monthOf(today()), input.columns);
    const months = spans.flatMap((span) => span.months);
    const counts = countsOf(database, trust.id, months).filter(({ unitId }) => unitId === (input.unit ?? unitId));
    const things = countedThings(context, trust.id);
    const ofKey = groupedBy(counts, ({ counted }) => counted);
    const rowOf = (thing: Omit<CountedRow, 'cells' | 'total'>): CountedRow => {
      const own = ofKey.get(thing.key) ?? [];
      return { ...thing, cells: countsBySpan(own, [thing.key], spans), total: countSum(own, [thing.key], months) };
    };
    const keys = things.flags.map(({ key }) => key);
    const shares = spans.map((span) => oneToOneCare(counts, span.months));
    const { title, version, source, local } = reference.redFlags;
    return {
      columns: spans.map(({ months: own, ...span }) => ({ ...span, months: [...own] })),
      rows: [...things.flags.map(rowOf), ...things.others.map((thing) => rowOf({ ...thing, source: 'counted' }))],
      flags: { cells: countsBySpan(counts, keys, spans), total: countSum(counts, keys, months) },
      oneToOne: { cells: shares, total: sumRates(shares), formula: oneToOneFormula },
      ownFlags: localFlagsOf(database, trust.id).map(({ id, name, meaning }) => ({
        id,
        key: localKey(id),
        name,
        meaning,
      })),
      suggestions: local.map(({ name }) => name),
      pack: { title, version, source: `${source.title}, ${source.publisher}` },
    };
  }),

  countRows: on.countRows.handler(({ input, context, errors }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    if (input.unit && !hasUnit(context, trust, input.unit)) throw errors.NOT_THERE();
    const rows = importedCountRows(database, trust.id, input).filter(({ unitId }) => unitId === (input.unit ?? unitId));
    const entered = enteredCounts(database, trust.id, [...new Set(rows.map(({ month }) => month))]);
    const place = (one: Pick<MonthlyCount, 'unitId' | 'month' | 'counted'>) =>
      `${one.unitId} ${one.month} ${one.counted}`;
    const byHand = new Map(entered.map((one) => [place(one), one.count]));
    const { flags, others } = countedThings(context, trust.id);
    const names = new Map([...flags, ...others].map(({ key, name }) => [key, name]));
    return rows.map(({ unitId, ...row }) => ({
      ...row,
      name: names.get(row.counted) ?? row.counted,
      byHand: byHand.get(place({ unitId, ...row })) ?? null,
    }));
  }),

  enterCounts: on.enterCounts.handler(({ input, context, errors }) => {
    const outcome = enterCounts(context, requireTrust(context.database, input.trust), input.cells);
    if (outcome.kind === 'missing')
      throw errors.NOT_THERE({
        message: 'A unit or a red flag is no longer there. Nothing was changed. Look at the counts again.',
      });
    if (outcome.kind === 'refused') {
      const [first] = outcome.problems;
      const message =
        outcome.problems.length === 1 && first
          ? `${first.message} Nothing was changed.`
          : `${outcome.problems.length} counts could not be understood. Nothing was changed.`;
      throw errors.CELLS_REFUSED({ message, data: outcome });
    }
    return { label: outcome.label };
  }),

  addFlag: on.addFlag.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const { name, meaning } = input;
    const taken = countedThings(context, trust.id).flags.some((flag) => nameKey(flag.name) === nameKey(name));
    if (taken) throw errors.NAME_TAKEN();
    const position = localFlagsOf(database, trust.id).length;
    const label = `New red flag ${name}`;
    try {
      const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        insertLocalFlag(database, { trustId: trust.id, name, nameKey: nameKey(name), meaning, position }),
      );
      return { id, label };
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN();
      throw error;
    }
  }),

  removeFlag: on.removeFlag.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const flag = localFlagsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!flag) throw errors.NOT_THERE();
    if (usesOfFlag(database, trust.id, localKey(flag.id)) > 0)
      throw errors.STILL_USED({ message: `“${flag.name}” has counts or actions. Clear them first, in every month.` });
    const label = `Remove the red flag ${flag.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteLocalFlag(database, flag.id));
    return { label };
  }),

  actions: on.actions.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const flags = new Map(countedThings(context, trust.id).flags.map(({ key, name }) => [key, name]));
    const units = new Map(describeTrust(context.database, trust).units.map(({ id, name }) => [id, name]));
    const months = input.first <= input.last ? monthsOf(periodOfMonths(input.first, input.last)) : [];
    return redFlagActionsOf(context.database, trust.id, months).map(({ trustId: _trustId, unitId, ...action }) => ({
      ...action,
      unit: unitId,
      unitName: unitId === null ? null : (units.get(unitId) ?? null),
      flagName: action.flag === null ? 'Red flags' : (flags.get(action.flag) ?? action.flag),
    }));
  }),

  addAction: on.addAction.handler(({ input: { trust: code, unit, ...cells }, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, code);
    if (!fits(context, trust, { unit, flag: cells.flag })) throw errors.NOT_THERE();
    const label = `New action of ${monthTitle(cells.month)}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertAction(database, { trustId: trust.id, unitId: unit, ...cells }),
    );
    return { id, label };
  }),

  changeAction: on.changeAction.handler(({ input: { trust: code, id, unit, ...cells }, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, code);
    const action = findAction(database, trust.id, id);
    if (!action || !fits(context, trust, { unit, flag: cells.flag })) throw errors.NOT_THERE();
    const values = { ...cells, ...(unit === undefined ? {} : { unitId: unit }) };
    const differs = Object.entries(values).some(([key, value]) => action[key as keyof typeof action] !== value);
    if (!differs) return { label: null };
    const label = `Action of ${monthTitle(cells.month ?? action.month)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateAction(database, id, values));
    return { label };
  }),

  removeAction: on.removeAction.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const action = findAction(database, trust.id, input.id);
    if (!action) throw errors.NOT_THERE();
    const label = `Remove an action of ${monthTitle(action.month)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteAction(database, action.id));
    return { label };
  }),
};

function hasUnit({ database }: Context, trust: TrustRow, unit: number): boolean {
  return describeTrust(database, trust).units.some(({ id }) => id === unit);
}

/** The unit and the flag that an action names are the trust's. */
function fits(
  context: Context,
  trust: TrustRow,
  { unit, flag }: Partial<Pick<RedFlagActionCells, 'unit' | 'flag'>>,
): boolean {
  if (unit !== undefined && unit !== null && !hasUnit(context, trust, unit)) return false;
  return flag === undefined || flag === null || countedThings(context, trust.id).flags.some(({ key }) => key === flag);
}
