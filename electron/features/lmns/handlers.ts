import { implementation } from '../../context.ts';
import { doneOrRefused } from '../../done-or-refused.ts';
import {
  changedRows,
  lastChanges,
  recordChange,
  redoLast,
  stepOne,
  undoLast,
  historyState,
} from '../../database/history.ts';
import { draftsOf, dropDraft, findDraft, keepDraft } from '../../database/drafts.ts';
import { readPreference, writePreference } from '../organisation/preferences.ts';
import { systemId } from '../organisation/repository.ts';
import { lmnsFileHandlers } from './files/handlers.ts';
import { lineHandlers } from './line-handlers.ts';
import { lmnsMeasureHandlers } from './measure-handlers.ts';
import { recordHandlers } from './record-handlers.ts';
import { receivedHandlers } from './received-handlers.ts';
import { expectedTrusts, insertLmns, listLmns, requireLmns } from './repository.ts';

const on = implementation.lmns;
const IN_VIEW = 'LMNS in view';

export const lmnsHandlers = on.router({
  ...receivedHandlers,
  ...recordHandlers,
  ...lmnsMeasureHandlers,
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

  keepDraft: on.keepDraft.handler(({ input, context: { database, now } }) => {
    keepDraft(database, { lmnsId: requireLmns(database, input.lmns).id }, input, now());
    return null;
  }),

  findDraft: on.findDraft.handler(({ input, context: { database } }) =>
    findDraft(database, { lmnsId: requireLmns(database, input.lmns).id }, input, input.role),
  ),

  dropDraft: on.dropDraft.handler(({ input, context: { database } }) => {
    dropDraft(database, { lmnsId: requireLmns(database, input.lmns).id }, input);
    return null;
  }),

  drafts: on.drafts.handler(({ input, context: { database } }) =>
    draftsOf(database, { lmnsId: requireLmns(database, input.lmns).id }),
  ),

  historyState: on.historyState.handler(({ input, context: { database } }) =>
    historyState(database, { lmnsId: requireLmns(database, input.lmns).id }),
  ),

  changes: on.changes.handler(({ input, context: { database } }) =>
    lastChanges(database, { lmnsId: requireLmns(database, input.lmns).id }, 200),
  ),

  changesOf: on.changesOf.handler(({ input, context: { database } }) =>
    lastChanges(database, { lmnsId: requireLmns(database, input.lmns).id }, 200, input.record),
  ),

  changeRows: on.changeRows.handler(({ input, context: { database }, errors }) => {
    const rows = changedRows(database, { lmnsId: requireLmns(database, input.lmns).id }, input.id);
    if (rows === undefined) throw errors.CHANGE_GONE();
    return rows;
  }),

  undo: on.undo.handler(({ input, context: { database, now } }) =>
    doneOrRefused(undoLast(database, { lmnsId: requireLmns(database, input.lmns).id }, now())),
  ),

  redo: on.redo.handler(({ input, context: { database } }) =>
    doneOrRefused(redoLast(database, { lmnsId: requireLmns(database, input.lmns).id })),
  ),

  undoChange: on.undoChange.handler(({ input, context: { database, now } }) => {
    const { id } = requireLmns(database, input.lmns);
    return doneOrRefused(stepOne(database, { lmnsId: id }, { id: input.id, direction: 'undo', at: now() }));
  }),

  redoChange: on.redoChange.handler(({ input, context: { database, now } }) => {
    const { id } = requireLmns(database, input.lmns);
    return doneOrRefused(stepOne(database, { lmnsId: id }, { id: input.id, direction: 'redo', at: now() }));
  }),
});
