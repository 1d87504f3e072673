import type { Careers } from '#contract';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import {
  deleteInterest,
  deleteOpportunity,
  deleteRole,
  deleteSuccessor,
  deleteTalent,
  interestsOf,
  opportunitiesOf,
  putInterest,
  putOpportunity,
  putRole,
  putSuccessor,
  putTalent,
  rolesOf,
  successorsOf,
  talentOf,
} from './careers-repository.ts';
import { careersShown } from './careers-service.ts';

const on = implementation.retention;
const has = (some: readonly { readonly key: string }[], key: string | null) =>
  key === null || some.some((one) => one.key === key);
type Choices = Pick<Careers['choices'], 'levels' | 'readiness' | 'opportunityKinds' | 'outcomes'>;

export const careersHandlers = {
  careers: on.careers.handler(({ input, context }) =>
    careersShown(context, requireTrust(context.database, input.trust)),
  ),

  setRole: on.setRole.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    if (id !== undefined && !rolesOf(database, trust.id).some((one) => one.id === id)) throw errors.NOT_THERE();
    const { levels }: Choices = reference.careers;
    if (!has(levels, cells.risk) || !has(levels, cells.impact)) throw errors.NO_SUCH_CHOICE();
    refusePatients(context, trust.id, { gap: cells.gap, action: cells.action }, aboutNoPatient);
    const label = `Critical role ${cells.name}`;
    return {
      label,
      id: recordChange(database, { trustId: trust.id, label, at: now() }, () => putRole(database, trust.id, cells, id)),
    };
  }),

  removeRole: on.removeRole.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = rolesOf(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove critical role ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteRole(database, found.id));
    return { label };
  }),

  setSuccessor: on.setSuccessor.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, role, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const found = rolesOf(database, trust.id).find((one) => one.id === role);
    const isThere = successorsOf(database, trust.id).some((one) => one.id === id && one.roleId === role);
    if (!found || (id !== undefined && !isThere)) throw errors.NOT_THERE();
    if (!has(reference.careers.readiness, cells.readiness)) throw errors.NO_SUCH_CHOICE();
    refusePatients(context, trust.id, { need: cells.need }, aboutNoPatient);
    const label = `Successor for ${found.name}: ${cells.name}`;
    return {
      label,
      id: recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        putSuccessor(database, role, cells, id),
      ),
    };
  }),

  removeSuccessor: on.removeSuccessor.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = successorsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove successor ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteSuccessor(database, found.id));
    return { label };
  }),

  setOpportunity: on.setOpportunity.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    if (id !== undefined && !opportunitiesOf(database, trust.id).some((one) => one.id === id)) throw errors.NOT_THERE();
    if (!has(reference.careers.opportunityKinds, cells.kind)) throw errors.NO_SUCH_CHOICE();
    if (cells.opens !== null && cells.closes !== null && cells.closes < cells.opens)
      throw errors.DATES_WRONG({
        message: 'It cannot close before it opens. Correct the dates and save again.',
        data: { field: 'closes' },
      });
    refusePatients(context, trust.id, { note: cells.note }, aboutNoPatient);
    const label = `Opportunity ${cells.title}`;
    return {
      label,
      id: recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        putOpportunity(database, trust.id, cells, id),
      ),
    };
  }),

  removeOpportunity: on.removeOpportunity.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = opportunitiesOf(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove opportunity ${found.title}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteOpportunity(database, found.id));
    return { label };
  }),

  setInterest: on.setInterest.handler(({ input, context: { database, reference, now }, errors }) => {
    const { trust: code, id, opportunity, aboutNoPatient: _said, ...cells } = input;
    const trust = requireTrust(database, code);
    const found = opportunitiesOf(database, trust.id).find((one) => one.id === opportunity);
    const isThere = interestsOf(database, trust.id).some((one) => one.id === id && one.opportunityId === opportunity);
    if (!found || (id !== undefined && !isThere)) throw errors.NOT_THERE();
    const outcome = reference.careers.outcomes.find(({ key }) => key === cells.outcome);
    if (!outcome) throw errors.NO_SUCH_CHOICE();
    const label = `${cells.name}, ${found.title}: ${outcome.name.toLowerCase()}`;
    return {
      label,
      id: recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        putInterest(database, opportunity, cells, id),
      ),
    };
  }),

  removeInterest: on.removeInterest.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = interestsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove interest of ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteInterest(database, found.id));
    return { label };
  }),

  setTalent: on.setTalent.handler(({ input, context: { database, reference, now }, errors }) => {
    const { trust: code, id, aboutNoPatient: _said, ...cells } = input;
    const trust = requireTrust(database, code);
    if (!reference.careers.talentGrid) throw errors.NO_GRID();
    if (id !== undefined && !talentOf(database, trust.id).some((one) => one.id === id)) throw errors.NOT_THERE();
    const label = `Talent grid: ${cells.name}`;
    return {
      label,
      id: recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        putTalent(database, trust.id, cells, id),
      ),
    };
  }),

  removeTalent: on.removeTalent.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = talentOf(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove ${found.name} from the talent grid`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteTalent(database, found.id));
    return { label };
  }),
};
