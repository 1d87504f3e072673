import { and, asc, eq } from 'drizzle-orm';
import { preceptee } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { Database } from '../../database/database.ts';
import { newestOf } from '../staff/calculations/newest.ts';
import type { PrecepteeEntry } from './entries.ts';

export type StoredPreceptee = PrecepteeEntry & { readonly id: number; readonly batchId: number };

/** A prepared insert of the rows of a preceptorship log. */
export function precepteeInserter(
  database: Database,
  { trustId, batchId }: { readonly trustId: number; readonly batchId: number },
): (entry: PrecepteeEntry) => void {
  const insert = bulkInserter(database, preceptee);
  return ({ meetings, ...entry }) => insert({ trustId, batchId, ...entry, meetings: JSON.stringify(meetings) });
}

/** The days of a trust's preceptorship logs, the earliest first. */
export function logDays({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare('SELECT DISTINCT date FROM preceptee WHERE trust_id = ? ORDER BY date')
    .pluck()
    .all(trustId) as string[];
}

/** All rows of the logs of one day; of a person whom several imports have, the newest import's. */
export function precepteesAt({ db }: Database, trustId: number, day: string): StoredPreceptee[] {
  const rows = db
    .select()
    .from(preceptee)
    .where(and(eq(preceptee.trustId, trustId), eq(preceptee.day, day)))
    .orderBy(asc(preceptee.batchId), asc(preceptee.row))
    .all()
    .map((row) => ({ ...row, meetings: JSON.parse(row.meetings) as PrecepteeEntry['meetings'] }));
  return newestOf(rows, ({ person, name }) => person ?? name ?? '');
}
