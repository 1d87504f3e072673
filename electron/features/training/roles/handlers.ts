import { implementation } from '../../../context.ts';
import { dateInWords } from '../../../core/dates.ts';
import { recordChange } from '../../../database/history.ts';
import { requireTrust } from '../../organisation/trust.ts';
import { refusePatients } from '../../preceptorship/free-text.ts';
import { trainingFacts } from '../facts.ts';
import { putCourse } from '../hand-repository.ts';
import { deleteRole, putRole, putRollout, rolesOf, rolloutsOf, type StoredRole } from './repository.ts';
import { answerRoles, blank, courseOfRollout, peopleInRoles } from './service.ts';

const on = implementation.training;
const roleWords = {
  support: 'Framework and passport of',
  coordinator: 'Coordinator',
  pma: 'Professional midwifery advocate',
} as const;

export const roleHandlers = {
  roles: on.roles.handler(({ input, context }) => answerRoles(context, requireTrust(context.database, input.trust).id)),

  setRole: on.setRole.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const { trust: code, role, person, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const before = rolesOf(database, trust.id).find((one) => one.role === role && one.person === person);
    const known = peopleInRoles(trainingFacts(context, trust.id, undefined)).find((one) => one.person === person);
    if (before === undefined && known === undefined)
      throw errors.NO_SUCH_CHOICE({
        message: `Nobody with the number ${person} is on the staff list in force. Import the newest staff list, or correct the number. Nothing was changed.`,
      });
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const cells = { ...(before ?? { ...blank, role, person }), ...said } as StoredRole;
    const { levels } = reference.trainingRoles.support;
    if (cells.level !== null && !levels.some(({ level }) => level === cells.level)) throw errors.NO_SUCH_CHOICE();
    const future = [cells.done, cells.oriented].find((day) => day !== null && day > today());
    if (future)
      throw errors.NOT_THAT_DAY({
        message: `${dateInWords(future)} is still to come: enter it once it is done. Nothing was changed.`,
      });
    if (cells.since !== null && cells.ended !== null && cells.ended < cells.since)
      throw errors.NOT_THAT_DAY({
        message: 'It would have ended before it began. Correct one of the two days. Nothing was changed.',
      });
    refusePatients(context, trust.id, { by: cells.by, note: cells.note }, aboutNoPatient);
    const label = `${roleWords[role]} ${known?.name ?? person}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putRole(database, trust.id, cells));
    return { label };
  }),

  removeRole: on.removeRole.handler(({ input, context: { database, now }, errors }) => {
    const { role, person } = input;
    const trust = requireTrust(database, input.trust);
    if (!rolesOf(database, trust.id).some((one) => one.role === role && one.person === person))
      throw errors.NOT_THERE();
    const label = `Remove: ${roleWords[role]} ${person}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      deleteRole(database, trust.id, { role, person }),
    );
    return { label };
  }),

  setRollout: on.setRollout.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const rollout = reference.trainingRoles.rollouts.find(({ key }) => key === cells.rollout);
    if (rollout === undefined) throw errors.NOT_THERE();
    const before = rolloutsOf(database, trust.id).find(
      (one) => one.rollout === cells.rollout && one.unit === cells.unit,
    );
    if (before?.planned === cells.planned && before.lead === cells.lead && before.note === cells.note)
      return { label: null };
    refusePatients(context, trust.id, { lead: cells.lead, note: cells.note }, aboutNoPatient);
    const by = cells.planned === null ? '' : ` by ${dateInWords(cells.planned)}`;
    const label = `${rollout.name}: ${cells.unit || 'no unit'}${by}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putRollout(database, trust.id, cells));
    return { label };
  }),

  countRollout: on.countRollout.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const rollout = reference.trainingRoles.rollouts.find(({ key }) => key === input.rollout);
    if (rollout === undefined) throw errors.NOT_THERE();
    if (courseOfRollout(rollout, trainingFacts(context, trust.id, undefined)) !== null) return { label: null };
    const label = `Count ${rollout.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putCourse(database, trust.id, rollout.course.key, rollout.course),
    );
    return { label };
  }),
};
