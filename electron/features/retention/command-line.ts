import type { Context } from '../../context.ts';
import { lastBy } from '../../core/in-force.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { retentionAsExpected } from './calculations/as-expected.ts';
import { retentionFigures } from './calculations/figures.ts';
import { actionsAt, planDays } from './repository.ts';

/** How the retention plan of a trust stands on a day, today where none is given; null where no plan was imported. */
export function retentionForCommandLine(
  { database, reference, today }: Pick<Context, 'database' | 'reference' | 'today'>,
  trustCode: string,
  asked: string | undefined,
): Record<string, unknown> | null {
  const { id } = requireTrust(database, trustCode);
  const on = asked ?? today();
  const day = lastBy(planDays(database, id), on);
  if (day === undefined) return null;
  const elements = new Map(reference.retention.elements.map(({ key, name }) => [key, name]));
  return {
    ...namedSources(database, sourceBatches(database, id, 'retention_plan', { first: day, last: day })),
    ...retentionAsExpected(retentionFigures(actionsAt(database, id, day), reference.retention, on), elements),
  };
}
