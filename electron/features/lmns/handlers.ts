import { implementation } from '../../context.ts';
import { lastChanges, recordChange, redoLast, undoLast, undoState } from '../../database/history.ts';
import { readPreference, writePreference } from '../organisation/preferences.ts';
import { systemId } from '../organisation/repository.ts';
import { lmnsFileHandlers } from './files/handlers.ts';
import { lineHandlers } from './line-handlers.ts';
import { recordHandlers } from './record-handlers.ts';
import { receivedHandlers } from './received-handlers.ts';
import { expectedTrusts, insertLmns, listLmns, requireLmns } from './repository.ts';

const on = implementation.lmns;
const IN_VIEW = 'LMNS in view';

export const lmnsHandlers = on.router({
  ...receivedHandlers,
  ...recordHandlers,
  ...lineHandlers,
  ...lmnsFileHandlers,

  overview: on.overview.handler(({ context: { database } }) => {
    const systems = listLmns(database).map((one) => ({ ...one, trusts: expectedTrusts(database, one.id).length }));
    const viewed = readPreference<number | null>(database, IN_VIEW);
    return { systems, inView: systems.find(({ id }) => id === viewed)?.id ?? null };
  }),

  setUp: on.setUp.handler(({ input, context: { database, now }, errors }) => {
    const isThere = ({ name, kind }: typeof input) => name === input.name && kind === input.kind;
    if (listLmns(database).some(isThere))
      throw errors.NAME_TAKEN({ message: `${input.name} is set up here already. Open it, or enter another name.` });
    let id = 0;
    recordChange(database, { trustId: null, label: `Set up ${input.name}`, at: now() }, () => {
      const system = systemId(database, input);
      if (system !== null) id = insertLmns(database, system);
    });
    writePreference(database, IN_VIEW, id);
    return { id, ...input, trusts: 0 };
  }),

  view: on.view.handler(({ input, context: { database } }) => {
    if (input.lmns !== null) requireLmns(database, input.lmns);
    writePreference(database, IN_VIEW, input.lmns);
    return null;
  }),

  historyState: on.historyState.handler(({ input, context: { database } }) =>
    undoState(database, { lmnsId: requireLmns(database, input.lmns).id }),
  ),

  changes: on.changes.handler(({ input, context: { database } }) =>
    lastChanges(database, { lmnsId: requireLmns(database, input.lmns).id }, 200),
  ),

  undo: on.undo.handler(({ input, context: { database, now }, errors }) => {
    const outcome = undoLast(database, { lmnsId: requireLmns(database, input.lmns).id }, now());
    if (outcome.kind === 'refused') throw errors.CANNOT_UNDO({ message: outcome.message });
    return { label: outcome.label };
  }),

  redo: on.redo.handler(({ input, context: { database }, errors }) => {
    const outcome = redoLast(database, { lmnsId: requireLmns(database, input.lmns).id });
    if (outcome.kind === 'refused') throw errors.CANNOT_UNDO({ message: outcome.message });
    return { label: outcome.label };
  }),
});
