import { and, asc, eq } from 'drizzle-orm';
import { tableView } from '#drizzle';
import type { TableLayout, TableView } from '../../contract/planner.ts';
import type { Database } from '../../database/database.ts';

const named = (table: string, name: string) => and(eq(tableView.tableKey, table), eq(tableView.name, name));

/** The views of a table in the order of their names. */
export function viewsOf({ db }: Database, table: string): TableView[] {
  return db
    .select()
    .from(tableView)
    .where(eq(tableView.tableKey, table))
    .orderBy(asc(tableView.name))
    .all()
    .map(({ name, layout }) => ({ name, layout: JSON.parse(layout) as TableLayout }));
}

/** Keeps a view; one of the same name is replaced. */
export function putView({ db }: Database, table: string, { name, layout }: TableView): void {
  const stored = JSON.stringify(layout);
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
