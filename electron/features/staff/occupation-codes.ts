import { and, eq } from 'drizzle-orm';
import { setting } from '#drizzle';
import type { Context } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { type GroupRules, groupRules } from './calculations/groups.ts';

const key = 'occupation_codes';

/** Occupation codes that a trust has put into groups itself, by code: they win over the reference data. */
export function ownOccupationCodes({ db }: Database, trustId: number): Readonly<Record<string, string>> {
  const row = db
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.trustId, trustId), eq(setting.key, key)))
    .get();
  return row ? (JSON.parse(row.value) as Record<string, string>) : {};
}

/** Puts an occupation code into a group, or with null leaves it to the reference data again. */
export function setOccupationCode(database: Database, trustId: number, code: string, group: string | null): void {
  const { [code]: _, ...others } = ownOccupationCodes(database, trustId);
  const value = JSON.stringify(group === null ? others : { ...others, [code]: group });
  database.db
    .insert(setting)
    .values({ trustId, key, value })
    .onConflictDoUpdate({ target: [setting.trustId, setting.key], set: { value } })
    .run();
}

/** The rules by which a trust's assignments are grouped: the reference data's, with its own. */
export function groupRulesOf(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trustId: number,
): GroupRules {
  return groupRules(reference.organisation, ownOccupationCodes(database, trustId));
}
