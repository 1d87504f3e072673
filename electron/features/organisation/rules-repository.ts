import { and, asc, eq } from 'drizzle-orm';
import { ruleValue } from '#drizzle';
import type { Database } from '../../database/database.ts';

export type StoredRule = typeof ruleValue.$inferSelect;

const at = (trustId: number, pack: string, path: string) =>
  and(eq(ruleValue.trustId, trustId), eq(ruleValue.pack, pack), eq(ruleValue.path, path));

/** What a trust uses in place of published values, by pack and path; values are JSON in the unit of the pack. */
export function ownRules({ db }: Database, trustId: number): StoredRule[] {
  return db
    .select()
    .from(ruleValue)
    .where(eq(ruleValue.trustId, trustId))
    .orderBy(asc(ruleValue.pack), asc(ruleValue.path))
    .all();
}

export function putRule({ db }: Database, row: Omit<StoredRule, 'id'>): void {
  const { value, published, agreedBy, why, setAt } = row;
  db.insert(ruleValue)
    .values(row)
    .onConflictDoUpdate({
      target: [ruleValue.trustId, ruleValue.pack, ruleValue.path],
      set: { value, published, agreedBy, why, setAt },
    })
    .run();
}

export function deleteRule({ db }: Database, trustId: number, pack: string, path: string): void {
  db.delete(ruleValue)
    .where(at(trustId, pack, path))
    .run();
}
