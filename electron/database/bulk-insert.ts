import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.ts';

type Stored = string | number | null;

/**
 * A prepared insert for the many rows of an import: a value for every column but the id, by its property name. What is
 * missing in a row is a bug and throws.
 */
export function bulkInserter<Table extends SQLiteTable>(
  { sqlite }: Database,
  table: Table,
): (row: Omit<Required<Table['$inferInsert']>, 'id'>) => void {
  const columns = Object.entries(getTableColumns(table)).filter(([property]) => property !== 'id');
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ');
  const insert = sqlite.prepare(
    `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const properties = columns.map(([property]) => property);
  return (row) => {
    const values = row as unknown as Readonly<Record<string, Stored | undefined>>;
    insert.run(
      ...properties.map((property) => {
        const value = values[property];
        if (value === undefined) throw new Error(`A row for ${getTableName(table)} has no ${property}`);
        return value;
      }),
    );
  };
}
