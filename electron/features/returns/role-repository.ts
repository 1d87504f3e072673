import { and, asc, eq } from 'drizzle-orm';
import type { ReturnStep } from '#contract';
import { returnRole } from '#drizzle';
import type { Database } from '../../database/database.ts';

/** A role that a trust has added to those that may take a step. */
export interface OwnRole {
  readonly step: ReturnStep;
  readonly name: string;
}

/** In the order in which they were added. */
export function ownRolesOf({ db }: Database, trustId: number): OwnRole[] {
  return db
    .select({ step: returnRole.step, name: returnRole.name })
    .from(returnRole)
    .where(eq(returnRole.trustId, trustId))
    .orderBy(asc(returnRole.id))
    .all();
}

export function insertRole({ db }: Database, trustId: number, role: OwnRole): void {
  db.insert(returnRole)
    .values({ trustId, ...role })
    .run();
}

export function deleteRole({ db }: Database, trustId: number, { step, name }: OwnRole): void {
  db.delete(returnRole)
    .where(and(eq(returnRole.trustId, trustId), eq(returnRole.step, step), eq(returnRole.name, name)))
    .run();
}
