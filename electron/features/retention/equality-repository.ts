import { and, asc, desc, eq } from 'drizzle-orm';
import { equalityCheck, equalityCount, equalitySnapshot } from '#drizzle';
import type { EqualityGroup } from '../../contract/equality-rules.ts';
import type { Database } from '../../database/database.ts';
import type { Entered } from './calculations/workforce-equality.ts';

export type StoredSnapshot = Omit<typeof equalitySnapshot.$inferSelect, 'trustId'>;
type StoredCheck = Omit<typeof equalityCheck.$inferSelect, 'id' | 'trustId'>;

/** Snapshots of a trust, the newest first. */
export function snapshotsOf({ db }: Database, trustId: number): StoredSnapshot[] {
  return db
    .select()
    .from(equalitySnapshot)
    .where(eq(equalitySnapshot.trustId, trustId))
    .orderBy(desc(equalitySnapshot.day))
    .all()
    .map(({ trustId: _trust, ...snapshot }) => snapshot);
}

export function insertSnapshot({ db }: Database, trustId: number, cells: Pick<StoredSnapshot, 'day' | 'note'>): number {
  return db
    .insert(equalitySnapshot)
    .values({ trustId, ...cells })
    .returning({ id: equalitySnapshot.id })
    .get().id;
}

/** Takes a snapshot away with its counts. */
export function deleteSnapshot({ db }: Database, id: number): void {
  db.delete(equalityCount).where(eq(equalityCount.snapshotId, id)).run();
  db.delete(equalitySnapshot).where(eq(equalitySnapshot.id, id)).run();
}

/** What was entered for a snapshot: by indicator, then by ethnic group. */
export function countsOf({ db }: Database, snapshotId: number): Map<string, Entered> {
  const found = new Map<string, Entered>();
  for (const { indicator, ethnicGroup, counted, outOf } of db
    .select()
    .from(equalityCount)
    .where(eq(equalityCount.snapshotId, snapshotId))
    .orderBy(asc(equalityCount.id))
    .all())
    found.set(indicator, { ...found.get(indicator), [ethnicGroup]: { counted, outOf } });
  return found;
}

/** Sets what was counted of a group; nothing known takes the row away. */
export function putCount(
  { db }: Database,
  snapshotId: number,
  indicator: string,
  { group, counted, outOf }: { group: EqualityGroup; counted: number | null; outOf: number | null },
): void {
  const target = [equalityCount.snapshotId, equalityCount.indicator, equalityCount.ethnicGroup];
  if (counted === null && outOf === null)
    db.delete(equalityCount)
      .where(
        and(
          eq(equalityCount.snapshotId, snapshotId),
          eq(equalityCount.indicator, indicator),
          eq(equalityCount.ethnicGroup, group),
        ),
      )
      .run();
  else
    db.insert(equalityCount)
      .values({ snapshotId, indicator, ethnicGroup: group, counted, outOf })
      .onConflictDoUpdate({ target, set: { counted, outOf } })
      .run();
}

/** How far the trust is with the checklist, by line. */
export function checksOf({ db }: Database, trustId: number): Map<string, StoredCheck> {
  return new Map(
    db
      .select()
      .from(equalityCheck)
      .where(eq(equalityCheck.trustId, trustId))
      .all()
      .map(({ id: _id, trustId: _trust, ...check }) => [check.line, check]),
  );
}

export function putCheck(
  { db }: Database,
  trustId: number,
  line: string,
  cells: Partial<Omit<StoredCheck, 'line'>>,
): void {
  db.insert(equalityCheck)
    .values({ trustId, line, ...cells })
    .onConflictDoUpdate({ target: [equalityCheck.trustId, equalityCheck.line], set: cells })
    .run();
}
