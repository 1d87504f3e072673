import type { Database } from '../database/database.ts';
import type { BatchRow } from './batches.ts';
import { kindOf } from './kinds.ts';

/** How many rows of an import are in the store now. */
export function storedRows({ sqlite }: Database, row: Pick<BatchRow, 'id' | 'kind'>): number {
  const { tables } = kindOf(row.kind);
  const count = (table: string) =>
    sqlite.prepare(`SELECT count(*) FROM "${table}" WHERE batch_id = ?`).pluck().get(row.id) as number;
  return tables.reduce((sum, table) => sum + count(table), 0);
}
