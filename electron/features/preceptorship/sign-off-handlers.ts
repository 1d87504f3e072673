import type { BandGateCells, SignOff } from '#contract';
import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { otherOfTheName } from './calculations/event-rules.ts';
import { isSameName } from './calculations/same-name.ts';
import {
  bandGateOn,
  competenciesOn,
  followedCompetencies,
  gateProblem,
  ownList,
  sameSignatory,
} from './calculations/sign-off.ts';
import { refusePatients } from './free-text.ts';
import { livingPreceptees } from './living-service.ts';
import type { Preceptee } from './worked-out.ts';
import { nameOf } from './preceptee-shown.ts';
import {
  deleteOwnCompetency,
  insertOwnCompetency,
  isFollowed,
  ownCompetencies,
  putBandGate,
  putCompetency,
  signOffsOf,
} from './sign-off-repository.ts';

const on = implementation.preceptorship;

const noGate: BandGateCells = {
  competenciesComplete: null,
  manager: null,
  managerSigned: null,
  effective: null,
  paid: null,
};

/** Whether what is to be saved stands there already. */
const isAsItWas = <Cells extends object>(before: Cells, cells: Cells): boolean =>
  (Object.keys(cells) as (keyof Cells)[]).every((cell) => before[cell] === cells[cell]);

/** How far somebody is with competencies and with the gate to band 6, as of today. */
export function signOffOf(
  { database, reference, today }: Pick<Context, 'database' | 'reference' | 'today'>,
  trust: TrustRow,
  { key, programme }: Pick<Preceptee, 'key' | 'programme'>,
): SignOff {
  const { competencies: entered, gates } = signOffsOf(database, trust.id);
  const { lists, states, title, version } = reference.competencies;
  const own = ownCompetencies(database, trust.id);
  const followed = followedCompetencies(reference.competencies, own, programme.programme);
  const competencies = competenciesOn(followed, entered.get(key) ?? [], reference.competencies, today());
  return {
    competencies,
    complete: competencies.filter(({ complete }) => complete).length,
    lists: [
      ...lists.map(({ key: list, name, publisher }) => ({ key: list, name, publisher })),
      { key: ownList, name: 'Our own', publisher: trust.name },
    ].filter((list) => followed.some((one) => one.list === list.key)),
    states,
    gate: bandGateOn(gates.get(key) ?? noGate, competencies),
    pack: { title, version },
  };
}

const findPreceptee = (context: Context, trust: TrustRow, key: string) =>
  livingPreceptees(context, trust).preceptees.find((one) => one.key === key);

export const signOffHandlers = {
  signOff: on.signOff.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const preceptee = findPreceptee(context, trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    return signOffOf(context, trust, preceptee);
  }),

  setCompetencies: on.setCompetencies.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, key, competencies: chosen, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const preceptee = findPreceptee(context, trust, key);
    if (!preceptee) throw errors.NOT_THERE();
    const { competencies, states } = signOffOf(context, trust, preceptee);
    const found = competencies.filter(({ competency }) => chosen.includes(competency));
    const state = states.find((one) => one.key === cells.state);
    if (found.length < new Set(chosen).size || !state) throw errors.NO_SUCH_CHOICE();
    if (cells.assessorSigned !== null && cells.assessor === null)
      throw errors.DATES_WRONG({ message: 'Enter which assessor signed.' });
    if ([cells.assessorSigned, cells.precepteeSigned].some((day) => day !== null && day > today()))
      throw errors.DATES_WRONG({ message: 'Nobody can have signed on a day still to come.' });
    if (cells.assessor !== null && isSameName(cells.assessor, nameOf(preceptee)))
      throw errors.SAME_PERSON({
        message: `${cells.assessor} is the preceptee: the assessor who signs is another person. ${otherOfTheName} Nothing was changed.`,
      });
    refusePatients(context, trust.id, { assessor: cells.assessor }, aboutNoPatient);
    const changed = found.filter((one) => !isAsItWas(one, cells));
    const [first] = changed;
    if (!first) return { label: null };
    const what = changed.length === 1 ? `${first.number} ${first.title}` : `${changed.length} competencies`;
    const label = `${nameOf(preceptee)}: ${what} ${state.name.toLowerCase()}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const { competency } of changed)
        putCompetency(database, { trustId: trust.id, precepteeKey: key }, { competency, ...cells });
    });
    return { label };
  }),

  setBandGate: on.setBandGate.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, key, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const preceptee = findPreceptee(context, trust, key);
    if (!preceptee) throw errors.NOT_THERE();
    refusePatients(context, trust.id, { manager: cells.manager }, aboutNoPatient);
    const { competencies } = signOffOf(context, trust, preceptee);
    const same = sameSignatory(cells.manager, nameOf(preceptee), competencies);
    if (same) throw errors.SAME_PERSON({ message: `${same} ${otherOfTheName} Nothing was changed.` });
    const problem = gateProblem(bandGateOn(cells, competencies), today());
    if (problem)
      throw problem.closed
        ? errors.GATE_CLOSED({ message: problem.message })
        : errors.DATES_WRONG({ message: problem.message });
    if (isAsItWas(signOffsOf(database, trust.id).gates.get(key) ?? noGate, cells)) return { label: null };
    const label = `${nameOf(preceptee)}: band 5 to 6`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putBandGate(database, { trustId: trust.id, precepteeKey: key }, cells),
    );
    return { label };
  }),

  ownCompetencies: on.ownCompetencies.handler(({ input, context: { database } }) =>
    ownCompetencies(database, requireTrust(database, input.trust).id),
  ),

  addOwnCompetency: on.addOwnCompetency.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    refusePatients(context, trust.id, cells, aboutNoPatient);
    const label = `Own competency ${cells.number} ${cells.title}`;
    try {
      recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        insertOwnCompetency(database, trust.id, cells),
      );
    } catch (error) {
      if (isTaken(error)) throw errors.TAKEN();
      throw error;
    }
    return { label };
  }),

  removeOwnCompetency: on.removeOwnCompetency.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = ownCompetencies(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const [blank] = reference.competencies.states;
    if (isFollowed(database, trust.id, `${ownList}:${found.number}`, blank?.key ?? '')) throw errors.STILL_USED();
    const label = `Remove own competency ${found.number} ${found.title}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteOwnCompetency(database, found.id));
    return { label };
  }),
};
