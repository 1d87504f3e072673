import { and, asc, eq, inArray } from 'drizzle-orm';
import { localRedFlag, monthlyCount, redFlagAction } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { MonthlyCount } from './calculations/counts.ts';

export type StoredAction = typeof redFlagAction.$inferSelect;
export type StoredLocalFlag = typeof localRedFlag.$inferSelect;

/** Counts that were entered by hand, of some months. */
export function enteredCounts({ db }: Database, trustId: number, months: readonly string[]): MonthlyCount[] {
  const { unitId, month, counted, count } = monthlyCount;
  return db
    .select({ unitId, month, counted, count })
    .from(monthlyCount)
    .where(and(eq(monthlyCount.trustId, trustId), inArray(month, [...months])))
    .all();
}

/** Counts that files have, of some months; of several imports the newest one's. */
function importedCounts({ sqlite }: Database, trustId: number, months: readonly string[]): MonthlyCount[] {
  return sqlite
    .prepare<[number, string], MonthlyCount & { batchId: number }>(
      `SELECT unit_id AS unitId, substr(date, 1, 7) AS month, counted, count, max(batch_id) AS batchId
       FROM imported_count WHERE trust_id = ? AND date IN (SELECT value || '-01' FROM json_each(?))
       GROUP BY date, unit_id, counted`,
    )
    .all(trustId, JSON.stringify(months))
    .map(({ batchId: _batchId, ...count }) => ({ ...count, byImport: true }));
}

/** Counts of a trust in some months, by unit: what was entered by hand, else what an import has. */
export function countsOf(database: Database, trustId: number, months: readonly string[]): MonthlyCount[] {
  const place = ({ unitId, month, counted }: MonthlyCount) => `${unitId} ${month} ${counted}`;
  const imported = new Map(importedCounts(database, trustId, months).map((count) => [place(count), count]));
  const entered = enteredCounts(database, trustId, months).map((count) => {
    const beside = imported.get(place(count));
    imported.delete(place(count));
    return beside ? { ...count, imported: beside.count } : count;
  });
  return [...entered, ...imported.values()];
}

/** Sets a count; null takes it away: it is not known, or an import's counts. */
export function putCount(
  { db }: Database,
  trustId: number,
  { unitId, month, counted, count }: Omit<MonthlyCount, 'count'> & { readonly count: number | null },
): void {
  const of = and(
    eq(monthlyCount.trustId, trustId),
    eq(monthlyCount.unitId, unitId),
    eq(monthlyCount.month, month),
    eq(monthlyCount.counted, counted),
  );
  const found = db.select({ id: monthlyCount.id }).from(monthlyCount).where(of).get();
  if (count === null) db.delete(monthlyCount).where(of).run();
  else if (found) db.update(monthlyCount).set({ count }).where(eq(monthlyCount.id, found.id)).run();
  else db.insert(monthlyCount).values({ trustId, unitId, month, counted, count }).run();
}

/** Flags that the trust has added, in their order. */
export function localFlagsOf({ db }: Database, trustId: number): StoredLocalFlag[] {
  return db
    .select()
    .from(localRedFlag)
    .where(eq(localRedFlag.trustId, trustId))
    .orderBy(asc(localRedFlag.position), asc(localRedFlag.id))
    .all();
}

export function insertLocalFlag({ db }: Database, flag: Omit<StoredLocalFlag, 'id'>): number {
  return db.insert(localRedFlag).values(flag).returning({ id: localRedFlag.id }).get().id;
}

export function deleteLocalFlag({ db }: Database, flagId: number): void {
  db.delete(localRedFlag).where(eq(localRedFlag.id, flagId)).run();
}

/** How many counts and actions there are of a flag. */
export function usesOfFlag({ sqlite }: Database, trustId: number, key: string): number {
  return sqlite
    .prepare<[number, string, number, string, number, string], number>(
      `SELECT (SELECT count(*) FROM monthly_count WHERE trust_id = ? AND counted = ?)
         + (SELECT count(*) FROM imported_count WHERE trust_id = ? AND counted = ?)
         + (SELECT count(*) FROM red_flag_action WHERE trust_id = ? AND flag = ?)`,
    )
    .pluck()
    .get(trustId, key, trustId, key, trustId, key) as number;
}

/** What was done about red flags of some months, in their order. */
export function redFlagActionsOf({ db }: Database, trustId: number, months: readonly string[]): StoredAction[] {
  return db
    .select()
    .from(redFlagAction)
    .where(and(eq(redFlagAction.trustId, trustId), inArray(redFlagAction.month, [...months])))
    .orderBy(asc(redFlagAction.month), asc(redFlagAction.id))
    .all();
}

export function insertAction({ db }: Database, action: Omit<StoredAction, 'id'>): number {
  return db.insert(redFlagAction).values(action).returning({ id: redFlagAction.id }).get().id;
}

export function findAction({ db }: Database, trustId: number, actionId: number): StoredAction | undefined {
  return db
    .select()
    .from(redFlagAction)
    .where(and(eq(redFlagAction.trustId, trustId), eq(redFlagAction.id, actionId)))
    .get();
}

export function updateAction(
  { db }: Database,
  actionId: number,
  values: Partial<Omit<StoredAction, 'id' | 'trustId'>>,
): void {
  db.update(redFlagAction).set(values).where(eq(redFlagAction.id, actionId)).run();
}

export function deleteAction({ db }: Database, actionId: number): void {
  db.delete(redFlagAction).where(eq(redFlagAction.id, actionId)).run();
}
