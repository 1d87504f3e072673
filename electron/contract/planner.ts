import { z } from 'zod';
import { verb } from './access.ts';

export const appearance = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearance>;

/** How a table stands: its columns in their order, those left out, what it is sorted and grouped by, and its filter. */
export const tableLayout = z.object({
  order: z.array(z.string().max(200)).max(200),
  hidden: z.array(z.string().max(200)).max(200),
  sort: z.object({ column: z.string().max(200), down: z.boolean() }).nullable(),
  group: z.string().max(200).nullable(),
  filter: z.string().max(200),
});
export const tableView = z.object({ name: z.string().trim().min(1).max(60), layout: tableLayout });
export type TableLayout = z.infer<typeof tableLayout>;
export type TableView = z.infer<typeof tableView>;

/** A table by its screen and caption, such as "staff/People in post": the same on whichever trust it is opened. */
const table = z.string().min(1).max(300);
const tableViews = z.array(tableView).max(50, 'A table keeps 50 views. Remove one first.');

/** The app itself: which build, which store, and whether both are sound. */
export const planner = {
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
  tableViews: verb('view', 'none').input(z.object({ table })).output(tableViews),
  /** Keeps a view; one of the same name is replaced. */
  keepTableView: verb('view', 'none').input(tableView.extend({ table })).output(tableViews),
  /** Takes a view away and answers those that are left; kept again, it is as it was. */
  removeTableView: verb('view', 'none')
    .input(z.object({ table, name: z.string() }))
    .output(tableViews),
  /** Reads the whole store and says what is wrong with it; `sound` with no findings when nothing is. */
  check: verb('view', 'none').output(
    z.object({ sound: z.boolean(), findings: z.array(z.string()), rows: z.record(z.string(), z.number()) }),
  ),
};
