import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import { costCentreKey, placeKey } from './calculations/ledger.ts';
import { differs } from './calculations/posts.ts';
import { keepReasons, setNote } from './reconciliation-repository.ts';
import { answerReconciliation } from './reconciliation-service.ts';
import { shownReconciliation } from './reconciliation-shown.ts';

const on = implementation.establishment;

export const reconciliationHandlers = {
  reconciliation: on.reconciliation.handler(({ input, context }) => {
    const answer = answerReconciliation(context, requireTrust(context.database, input.trust), input.on);
    return answer ? shownReconciliation(answer, namesOfGroups(context)) : null;
  }),

  noteDifference: on.noteDifference.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const answer = answerReconciliation(context, trust, input.on);
    const key = placeKey(input);
    const place = answer?.places.find((each) => each.key === key);
    const post = place?.posts.find((each) => each.key === input.post && differs(each));
    const found = input.post === '' ? (place?.kind === 'agreed' ? undefined : place) : post;
    if (!answer || !found) throw errors.NO_SUCH_DIFFERENCE();
    const { reason, owner, note, settled } = input;
    const accepted = settled
      ? { settledOn: answer.ledger.census, settledFunded: found.funded, settledInPost: found.inPost }
      : { settledOn: null, settledFunded: null, settledInPost: null };
    const given = { reason, owner, note };
    const values = {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      ...(settled === undefined ? {} : accepted),
    };
    if (Object.keys(values).length === 0) return { label: null };
    const label = `${labelOf(input)} of ${[post?.title, placeInWords(input, context)].filter(Boolean).join(', ')}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      setNote(database, trust.id, { ...input, costCentre: costCentreKey(input.costCentre) }, values),
    );
    return { label };
  }),

  setReasons: on.setReasons.handler(({ input, context }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const label = input.reasons.length === 0 ? 'Reasons of differences as the app has them' : 'Reasons of differences';
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      keepReasons(database, trust.id, [...new Set(input.reasons)]),
    );
    return { label };
  }),
};

function labelOf({ reason, owner, settled }: { reason?: unknown; owner?: unknown; settled?: boolean | undefined }) {
  if (settled !== undefined) return settled ? 'Settle the difference' : 'Open the difference again';
  if (reason !== undefined) return 'Reason of the difference';
  return owner === undefined ? 'Note on the difference' : 'Owner of the difference';
}

function placeInWords(
  { costCentre, group, band }: { costCentre: string; group: string; band: string },
  context: Context,
): string {
  const bandName = band === '-' ? 'no band' : `Band ${band}`;
  return `${costCentre || 'no cost centre'}, ${namesOfGroups(context)(group)}, ${bandName}`;
}
