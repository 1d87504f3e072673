import type { AgreedLevel, AgreedLevelInputs } from '#contract';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { Reference } from '../../reference/load.ts';
import { ofAmount } from '../../core/fraction.ts';
import { describeTrust } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { difference, reviewOn, reviewState } from './calculations/agreed-levels.ts';
import { adoptLevel } from './level-use.ts';
import { changesOf, hasUnit } from './neonatal-handlers.ts';
import {
  deleteAgreedLevel,
  insertAgreedLevel,
  listAgreedLevels,
  updateAgreedLevel,
} from './required-levels-repository.ts';

const on = implementation.establishment;
const noUnit = { message: 'There is no such unit here. Choose one from the list.' };

const nothing: Omit<AgreedLevelInputs, 'profession'> = {
  role: '',
  unit: null,
  designation: null,
  tier: null,
  required: null,
  funded: null,
  inPost: null,
  freedHours: null,
  source: null,
  agreedBy: null,
  date: null,
  reviewDate: null,
  note: '',
};

/** A level with its gaps, its review and what it lacks. */
function describe(
  level: AgreedLevelInputs & { id: number },
  { agreedLevels: rules, neonatal }: Pick<Reference, 'agreedLevels' | 'neonatal'>,
  today: string,
): AgreedLevel {
  const { required, funded, inPost, date, reviewDate, source, agreedBy } = level;
  const due = reviewOn(date, reviewDate, rules.reviewMonths);
  const tier = neonatal.tiers.find((each) => each.designation === level.designation && each.tier === level.tier);
  const lacks = [
    ...(required === null ? ['WTE'] : []),
    ...(source === null ? ['source'] : []),
    ...(agreedBy === null ? ['who agreed it'] : []),
    ...(date === null ? ['date'] : []),
  ];
  return {
    ...level,
    professionName: rules.professions.find(({ key }) => key === level.profession)?.name ?? level.profession,
    requiredLessFunded: difference(required, funded),
    vacancy: difference(funded, inPost),
    requiredLessInPost: difference(required, inPost),
    reviewOn: due,
    review: reviewState(due, today, rules.dueSoonDays),
    asks: tier?.asks ?? null,
    least: tier?.least ?? null,
    lacks,
  };
}

export const agreedLevelHandlers = {
  agreedLevels: on.agreedLevels.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const { professions, reviewMonths } = reference.agreedLevels;
    const levels = listAgreedLevels(database, requireTrust(database, input.trust).id)
      .map((level) => describe(level, reference, today()))
      .sort((a, b) => place(a) - place(b));
    function place({ profession }: AgreedLevel) {
      const at = professions.findIndex(({ key }) => key === profession);
      return at === -1 ? professions.length : at;
    }
    return {
      levels,
      professions: professions.map(({ key, name, tiers, frees, roles }) => ({ key, name, tiers, frees, roles })),
      without: professions
        .filter(({ key }) => !levels.some(({ profession }) => profession === key))
        .map(({ name }) => name),
      tiers: reference.neonatal.tiers,
      due: levels.filter(({ review }) => review === 'due').length,
      freedHours: levels.reduce((sum, { freedHours }) => sum + (freedHours ?? 0), 0),
      reviewMonths,
    };
  }),

  addAgreedLevel: on.addAgreedLevel.handler(({ input, context, errors }) => {
    const { trust: code, profession, ...given } = input;
    const { database, reference, now } = context;
    const trust = requireTrust(database, code);
    if (!hasUnit(context, trust, given.unit)) throw errors.NOT_THERE(noUnit);
    const inputs = { ...nothing, ...changesOf(nothing, given as Partial<AgreedLevelInputs>), profession };
    const label = `New agreed level ${describe({ ...inputs, id: 0 }, reference, context.today()).professionName}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertAgreedLevel(database, trust.id, inputs),
    );
    return { id, label };
  }),

  changeAgreedLevel: on.changeAgreedLevel.handler(({ input, context, errors }) => {
    const { trust: code, id, ...given } = input;
    const { database, reference, now, today } = context;
    const trust = requireTrust(database, code);
    const found = listAgreedLevels(database, trust.id).find((level) => level.id === id);
    if (!found) throw errors.NOT_THERE();
    if (!hasUnit(context, trust, given.unit)) throw errors.NOT_THERE(noUnit);
    const changes = changesOf<AgreedLevelInputs>(found, given as Partial<AgreedLevelInputs>);
    if (Object.keys(changes).length === 0) return { label: null };
    const { professionName } = describe(found, reference, today());
    const label = `Change agreed level ${[professionName, found.role].filter(Boolean).join(', ')}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateAgreedLevel(database, id, changes));
    return { label };
  }),

  removeAgreedLevel: on.removeAgreedLevel.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const trust = requireTrust(database, input.trust);
    const found = listAgreedLevels(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove agreed level ${describe(found, reference, today()).professionName}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteAgreedLevel(database, found.id));
    return { label };
  }),

  adoptAgreedLevel: on.adoptAgreedLevel.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const trust = requireTrust(database, input.trust);
    const found = listAgreedLevels(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const { professionName, required, unit, role, source, date } = describe(found, reference, today());
    const { bands, staffGroups } = describeTrust(database, trust);
    const group = reference.agreedLevels.professions.find(({ key }) => key === found.profession)?.staffGroup;
    if (unit === null || required === null)
      throw errors.CANNOT_USE({ message: 'Enter the unit and the WTE first: the requirement is by unit.' });
    if (!group || !staffGroups.some(({ key }) => key === group) || !bands.some(({ key }) => key === input.band))
      throw errors.CANNOT_USE({
        message: `${professionName} is not a staff group of ${trust.name}, or there is no such band. Enter the line in the establishment.`,
      });
    const name = [professionName, role].filter(Boolean).join(', ');
    const label = adoptLevel(
      database,
      { trustId: trust.id, at: now() },
      {
        requirement: { unit, staffGroup: group, wte: ofAmount(required), band: null, otherwise: input.band },
        tool: found.tier ? 'BAPM tier table' : 'Locally agreed',
        source: source ?? name,
        date,
        label: `Use ${name} as the required establishment`,
      },
    );
    return { label };
  }),
};
