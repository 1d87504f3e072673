import { and, asc, eq, getTableColumns, gte } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../database/database.ts';

type Row = Record<string, string | number | null>;

/**
 * Makes the rows of one owner the given list, in order: a row keeps its id and its place, so that only what differs is
 * written and recorded for undo. Returns the ids in order. The table has `id` and `position`, counted from 0.
 */
export function keepInStep(
  { db }: Database,
  table: SQLiteTable,
  owner: Record<string, number>,
  rows: readonly Row[],
): number[] {
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  const { id, position } = columns as Record<'id' | 'position', SQLiteColumn>;
  const [ownerName = '', ownerId] = Object.entries(owner)[0] ?? [];
  const ofOwner = eq(columns[ownerName]!, ownerId);
  const present = db.select().from(table).where(ofOwner).orderBy(asc(position)).all() as (Row & { id: number })[];
  if (present.length > rows.length)
    db.delete(table)
      .where(and(ofOwner, gte(position, rows.length)))
      .run();
  return rows.map((row, index) => {
    const kept = present[index];
    if (kept) {
      if (Object.entries(row).some(([name, value]) => kept[name] !== value))
        db.update(table).set(row).where(eq(id, kept.id)).run();
      return kept.id;
    }
    const added = db
      .insert(table)
      .values({ ...row, ...owner, position: index })
      .returning({ id })
      .get() as { id: number };
    return added.id;
  });
}
