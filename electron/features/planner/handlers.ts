import type { Appearance } from '../../contract/planner.ts';
import { type Context, implementation } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { draftsOf, dropDraft, findDraft, keepDraft } from '../../database/drafts.ts';
import { recordChange } from '../../database/history.ts';
import { policyInWords } from '../../policy/policy.ts';
import { diagnose, runtimeInWords } from './diagnostics.ts';
import { requireLmns } from '../lmns/repository.ts';
import { readPreference, writePreference } from '../organisation/preferences.ts';
import { requireTrust } from '../organisation/trust.ts';
import { deleteView, putView, renameView, viewsOf } from './views-repository.ts';

const on = implementation.planner;

const MOST_VIEWS = 50;

/** Whose history a change of a table's views stands in: that of the trust or LMNS on whose screen it was made. */
function ownerOf(database: Database, inView: { trust: string } | { lmns: number }) {
  return 'trust' in inView
    ? { trustId: requireTrust(database, inView.trust).id }
    : { lmnsId: requireLmns(database, inView.lmns).id };
}

/** Guarded calls have somebody signed in. */
const roleOf = ({ session }: Context) => session.who?.role ?? 'viewer';

export const plannerHandlers = on.router({
  about: on.about.handler(({ context: { database, reference, version, dataFolder, policy } }) => ({
    version,
    dataFolder,
    schemaVersion: database.sqlite.pragma('user_version', { simple: true }) as number,
    standards: reference.packs.map((pack) => ({ title: pack.title, version: pack.version })),
    runtime: runtimeInWords(),
    isLocked: database.key !== undefined,
    policy: policy && { file: policy.file, says: policyInWords(policy) },
  })),
  diagnostics: on.diagnostics.handler(({ context }) => ({ text: diagnose(context) })),
  appearance: on.appearance.handler(
    ({ context: { database } }) => readPreference<Appearance>(database, 'appearance') ?? 'system',
  ),
  chooseAppearance: on.chooseAppearance.handler(({ input, context: { database } }) => {
    writePreference(database, 'appearance', input.appearance);
    return null;
  }),
  tableViews: on.tableViews.handler(({ input, context }) => viewsOf(context.database, input.table, roleOf(context))),
  keepTableView: on.keepTableView.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { table, inView, ...view } = input;
    const role = roleOf(context);
    const views = viewsOf(database, table, role);
    const isNew = views.every(({ name }) => name !== view.name);
    if (isNew && views.length >= MOST_VIEWS) throw errors.TOO_MANY();
    const label = isNew ? `New table view “${view.name}”` : `Table view “${view.name}”`;
    recordChange(database, { ...ownerOf(database, inView), label, at: now() }, () =>
      putView(database, table, view, role),
    );
    return viewsOf(database, table, role);
  }),
  renameTableView: on.renameTableView.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { table, inView, from, name } = input;
    const role = roleOf(context);
    if (name !== from && viewsOf(database, table, role).some((view) => view.name === name)) throw errors.NAME_TAKEN();
    const label = `Table view “${from}” renamed “${name}”`;
    recordChange(database, { ...ownerOf(database, inView), label, at: now() }, () =>
      renameView(database, table, from, name),
    );
    return viewsOf(database, table, role);
  }),
  removeTableView: on.removeTableView.handler(({ input, context }) => {
    const { database, now } = context;
    const { table, inView, name } = input;
    const label = `Table view “${name}” removed`;
    recordChange(database, { ...ownerOf(database, inView), label, at: now() }, () => deleteView(database, table, name));
    return viewsOf(database, table, roleOf(context));
  }),
  keepDraft: on.keepDraft.handler(({ input, context: { database, now } }) => {
    keepDraft(database, null, input, now());
    return null;
  }),
  findDraft: on.findDraft.handler(({ input, context: { database } }) => findDraft(database, null, input, input.role)),
  dropDraft: on.dropDraft.handler(({ input, context: { database } }) => {
    dropDraft(database, null, input);
    return null;
  }),
  drafts: on.drafts.handler(({ context: { database } }) => draftsOf(database, null)),
});
