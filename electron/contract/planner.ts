import { z } from 'zod';
import { verb } from './access.ts';
import { draftVerbs } from './drafts.ts';
import { refusals } from './refusals.ts';
import { id, trustCode } from './values.ts';

export const appearance = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearance>;

/** How a table stands: its columns in their order, those left out, what it is sorted and grouped by, and its filter. */
export const tableLayout = z.object({
  order: z.array(z.string().max(200)).max(200),
  hidden: z.array(z.string().max(200)).max(200),
  sort: z.object({ column: z.string().max(200), down: z.boolean() }).nullable(),
  group: z.string().max(200).nullable(),
  filter: z.string().max(200),
  /** What is chosen of filters that a table has beside that, by their names. */
  choices: z.record(z.string().max(60), z.string().max(200)).optional(),
});
const viewName = z.string().trim().min(1).max(60);
export const tableView = z.object({ name: viewName, layout: tableLayout });
export type TableLayout = z.infer<typeof tableLayout>;
export type TableView = z.infer<typeof tableView>;

/** A table by its screen and columns, the same on whichever trust it is opened; what is done to its views is undone there. */
const ofTable = z.object({
  table: z.string().min(1).max(300),
  /** In whose history a change of the views stands: that of the trust or LMNS in view. */
  inView: z.union([z.object({ trust: trustCode }), z.object({ lmns: id })]),
});
const { TRUST_UNKNOWN, LMNS_UNKNOWN, NAME_TAKEN } = refusals;
const viewRefusals = {
  TRUST_UNKNOWN,
  LMNS_UNKNOWN,
  NAME_TAKEN,
  TOO_MANY: { status: 409, message: 'A table keeps 50 views. Remove one first.' },
} as const;
const tableViews = z.array(tableView);

/** The app itself: which build and store it is, and what it keeps for every screen. */
export const planner = {
  /** Drafts of forms that stand open while there is neither a trust nor an LMNS. */
  ...draftVerbs('none', z.object({}), {}),
  about: verb('view', 'none').output(
    z.object({
      version: z.string(),
      dataFolder: z.string(),
      schemaVersion: z.number().int(),
      standards: z.array(z.object({ title: z.string(), version: z.string() })),
      /** What it runs on, such as "Node 24.21.0, linux x64". */
      runtime: z.string(),
      /** True where the store is encrypted. */
      isLocked: z.boolean(),
      /** What IT decided for this PC, one sentence each, and the file; null where there is no policy. */
      policy: z.object({ file: z.string(), says: z.array(z.string()) }).nullable(),
    }),
  ),
  /** Facts for whoever helps: versions, sizes and counts, and no name, path or value of anybody's. */
  diagnostics: verb('view', 'none').output(z.object({ text: z.string() })),
  /** Light or dark, by the system or by choice; kept on this PC. */
  appearance: verb('view', 'none').output(appearance),
  chooseAppearance: verb('view', 'none').input(z.object({ appearance })).output(z.null()),
  /** The views of a table that were given a name, by name. */
  tableViews: verb('view', 'none')
    .input(ofTable.pick({ table: true }))
    .output(tableViews),
  /** Keeps a view; one of the same name is replaced. */
  keepTableView: verb('view', 'none').errors(viewRefusals).input(ofTable.extend(tableView.shape)).output(tableViews),
  renameTableView: verb('view', 'none')
    .errors(viewRefusals)
    .input(ofTable.extend({ from: viewName, name: viewName }))
    .output(tableViews),
  /** Takes a view away and answers those that are left. */
  removeTableView: verb('view', 'none')
    .errors(viewRefusals)
    .input(ofTable.extend({ name: viewName }))
    .output(tableViews),
};
