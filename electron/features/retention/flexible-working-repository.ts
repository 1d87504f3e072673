import { asc, eq } from 'drizzle-orm';
import type { FlexibleCells } from '#contract';
import { flexibleRequest } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { StoredRequest } from './calculations/flexible-working.ts';

/** All requests of a trust for flexible working, in the order in which they were entered. */
export function requestsOf({ db }: Database, trustId: number): StoredRequest[] {
  return db
    .select()
    .from(flexibleRequest)
    .where(eq(flexibleRequest.trustId, trustId))
    .orderBy(asc(flexibleRequest.id))
    .all()
    .map(({ trustId: _trust, ...cells }) => cells);
}

export function insertRequest({ db }: Database, trustId: number, cells: FlexibleCells): number {
  return db
    .insert(flexibleRequest)
    .values({ trustId, ...cells })
    .returning({ id: flexibleRequest.id })
    .get().id;
}

export function updateRequest({ db }: Database, id: number, cells: Partial<FlexibleCells>): void {
  if (Object.keys(cells).length > 0) db.update(flexibleRequest).set(cells).where(eq(flexibleRequest.id, id)).run();
}

export function deleteRequest({ db }: Database, id: number): void {
  db.delete(flexibleRequest).where(eq(flexibleRequest.id, id)).run();
}
