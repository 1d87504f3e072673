import type { KeptAction, RetentionAction } from '#contract';
import { implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { titleOf } from './calculations/living.ts';
import { cellsOf, changesSince } from './calculations/versions.ts';
import { changedCells, writeCells } from './plan-changes.ts';
import { strangeChoice } from './plan-choices.ts';
import { deleteReading, deleteReview, insertReview, insertVersion, putReading, versionsOf } from './plan-repository.ts';
import { livingPlan } from './plan-service.ts';

const on = implementation.retention;

/** What a version keeps: the cells and their names, and the last value of the measure. */
function keptAs(action: RetentionAction): KeptAction {
  const { key, themeName, statusName, ragName, readings } = action;
  const latest = readings[readings.length - 1]?.value ?? null;
  return { ...cellsOf(action), key, themeName, statusName, ragName, latest };
}

export const progressHandlers = {
  setReading: on.setReading.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const trust = requireTrust(database, input.trust);
    const action = livingPlan(context, trust).actions.find(({ key }) => key === input.key);
    const { id, day, value, note } = input;
    if (!action || (id !== undefined && !action.readings.some((one) => one.id === id))) throw errors.NOT_THERE();
    if (day > today())
      throw errors.DATES_WRONG({
        message: 'A value cannot be of a day still to come. Nothing was stored.',
        data: { field: 'day' },
      });
    refusePatients(context, trust.id, { note }, input.aboutNoPatient);
    const label = `${titleOf(action)}: ${value / 100} on ${dateInWords(day)}`;
    const row = { trustId: trust.id, actionKey: action.key, day, value, note };
    try {
      recordChange(database, { trustId: trust.id, label, at: now() }, () => putReading(database, row, id));
    } catch (error) {
      if (isTaken(error)) throw errors.TAKEN();
      throw error;
    }
    return { label };
  }),

  removeReading: on.removeReading.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const action = livingPlan(context, trust).actions.find(({ key }) => key === input.key);
    const reading = action?.readings.find(({ id }) => id === input.id);
    if (!action || !reading) throw errors.NOT_THERE();
    const label = `${titleOf(action)}: remove the value of ${dateInWords(reading.day)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteReading(database, reading.id));
    return { label };
  }),

  addReview: on.addReview.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const trust = requireTrust(database, input.trust);
    const action = livingPlan(context, trust).actions.find(({ key }) => key === input.key);
    const { day, reviewer, found, confidence, nextReview } = input;
    if (!action) throw errors.NOT_THERE();
    const strange = strangeChoice(reference, { confidence });
    if (strange) throw errors.NO_SUCH_CHOICE({ message: strange });
    if (day > today())
      throw errors.DATES_WRONG({
        message: 'A review cannot be of a day still to come. Nothing was stored.',
        data: { field: 'day' },
      });
    refusePatients(context, trust.id, { found }, input.aboutNoPatient);
    const label = `${titleOf(action)}: reviewed on ${dateInWords(day)}`;
    const cells = changedCells(action, {
      ...(confidence === null ? {} : { confidence }),
      ...(nextReview === undefined ? {} : { nextReview }),
    });
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      insertReview(database, { trustId: trust.id, actionKey: action.key, day, reviewer, found, confidence });
      writeCells(database, trust.id, action, cells);
    });
    return { label };
  }),

  removeReview: on.removeReview.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const action = livingPlan(context, trust).actions.find(({ key }) => key === input.key);
    const review = action?.reviews.find(({ id }) => id === input.id);
    if (!action || !review) throw errors.NOT_THERE();
    const label = `${titleOf(action)}: remove the review of ${dateInWords(review.day)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteReview(database, review.id));
    return { label };
  }),

  approve: on.approve.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, aboutNoPatient, ...version } = input;
    const trust = requireTrust(database, code);
    const actions = livingPlan(context, trust).actions.filter(({ gone }) => !gone);
    if (actions.length === 0) throw errors.NOTHING_TO_KEEP();
    if (version.approvedOn > today())
      throw errors.DATES_WRONG({
        message: 'It cannot have been approved on a day still to come. Nothing was stored.',
        data: { field: 'approvedOn' },
      });
    refusePatients(context, trust.id, { covers: version.covers }, aboutNoPatient);
    const label = `${version.name} approved by ${version.approvedBy}`;
    const row = { trustId: trust.id, ...version, keptAt: now(), actions: JSON.stringify(actions.map(keptAs)) };
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () => insertVersion(database, row));
    return { label, id };
  }),

  version: on.version.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const row = versionsOf(context.database, trust.id).find(({ id }) => id === input.id);
    if (!row) throw errors.NOT_THERE();
    const { trustId: _trust, actions, ...version } = row;
    const list = JSON.parse(actions) as KeptAction[];
    const today = livingPlan(context, trust).actions.filter(({ gone }) => !gone);
    return { ...version, actions: list.length, list, since: changesSince(list, today.map(keptAs)) };
  }),
};
