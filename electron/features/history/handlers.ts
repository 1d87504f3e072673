import { implementation } from '../../context.ts';
import { doneOrRefused } from '../../done-or-refused.ts';
import { changedRows, lastChanges, redoLast, stepOne, undoLast, historyState } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { draftsOf, dropDraft, findDraft, keepDraft } from '../../database/drafts.ts';

const on = implementation.history;

/** Changes in a list, at the most. */
const SHOWN = 200;

export const historyHandlers = on.router({
  keepDraft: on.keepDraft.handler(({ input, context: { database, now } }) => {
    keepDraft(database, { trustId: requireTrust(database, input.trust).id }, input, now());
    return null;
  }),
  findDraft: on.findDraft.handler(({ input, context: { database, session } }) => {
    const role = session.postOr(input.role) ?? undefined;
    return findDraft(database, { trustId: requireTrust(database, input.trust).id }, input, role);
  }),
  dropDraft: on.dropDraft.handler(({ input, context: { database } }) => {
    dropDraft(database, { trustId: requireTrust(database, input.trust).id }, input);
    return null;
  }),
  drafts: on.drafts.handler(({ input, context: { database } }) =>
    draftsOf(database, { trustId: requireTrust(database, input.trust).id }),
  ),
  historyState: on.historyState.handler(({ input, context: { database } }) =>
    historyState(database, requireTrust(database, input.trust).id),
  ),
  changes: on.changes.handler(({ input, context: { database } }) =>
    lastChanges(database, requireTrust(database, input.trust).id, SHOWN),
  ),
  changesOf: on.changesOf.handler(({ input, context: { database } }) =>
    lastChanges(database, requireTrust(database, input.trust).id, SHOWN, input.record),
  ),
  changeRows: on.changeRows.handler(({ input, context: { database }, errors }) => {
    const rows = changedRows(database, requireTrust(database, input.trust).id, input.id);
    if (rows === undefined) throw errors.CHANGE_GONE();
    return rows;
  }),
  undo: on.undo.handler(({ input, context: { database, now } }) =>
    doneOrRefused(undoLast(database, requireTrust(database, input.trust).id, now())),
  ),
  redo: on.redo.handler(({ input, context: { database } }) =>
    doneOrRefused(redoLast(database, requireTrust(database, input.trust).id)),
  ),
  undoChange: on.undoChange.handler(({ input, context: { database, now } }) => {
    const of = requireTrust(database, input.trust).id;
    return doneOrRefused(stepOne(database, of, { id: input.id, direction: 'undo', at: now() }));
  }),
  redoChange: on.redoChange.handler(({ input, context: { database, now } }) => {
    const of = requireTrust(database, input.trust).id;
    return doneOrRefused(stepOne(database, of, { id: input.id, direction: 'redo', at: now() }));
  }),
});
