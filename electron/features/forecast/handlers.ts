import type { ForecastAssumptions, ForecastScenario } from '#contract';
import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { addDays } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { forecastBase } from './base-service.ts';
import { monthOf, monthsLater } from './calculations/months.ts';
import {
  deleteScenario,
  insertScenario,
  ownAssumptions,
  putAssumptions,
  scenariosOf,
  updateScenario,
} from './repository.ts';
import { comparedShown, forecastShown, leastHorizon, namesOf } from './service.ts';

const on = implementation.forecast;

/** The last month of a forecast: that of the pack or the one asked for; a sentence where it is too near or too far. */
function horizonOf({ reference }: Context, census: string, asked: string | undefined): { to: string } | string {
  const least = leastHorizon(reference.forecast, census);
  const most = monthsLater(monthOf(addDays(census, 1)), reference.forecast.longestMonths - 1);
  const to = asked ?? least;
  if (to < least) return `The forecast reaches to ${least} at least. Choose that month or a later one.`;
  return to > most ? `The forecast reaches to ${most} at most. Choose that month or an earlier one.` : { to };
}

const taken = (name: string) =>
  `There is a scenario called “${name}” already. Choose another name. Nothing was changed.`;

export const forecastHandlers = on.router({
  run: on.run.handler(({ input, context, errors }) => {
    const { database, reference } = context;
    const trust = requireTrust(database, input.trust);
    const answer = forecastBase(context, trust);
    if (!answer) return null;
    const horizon = horizonOf(context, answer.base.census, input.to);
    if (typeof horizon === 'string') throw errors.TOO_SHORT({ message: horizon });
    const scenario = scenariosOf(database, trust.id).find(({ id }) => id === input.scenario) ?? null;
    if (input.scenario != null && !scenario) throw errors.NOT_THERE();
    const own = ownAssumptions(database, trust.id);
    return forecastShown(answer, reference, {
      group: input.group ?? null,
      to: horizon.to,
      own,
      instead: scenario === null ? input.tried : undefined,
      changes: scenario === null ? {} : (input.tried ?? scenario.changes),
      scenario,
    });
  }),

  compare: on.compare.handler(({ input, context, errors }) => {
    const { database, reference } = context;
    const trust = requireTrust(database, input.trust);
    const answer = forecastBase(context, trust);
    if (!answer) return null;
    const horizon = horizonOf(context, answer.base.census, input.to);
    if (typeof horizon === 'string') throw errors.TOO_SHORT({ message: horizon });
    const all = scenariosOf(database, trust.id);
    const chosen = input.scenarios.flatMap((id) => all.find((one) => one.id === id) ?? []);
    const own = ownAssumptions(database, trust.id);
    const group = input.group ?? null;
    const show = (scenario: ForecastScenario | null) =>
      comparedShown(answer, reference, { group, to: horizon.to, own, changes: scenario?.changes ?? {}, scenario });
    return {
      census: answer.base.census,
      to: horizon.to,
      groupName: group === null ? 'All staff groups' : namesOf(reference.organisation)(group),
      all: [show(null), ...chosen.map(show)],
      remarks: [...answer.remarks],
    };
  }),

  scenarios: on.scenarios.handler(({ input, context: { database } }) =>
    scenariosOf(database, requireTrust(database, input.trust).id),
  ),

  setAssumptions: on.setAssumptions.handler(({ input, context: { database, now } }) => {
    const trust = requireTrust(database, input.trust);
    if (isSame(ownAssumptions(database, trust.id), input.assumptions)) return { label: null };
    const label = 'Assumptions of the forecast';
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putAssumptions(database, trust.id, input.assumptions),
    );
    return { label };
  }),

  addScenario: on.addScenario.handler(({ input, context: { database, now }, errors }) => {
    const { trust: code, ...row } = input;
    const trust = requireTrust(database, code);
    const label = `New scenario ${row.name}`;
    try {
      const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        insertScenario(database, trust.id, row),
      );
      return { label, id };
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: taken(row.name) });
      throw error;
    }
  }),

  copyScenario: on.copyScenario.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const source = scenariosOf(database, trust.id).find(({ id }) => id === input.id);
    if (!source) throw errors.NOT_THERE();
    const label = `Copy scenario ${source.name} as ${input.name}`;
    try {
      const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        insertScenario(database, trust.id, { name: input.name, note: source.note, changes: source.changes }),
      );
      return { label, id };
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: taken(input.name) });
      throw error;
    }
  }),

  changeScenario: on.changeScenario.handler(({ input, context: { database, now }, errors }) => {
    const { trust: code, id, ...row } = input;
    const trust = requireTrust(database, code);
    const before = scenariosOf(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    const changes = Object.entries(row).filter(
      ([key, value]) => value !== undefined && !isSame(before[key as keyof ForecastScenario], value),
    );
    if (changes.length === 0) return { label: null };
    const label =
      row.name && row.name !== before.name ? `Scenario ${before.name} is now ${row.name}` : `Scenario ${before.name}`;
    try {
      recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        updateScenario(database, id, Object.fromEntries(changes) as Partial<ForecastScenario>),
      );
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: taken(row.name ?? before.name) });
      throw error;
    }
    return { label };
  }),

  removeScenario: on.removeScenario.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const scenario = scenariosOf(database, trust.id).find(({ id }) => id === input.id);
    if (!scenario) throw errors.NOT_THERE();
    const label = `Remove scenario ${scenario.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteScenario(database, scenario.id));
    return { label };
  }),
});

const isSame = (one: ForecastAssumptions | string | number, other: ForecastAssumptions | string | number) =>
  JSON.stringify(one) === JSON.stringify(other);
