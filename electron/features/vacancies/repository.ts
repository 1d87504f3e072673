import { and, asc, eq } from 'drizzle-orm';
import { vacancy } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { Database } from '../../database/database.ts';
import { newestOf } from '../staff/calculations/newest.ts';
import type { VacancyEntry } from './entries.ts';

export type StoredVacancy = VacancyEntry & { readonly id: number; readonly batchId: number };

/** A prepared insert of the rows of a vacancy tracker. */
export function vacancyInserter(
  database: Database,
  { trustId, batchId }: { readonly trustId: number; readonly batchId: number },
): (entry: VacancyEntry) => void {
  const insert = bulkInserter(database, vacancy);
  return (entry) => insert({ trustId, batchId, ...entry });
}

/** The days of a trust's vacancy trackers, the earliest first. */
export function trackerDays({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare('SELECT DISTINCT date FROM vacancy WHERE trust_id = ? ORDER BY date')
    .pluck()
    .all(trustId) as string[];
}

/** All rows of the trackers of one day; of a vacancy that several imports have, the newest import's. */
export function vacanciesAt({ db }: Database, trustId: number, day: string): StoredVacancy[] {
  const rows = db
    .select()
    .from(vacancy)
    .where(and(eq(vacancy.trustId, trustId), eq(vacancy.day, day)))
    .orderBy(asc(vacancy.batchId), asc(vacancy.row))
    .all();
  return newestOf(rows, ({ vacancyRef, id }) => vacancyRef?.toLowerCase() ?? `row ${id}`);
}
