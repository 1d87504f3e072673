import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { InterestCells, OpportunityCells, RoleCells, SuccessorCells, TalentCells } from '#contract';
import { criticalRole, opportunity, opportunityInterest, successor, talentPlace } from '#drizzle';
import type { Database } from '../../database/database.ts';

export type StoredRole = RoleCells & { readonly id: number };
export type StoredSuccessor = SuccessorCells & { readonly id: number; readonly roleId: number };
export type StoredOpportunity = OpportunityCells & { readonly id: number };
export type StoredInterest = InterestCells & { readonly id: number; readonly opportunityId: number };
export type StoredTalent = TalentCells & { readonly id: number };

/** Critical roles of a trust, in the order in which they were entered. */
export function rolesOf({ db }: Database, trustId: number): StoredRole[] {
  return db
    .select()
    .from(criticalRole)
    .where(eq(criticalRole.trustId, trustId))
    .orderBy(asc(criticalRole.id))
    .all()
    .map(({ trustId: _trust, ...role }) => role);
}

export function putRole({ db }: Database, trustId: number, cells: RoleCells, id: number | undefined): number {
  if (id === undefined)
    return db
      .insert(criticalRole)
      .values({ trustId, ...cells })
      .returning()
      .get().id;
  db.update(criticalRole).set(cells).where(eq(criticalRole.id, id)).run();
  return id;
}

/** Takes a role away with its successors. */
export function deleteRole({ db }: Database, id: number): void {
  db.delete(successor).where(eq(successor.roleId, id)).run();
  db.delete(criticalRole).where(eq(criticalRole.id, id)).run();
}

/** Successors in all roles of a trust. */
export function successorsOf({ db }: Database, trustId: number): StoredSuccessor[] {
  return db
    .select(getTableColumns(successor))
    .from(successor)
    .innerJoin(criticalRole, and(eq(criticalRole.id, successor.roleId), eq(criticalRole.trustId, trustId)))
    .orderBy(asc(successor.id))
    .all()
    .map((row) => ({ ...row, ethnicGroup: row.ethnicGroup as SuccessorCells['ethnicGroup'] }));
}

export function putSuccessor({ db }: Database, roleId: number, cells: SuccessorCells, id: number | undefined): number {
  if (id === undefined)
    return db
      .insert(successor)
      .values({ roleId, ...cells })
      .returning()
      .get().id;
  db.update(successor).set(cells).where(eq(successor.id, id)).run();
  return id;
}

export function deleteSuccessor({ db }: Database, id: number): void {
  db.delete(successor).where(eq(successor.id, id)).run();
}

/** Opportunities of a trust, in the order in which they were entered. */
export function opportunitiesOf({ db }: Database, trustId: number): StoredOpportunity[] {
  return db
    .select()
    .from(opportunity)
    .where(eq(opportunity.trustId, trustId))
    .orderBy(asc(opportunity.id))
    .all()
    .map(({ trustId: _trust, ...one }) => one);
}

export function putOpportunity(
  { db }: Database,
  trustId: number,
  cells: OpportunityCells,
  id: number | undefined,
): number {
  if (id === undefined)
    return db
      .insert(opportunity)
      .values({ trustId, ...cells })
      .returning()
      .get().id;
  db.update(opportunity).set(cells).where(eq(opportunity.id, id)).run();
  return id;
}

/** Takes an opportunity away with those who are interested in it. */
export function deleteOpportunity({ db }: Database, id: number): void {
  db.delete(opportunityInterest).where(eq(opportunityInterest.opportunityId, id)).run();
  db.delete(opportunity).where(eq(opportunity.id, id)).run();
}

/** Who is interested in the opportunities of a trust. */
export function interestsOf({ db }: Database, trustId: number): StoredInterest[] {
  return db
    .select(getTableColumns(opportunityInterest))
    .from(opportunityInterest)
    .innerJoin(
      opportunity,
      and(eq(opportunity.id, opportunityInterest.opportunityId), eq(opportunity.trustId, trustId)),
    )
    .orderBy(asc(opportunityInterest.day), asc(opportunityInterest.id))
    .all();
}

export function putInterest(
  { db }: Database,
  opportunityId: number,
  cells: InterestCells,
  id: number | undefined,
): number {
  if (id === undefined)
    return db
      .insert(opportunityInterest)
      .values({ opportunityId, ...cells })
      .returning()
      .get().id;
  db.update(opportunityInterest).set(cells).where(eq(opportunityInterest.id, id)).run();
  return id;
}

export function deleteInterest({ db }: Database, id: number): void {
  db.delete(opportunityInterest).where(eq(opportunityInterest.id, id)).run();
}

/** Places of the talent grid. */
export function talentOf({ db }: Database, trustId: number): StoredTalent[] {
  return db
    .select()
    .from(talentPlace)
    .where(eq(talentPlace.trustId, trustId))
    .orderBy(asc(talentPlace.id))
    .all()
    .map(({ trustId: _trust, ...one }) => one);
}

export function putTalent({ db }: Database, trustId: number, cells: TalentCells, id: number | undefined): number {
  if (id === undefined)
    return db
      .insert(talentPlace)
      .values({ trustId, ...cells })
      .returning()
      .get().id;
  db.update(talentPlace).set(cells).where(eq(talentPlace.id, id)).run();
  return id;
}

export function deleteTalent({ db }: Database, id: number): void {
  db.delete(talentPlace).where(eq(talentPlace.id, id)).run();
}
