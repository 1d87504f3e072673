import type { ActionCells } from '#contract';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { actionWith, titleOf } from './calculations/living.ts';
import { changeAction, ownId } from './plan-changes.ts';
import { nameOfValue, strangeChoice, wrongDates } from './plan-choices.ts';
import { deleteAction, dropActionEdits, insertAction } from './plan-repository.ts';
import { livingPlan } from './plan-service.ts';
import { planShown } from './plan-shown.ts';

const on = implementation.retention;

/** The cells of an action that take whatever somebody types. */
const freeTexts = ({ issue, evidence, action, measure, escalation, notes, funding }: Partial<ActionCells>) => ({
  issue,
  evidence,
  action,
  measure,
  escalation,
  notes,
  funding,
});

export const planHandlers = {
  plan: on.plan.handler(({ input, context }) =>
    planShown(context, requireTrust(context.database, input.trust), input.on),
  ),

  addAction: on.addAction.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = actionWith({ status: 'not_started', ...given });
    const strange = strangeChoice(reference, cells);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: strange });
    const wrong = wrongDates(cells);
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was stored.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, freeTexts(cells), aboutNoPatient);
    const label = `New action ${titleOf(cells)}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertAction(database, trust.id, cells),
    );
    return { label, key: `own:${id}` };
  }),

  changeAction: on.changeAction.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, key, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const action = livingPlan(context, trust).actions.find((one) => one.key === key);
    if (!action) throw errors.NOT_THERE();
    const strange = strangeChoice(reference, cells, action);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: strange });
    // Dates that came with the file may stay as they are.
    const wrong =
      cells.start === undefined && cells.due === undefined ? undefined : wrongDates({ ...action, ...cells });
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was changed.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, freeTexts(cells), aboutNoPatient);
    return {
      label: changeAction(database, { trustId: trust.id, at: now() }, action, cells, nameOfValue(reference)),
    };
  }),

  resetAction: on.resetAction.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const action = livingPlan(context, trust).actions.find((one) => one.key === input.key);
    if (!action || action.from === null) throw errors.NOT_THERE();
    if (action.edited.length === 0) return { label: null };
    const label = `${titleOf(action)} as in ${action.from.fileName}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      dropActionEdits(database, trust.id, action.key, input.field),
    );
    return { label };
  }),

  removeAction: on.removeAction.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const action = livingPlan(context, trust).actions.find((one) => one.key === input.key);
    if (!action) throw errors.NOT_THERE();
    const id = ownId(action.key);
    if (id === undefined) throw errors.FROM_A_FILE();
    const label = `Remove action ${titleOf(action)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteAction(database, trust.id, id));
    return { label };
  }),
};
