import type { SharedText } from '#contract';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { titleOf } from './calculations/living.ts';
import { staffNamesIn } from './calculations/staff-names.ts';
import { livingPlan } from './plan-service.ts';
import { deleteSharedText, namesOfStaff, putSharedText, sharedTextsOf } from './shared-text-repository.ts';
import { travellingTexts } from './travelling-texts.ts';

const on = implementation.retention;
const kindNames = { practice: 'shareable practice', challenge: 'a challenge to escalate' };

export const sharedTextHandlers = {
  sharedTexts: on.sharedTexts.handler(({ input, context: { database } }) =>
    sharedTextsOf(database, requireTrust(database, input.trust).id),
  ),

  setSharedText: on.setSharedText.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, key, kind, title, approvedBy, approvedOn, aboutNoPatient, namesNobody } = input;
    const text = input.text ?? '';
    const trust = requireTrust(database, code);
    const action = livingPlan(context, trust).actions.find((one) => one.key === key);
    if (!action) throw errors.NOT_THERE();
    if ((approvedBy === null) !== (approvedOn === null)) throw errors.NOT_APPROVED();
    if (approvedOn !== null && approvedOn > today())
      throw errors.NOT_APPROVED({
        message: 'It cannot have been approved on a day still to come. Nothing was stored.',
      });
    refusePatients(context, trust.id, { title, text, approvedBy }, aboutNoPatient);
    const found = namesNobody
      ? []
      : staffNamesIn([title, text, approvedBy].join('\n'), namesOfStaff(database, trust.id));
    if (found.length > 0) {
      const said = found.map((one) => `“${one}”`).join(', ');
      const message = `The staff list has ${said}. Nobody may be named in what travels: take it out. If it is another word, say so and save again. Nothing was stored.`;
      throw errors.STAFF_NAME({ message, data: { found } });
    }
    const before = sharedTextsOf(database, trust.id).find((one) => one.actionKey === key && one.kind === kind);
    const words = { actionKey: key, kind, title, text };
    // An approval is of words: others need another one.
    const isOld =
      before !== undefined &&
      approvedOn !== null &&
      (before.title !== title || before.text !== text) &&
      before.approvedBy === approvedBy &&
      before.approvedOn === approvedOn;
    const cells: SharedText = isOld
      ? { ...words, approvedBy: null, approvedOn: null }
      : { ...words, approvedBy, approvedOn };
    if (before && JSON.stringify(sorted(before)) === JSON.stringify(sorted(cells))) return { label: null };
    const label = `${titleOf(action)}: ${kindNames[kind]}${isOld ? ', to be approved again' : ''}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putSharedText(database, trust.id, cells));
    return { label };
  }),

  removeSharedText: on.removeSharedText.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const { key, kind } = input;
    const found = sharedTextsOf(database, trust.id).find((one) => one.actionKey === key && one.kind === kind);
    if (!found) throw errors.NOT_THERE();
    const label = `“${found.title}” is no longer ${kindNames[kind]}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      deleteSharedText(database, trust.id, key, kind),
    );
    return { label };
  }),

  travels: on.travels.handler(({ input, context }) =>
    travellingTexts(context, requireTrust(context.database, input.trust)),
  ),
};

const sorted = ({ actionKey, kind, title, text, approvedBy, approvedOn }: SharedText) => [
  actionKey,
  kind,
  title,
  text,
  approvedBy,
  approvedOn,
];
