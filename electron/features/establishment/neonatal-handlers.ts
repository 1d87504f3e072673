import type { NeonatalInputs } from '#contract';
import type { NeonatalRules } from '../../contract/level-rules.ts';
import { type Context, implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { reviewOn, reviewState } from './calculations/agreed-levels.ts';
import { neonatalNursesOf } from './calculations/neonatal-nursing.ts';
import { ofExact } from './calculations/required-lines.ts';
import { adoptLevel } from './level-use.ts';
import { deleteNeonatal, insertNeonatal, listNeonatal, updateNeonatal } from './required-levels-repository.ts';

const on = implementation.establishment;
/** Key of the staff group of neonatal nurses. */
const nurses = 'neonatal_nursing';

/** What a new calculation starts with. */
function start(rules: NeonatalRules): NeonatalInputs {
  const { occupancy, coordinators, factor, hoursPerDay, weeklyHours, uplift } = rules;
  return {
    name: 'Neonatal unit',
    unit: null,
    designation: null,
    first: null,
    last: null,
    days1: null,
    days2: null,
    days3: null,
    days4: null,
    days5: null,
    transitionalDays: null,
    declaredIntensive: null,
    declaredHigh: null,
    declaredSpecial: null,
    occupancy,
    coordinators,
    factor,
    hoursPerDay,
    weeklyHours,
    uplift,
    fundedQualified: null,
    fundedRegistered: null,
    fundedOther: null,
    inPostQualified: null,
    inPostRegistered: null,
    inPostOther: null,
    source: null,
    agreedBy: null,
    date: null,
    reviewDate: null,
  };
}

/** False for a unit that the trust does not have. */
export function hasUnit(
  { database }: Pick<Context, 'database'>,
  trust: TrustRow,
  unit: number | null | undefined,
): boolean {
  return unit === null || unit === undefined || describeTrust(database, trust).units.some(({ id }) => id === unit);
}

/** Fields that are given and say something else than before. */
export function changesOf<Fields extends object>(stored: Fields, wanted: Partial<Fields>): Partial<Fields> {
  const keys = Object.keys(wanted) as (keyof Fields)[];
  const changed = keys.filter((key) => wanted[key] !== undefined && wanted[key] !== stored[key]);
  return Object.fromEntries(changed.map((key) => [key, wanted[key]])) as Partial<Fields>;
}

const noUnit = { message: 'There is no such unit here. Choose one from the list.' };

export const neonatalHandlers = {
  neonatalNursing: on.neonatalNursing.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const { neonatal: rules, agreedLevels } = reference;
    return listNeonatal(database, requireTrust(database, input.trust).id).map((row) => ({
      ...row,
      result: neonatalNursesOf(row, rules),
      defaults: start(rules),
      pack: `${rules.title}, version ${rules.version}, from ${rules.validFrom}`,
      review: reviewState(
        reviewOn(row.date, row.reviewDate, agreedLevels.reviewMonths),
        today(),
        agreedLevels.dueSoonDays,
      ),
    }));
  }),

  addNeonatalNursing: on.addNeonatalNursing.handler(({ input, context, errors }) => {
    const { trust: code, ...given } = input;
    const { database, reference, now } = context;
    const trust = requireTrust(database, code);
    if (!hasUnit(context, trust, given.unit)) throw errors.NOT_THERE(noUnit);
    const begun = start(reference.neonatal);
    const inputs = { ...begun, ...changesOf(begun, given as Partial<NeonatalInputs>) };
    const label = `New neonatal calculation ${inputs.name}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertNeonatal(database, trust.id, inputs),
    );
    return { id, label };
  }),

  changeNeonatalNursing: on.changeNeonatalNursing.handler(({ input, context, errors }) => {
    const { trust: code, id, ...given } = input;
    const { database, now } = context;
    const trust = requireTrust(database, code);
    const found = listNeonatal(database, trust.id).find((row) => row.id === id);
    if (!found) throw errors.NOT_THERE();
    if (!hasUnit(context, trust, given.unit)) throw errors.NOT_THERE(noUnit);
    const changes = changesOf<NeonatalInputs>(found, given as Partial<NeonatalInputs>);
    if (Object.keys(changes).length === 0) return { label: null };
    const label = `Change neonatal calculation ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateNeonatal(database, id, changes));
    return { label };
  }),

  removeNeonatalNursing: on.removeNeonatalNursing.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = listNeonatal(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove neonatal calculation ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteNeonatal(database, found.id));
    return { label };
  }),

  adoptNeonatalNursing: on.adoptNeonatalNursing.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = listNeonatal(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const { bands, staffGroups } = describeTrust(database, trust);
    const { required } = neonatalNursesOf(found, reference.neonatal);
    if (found.unit === null || required === null)
      throw errors.CANNOT_USE({ message: 'Enter the unit and the cot days first: the requirement is by unit.' });
    if (!staffGroups.some(({ key }) => key === nurses) || !bands.some(({ key }) => key === input.band))
      throw errors.CANNOT_USE({
        message: `${trust.name} has no neonatal nurses or no such band. Look at Trust and units.`,
      });
    const label = adoptLevel(
      database,
      { trustId: trust.id, at: now() },
      {
        requirement: {
          unit: found.unit,
          staffGroup: nurses,
          wte: ofExact(required),
          band: null,
          otherwise: input.band,
        },
        tool: 'Neonatal nursing calculator',
        source: found.source ?? found.name,
        date: found.date,
        label: `Use ${found.name} as the required establishment`,
      },
    );
    return { label };
  }),
};
