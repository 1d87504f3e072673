import type { Appearance, TableView } from '../../contract/planner.ts';
import { implementation } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { checkStore } from '../../database/check.ts';
import { policyInWords } from '../../policy/policy.ts';
import { diagnose, runtimeInWords } from './diagnostics.ts';
import { readPreference, writePreference } from '../organisation/preferences.ts';

const on = implementation.planner;

const keyOf = (table: string) => `views of ${table}`;
const viewsOf = (database: Database, table: string) => readPreference<TableView[]>(database, keyOf(table)) ?? [];

/** The views of a table with one replaced, or only without it; in the order of their names. */
function replaceView(database: Database, table: string, name: string, view: TableView | null): TableView[] {
  const others = viewsOf(database, table).filter((one) => one.name !== name);
  const views = view ? [...others, view].sort((one, other) => one.name.localeCompare(other.name, 'en-GB')) : others;
  writePreference(database, keyOf(table), views);
  return views;
}

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
  tableViews: on.tableViews.handler(({ input, context: { database } }) => viewsOf(database, input.table)),
  keepTableView: on.keepTableView.handler(({ input: { table, ...view }, context: { database } }) =>
    replaceView(database, table, view.name, view),
  ),
  removeTableView: on.removeTableView.handler(({ input: { table, name }, context: { database } }) =>
    replaceView(database, table, name, null),
  ),
  check: on.check.handler(({ context: { database } }) => checkStore(database)),
});
