import { and, asc, eq } from 'drizzle-orm';
import { trainingRecord } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { Database } from '../../database/database.ts';
import { newestOf } from '../staff/calculations/newest.ts';
import type { TrainingEntry } from './entries.ts';

export type StoredTraining = TrainingEntry & { readonly id: number; readonly batchId: number };

/** A prepared insert of what a row of a file of training compliance says: of one competence, or of several. */
export function trainingInserter(
  database: Database,
  { trustId, batchId }: { readonly trustId: number; readonly batchId: number },
): (entries: readonly TrainingEntry[]) => void {
  const insert = bulkInserter(database, trainingRecord);
  return (entries) => {
    for (const entry of entries) insert({ trustId, batchId, ...entry });
  };
}

/** The days on which a trust's files of training compliance were made, the earliest first. */
export function trainingDays({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare('SELECT DISTINCT date FROM training_record WHERE trust_id = ? ORDER BY date')
    .pluck()
    .all(trustId) as string[];
}

/** True where a file of a day has records that do not say when the training was. */
export function hasRecordsWithoutDates({ sqlite }: Database, trustId: number, day: string): boolean {
  const some = `SELECT 1 FROM training_record WHERE trust_id = ? AND date = ? AND known_by <> 'dates' LIMIT 1`;
  return sqlite.prepare(some).get(trustId, day) !== undefined;
}

/** All rows of the files of one day; of a row that several imports have, the newest import's. */
export function trainingAt({ db }: Database, trustId: number, day: string): StoredTraining[] {
  const rows = db
    .select()
    .from(trainingRecord)
    .where(and(eq(trainingRecord.trustId, trustId), eq(trainingRecord.day, day)))
    .orderBy(asc(trainingRecord.batchId), asc(trainingRecord.row))
    .all() as (StoredTraining & { trustId: number })[];
  return newestOf(rows, ({ person, competence, achieved, expiry }) => `${person} ${competence} ${achieved} ${expiry}`);
}
