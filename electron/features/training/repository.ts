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

/** The days on which a trust's files of training compliance were made, the earliest first: one look into the index for each. */
export function trainingDays({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare(
      `WITH RECURSIVE file (day) AS (
         SELECT min(date) FROM training_record WHERE trust_id = @trustId
         UNION ALL
         SELECT (SELECT min(date) FROM training_record WHERE trust_id = @trustId AND date > day) FROM file WHERE day IS NOT NULL)
       SELECT day FROM file WHERE day IS NOT NULL`,
    )
    .pluck()
    .all({ trustId }) as string[];
}

/** Changes when training is imported, undone or mended, and when somebody says against a row of a file. */
export function importState(database: Database, trustId: number): string {
  const said = `SELECT group_concat(person || course || achieved) FROM training_result WHERE trust_id = ?`;
  return `${filesState(database, trustId, ['training'])} ${String(database.sqlite.prepare(said).pluck().get(trustId))}`;
}

/** Changes when a staff list, leavers or absences are imported, undone or mended. */
export const staffState = (database: Database, trustId: number): string =>
  filesState(database, trustId, ['staff_list', 'leavers', 'absence']);

function filesState({ sqlite }: Database, trustId: number, kinds: readonly string[]): string {
  const files = `SELECT group_concat(id || ' ' || committed_at || ' ' || rows_accepted || ' ' || rows_ignored || ' ' || ifnull(undone_at, ''))
    FROM batch WHERE trust_id = ? AND kind IN (SELECT value FROM json_each(?))`;
  return String(sqlite.prepare(files).pluck().get(trustId, JSON.stringify(kinds)));
}

/** All rows of the files of one day, of no course too; of a row that several imports have, the newest import's. */
export function trainingAt({ db }: Database, trustId: number, day: string): StoredTraining[] {
  const rows = db
    .select()
    .from(trainingRecord)
    .where(and(eq(trainingRecord.trustId, trustId), eq(trainingRecord.day, day)))
    .orderBy(asc(trainingRecord.batchId), asc(trainingRecord.row))
    .all() as (StoredTraining & { trustId: number })[];
  return newestOf(rows, ({ person, competence, achieved, expiry }) => `${person} ${competence} ${achieved} ${expiry}`);
}
