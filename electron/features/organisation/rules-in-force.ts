import { sql } from 'drizzle-orm';
import { ruleValue, trust } from '#drizzle';
import type { Context } from '../../context.ts';
import { type OwnValue, withOwnValues } from '../../reference/own-values.ts';
import type { Reference } from '../../reference/load.ts';

/** The rules as a trust has them, by its code or row id: the published ones with its own values in their place. */
export function rulesInForce(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  which: string | number,
): Reference {
  const chosen = typeof which === 'number' ? sql`${trust.id} = ${which}` : sql`${trust.code} = ${which}`;
  const own = database.db
    .select({ pack: ruleValue.pack, path: ruleValue.path, value: ruleValue.value })
    .from(ruleValue)
    .innerJoin(trust, sql`${trust.id} = ${ruleValue.trustId} and ${chosen}`)
    .orderBy(ruleValue.pack, ruleValue.path)
    .all()
    .map((row): OwnValue => ({ ...row, value: JSON.parse(row.value) }))
    // What the policy of the PC decides is nobody else's to choose.
    .filter(({ pack, path }) => !reference.published.decided?.has(`${pack} ${path}`));
  return withOwnValues(reference.published, own);
}
