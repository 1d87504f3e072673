import type { Context } from '../../context.ts';
import { firstFrom } from '../../core/in-force.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { precepteesAsExpected } from './calculations/as-expected.ts';
import { progressOf } from './calculations/progress.ts';
import { logDays, precepteesAt } from './repository.ts';

/** How the preceptees of a trust stand on a day, under the printed names; null where no log was imported. */
export function precepteesForCommandLine(
  { database, reference, today }: Pick<Context, 'database' | 'reference' | 'today'>,
  trustCode: string,
  asked: string | undefined,
): Record<string, unknown> | null {
  const { id } = requireTrust(database, trustCode);
  const on = asked ?? today();
  const day = firstFrom(logDays(database, id), on);
  if (day === undefined) return null;
  const preceptees = precepteesAt(database, id, day).map((entry) => progressOf(entry, reference.preceptorship, on));
  return {
    ...namedSources(database, sourceBatches(database, id, 'preceptees', { first: day, last: day })),
    ...precepteesAsExpected(preceptees, on),
  };
}
