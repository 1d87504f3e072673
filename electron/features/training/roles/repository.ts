import { and, asc, eq } from 'drizzle-orm';
import { roleRecord, rolloutUnit } from '#drizzle';
import type { Database } from '../../../database/database.ts';

export type StoredRole = Omit<typeof roleRecord.$inferSelect, 'id' | 'trustId'>;
export type StoredRollout = Omit<typeof rolloutUnit.$inferSelect, 'id' | 'trustId'>;

/** All that is entered of roles of a trust. */
export function rolesOf({ db }: Database, trustId: number): StoredRole[] {
  return db
    .select()
    .from(roleRecord)
    .where(eq(roleRecord.trustId, trustId))
    .orderBy(asc(roleRecord.id))
    .all()
    .map(({ id: _id, trustId: _trust, ...row }) => row);
}

export function putRole({ db }: Database, trustId: number, { role, person, ...cells }: StoredRole): void {
  db.insert(roleRecord)
    .values({ trustId, role, person, ...cells })
    .onConflictDoUpdate({ target: [roleRecord.trustId, roleRecord.role, roleRecord.person], set: cells })
    .run();
}

export function deleteRole(
  { db }: Database,
  trustId: number,
  { role, person }: Pick<StoredRole, 'role' | 'person'>,
): void {
  db.delete(roleRecord)
    .where(and(eq(roleRecord.trustId, trustId), eq(roleRecord.role, role), eq(roleRecord.person, person)))
    .run();
}

/** What is entered of units of all roll-outs. */
export function rolloutsOf({ db }: Database, trustId: number): StoredRollout[] {
  return db
    .select()
    .from(rolloutUnit)
    .where(eq(rolloutUnit.trustId, trustId))
    .all()
    .map(({ id: _id, trustId: _trust, ...row }) => row);
}

export function putRollout({ db }: Database, trustId: number, { rollout, unit, ...cells }: StoredRollout): void {
  db.insert(rolloutUnit)
    .values({ trustId, rollout, unit, ...cells })
    .onConflictDoUpdate({ target: [rolloutUnit.trustId, rolloutUnit.rollout, rolloutUnit.unit], set: cells })
    .run();
}
