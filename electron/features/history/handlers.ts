import { implementation } from '../../context.ts';
import { lastChanges, redoLast, undoLast, undoState } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';

const on = implementation.history;

export const historyHandlers = on.router({
  state: on.state.handler(({ input, context: { database } }) =>
    undoState(database, requireTrust(database, input.trust).id),
  ),
  list: on.list.handler(({ input, context: { database } }) =>
    lastChanges(database, requireTrust(database, input.trust).id, 200),
  ),
  undo: on.undo.handler(({ input, context: { database, now }, errors }) => {
    const outcome = undoLast(database, requireTrust(database, input.trust).id, now());
    if (outcome.kind === 'refused') throw errors.CANNOT_UNDO({ message: outcome.message });
    return { label: outcome.label };
  }),
  redo: on.redo.handler(({ input, context: { database }, errors }) => {
    const outcome = redoLast(database, requireTrust(database, input.trust).id);
    if (outcome.kind === 'refused') throw errors.CANNOT_UNDO({ message: outcome.message });
    return { label: outcome.label };
  }),
});
