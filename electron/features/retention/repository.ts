import { and, asc, eq } from 'drizzle-orm';
import { retentionAction } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { Database } from '../../database/database.ts';
import { newestOf } from '../staff/calculations/newest.ts';
import type { ActionEntry } from './entries.ts';

export type StoredAction = ActionEntry & { readonly id: number; readonly batchId: number };

/** A prepared insert of the actions of a retention plan. */
export function actionInserter(
  database: Database,
  { trustId, batchId }: { readonly trustId: number; readonly batchId: number },
): (entry: ActionEntry) => void {
  const insert = bulkInserter(database, retentionAction);
  return ({ references, escalated, ...entry }) =>
    insert({ trustId, batchId, ...entry, references: JSON.stringify(references), escalated: escalated ? 1 : 0 });
}

/** The days of a trust's retention plans, the earliest first. */
export function planDays({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare('SELECT DISTINCT date FROM retention_action WHERE trust_id = ? ORDER BY date')
    .pluck()
    .all(trustId) as string[];
}

/** All actions of the plans of one day; of an action that several imports have, the newest import's. */
export function actionsAt({ db }: Database, trustId: number, day: string): StoredAction[] {
  const rows = db
    .select()
    .from(retentionAction)
    .where(and(eq(retentionAction.trustId, trustId), eq(retentionAction.day, day)))
    .orderBy(asc(retentionAction.batchId), asc(retentionAction.row))
    .all()
    .map((row) => ({ ...row, references: JSON.parse(row.references) as string[], escalated: row.escalated === 1 }));
  return newestOf(rows, ({ number, action, id }) =>
    number === null ? `row ${id}` : `${number} ${action}`.toLowerCase(),
  );
}
