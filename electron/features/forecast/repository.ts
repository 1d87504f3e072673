import { and, asc, eq } from 'drizzle-orm';
import type { ForecastAssumptions, ForecastScenario } from '#contract';
import { scenario, setting } from '#drizzle';
import type { Database } from '../../database/database.ts';

const key = 'forecast_assumptions';

/** What a trust assumes itself. */
export function ownAssumptions({ db }: Database, trustId: number): ForecastAssumptions {
  const row = db
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.trustId, trustId), eq(setting.key, key)))
    .get();
  return row ? (JSON.parse(row.value) as ForecastAssumptions) : {};
}

export function putAssumptions({ db }: Database, trustId: number, assumptions: ForecastAssumptions): void {
  const value = JSON.stringify(assumptions);
  db.insert(setting)
    .values({ trustId, key, value })
    .onConflictDoUpdate({ target: [setting.trustId, setting.key], set: { value } })
    .run();
}

/** A trust's scenarios, in the order in which they were made. */
export function scenariosOf({ db }: Database, trustId: number): ForecastScenario[] {
  return db
    .select()
    .from(scenario)
    .where(eq(scenario.trustId, trustId))
    .orderBy(asc(scenario.id))
    .all()
    .map(({ id, name, note, changes }) => ({ id, name, note, changes: JSON.parse(changes) as ForecastAssumptions }));
}

export function insertScenario({ db }: Database, trustId: number, row: Omit<ForecastScenario, 'id'>): number {
  return db
    .insert(scenario)
    .values({ trustId, ...row, changes: JSON.stringify(row.changes) })
    .returning({ id: scenario.id })
    .get().id;
}

/** Sets what is given; the rest stays. */
export function updateScenario({ db }: Database, id: number, row: Partial<Omit<ForecastScenario, 'id'>>): void {
  const { changes, ...words } = row;
  const values = { ...words, ...(changes === undefined ? {} : { changes: JSON.stringify(changes) }) };
  db.update(scenario).set(values).where(eq(scenario.id, id)).run();
}

export function deleteScenario({ db }: Database, id: number): void {
  db.delete(scenario).where(eq(scenario.id, id)).run();
}
