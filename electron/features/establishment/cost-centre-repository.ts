import { and, eq } from 'drizzle-orm';
import { setting } from '#drizzle';
import type { Database } from '../../database/database.ts';
import { costCentreKey } from './calculations/ledger.ts';

const key = 'cost_centre_units';

/** The unit ids that a trust has given its cost centres itself. */
export function ownCostCentres({ db }: Database, trustId: number): Readonly<Record<string, number>> {
  const row = db
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.trustId, trustId), eq(setting.key, key)))
    .get();
  return row ? (JSON.parse(row.value) as Record<string, number>) : {};
}

/** Gives a cost centre a unit, or with null leaves it to its name and the staff list again. */
export function putCostCentreUnit(database: Database, trustId: number, costCentre: string, unit: number | null): void {
  const own = costCentreKey(costCentre);
  const { [own]: _, ...others } = ownCostCentres(database, trustId);
  const value = JSON.stringify(unit === null ? others : { ...others, [own]: unit });
  database.db
    .insert(setting)
    .values({ trustId, key, value })
    .onConflictDoUpdate({ target: [setting.trustId, setting.key], set: { value } })
    .run();
}
