import { and, asc, eq } from 'drizzle-orm';
import { tableView } from '#drizzle';
import type { TableLayout, TableView } from '../../contract/planner.ts';
import type { Role } from '../../contract/roles.ts';
import type { Database } from '../../database/database.ts';

const named = (table: string, name: string) => and(eq(tableView.tableKey, table), eq(tableView.name, name));

/** Stored with a layout: the role that kept it, an editor where none is said. */
type Kept = TableLayout & { readonly keptBy?: Role };

/** The views of a table in the order of their names. What an editor filtered by may be a name, so others are not told. */
export function viewsOf({ db }: Database, table: string, role: Role): TableView[] {
  return db
    .select()
    .from(tableView)
    .where(eq(tableView.tableKey, table))
    .orderBy(asc(tableView.name))
    .all()
    .map(({ name, layout: stored }) => {
      const { keptBy = 'editor', ...layout } = JSON.parse(stored) as Kept;
      if (role === 'editor' || keptBy !== 'editor') return { name, layout };
      const { choices: _choices, ...told } = layout;
      return { name, layout: { ...told, filter: '' } };
    });
}

/** Keeps a view; one of the same name is replaced. */
export function putView({ db }: Database, table: string, { name, layout }: TableView, role: Role): void {
  const kept: Kept = { ...layout, keptBy: role };
  const stored = JSON.stringify(kept);
  db.insert(tableView)
    .values({ tableKey: table, name, layout: stored })
    .onConflictDoUpdate({ target: [tableView.tableKey, tableView.name], set: { layout: stored } })
    .run();
}

export function renameView({ db }: Database, table: string, from: string, name: string): void {
  db.update(tableView).set({ name }).where(named(table, from)).run();
}

export function deleteView({ db }: Database, table: string, name: string): void {
  db.delete(tableView).where(named(table, name)).run();
}
