import type { Context } from '../../context.ts';
import type { DatePeriod } from '../../core/dates.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { describeTrust } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { countedThings } from './counted.ts';
import { monthsOf } from './calculations/months.ts';
import { countsOf } from './repository.ts';

/**
 * Monthly counts of a trust by unit, month and what is counted, of the months of a period, or of the files' own: those
 * entered by hand, else those imported; null where nothing was imported.
 */
export function monthlyCountsForCommandLine(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trustCode: string,
  period: DatePeriod | undefined,
): Record<string, unknown> | null {
  const trust = requireTrust(database, trustCode);
  const batches = sourceBatches(database, trust.id, 'monthly_counts', period ?? null);
  const [first] = batches;
  if (first === undefined) return null;
  const span = period ?? {
    first: batches.reduce((day, batch) => (batch.first < day ? batch.first : day), first.first),
    last: batches.reduce((day, batch) => (batch.last > day ? batch.last : day), first.last),
  };
  const months = monthsOf(span);
  const counts = countsOf(database, trust.id, months);
  const { flags, others } = countedThings({ database, reference }, trust.id);
  const units = describeTrust(database, trust).units.filter(({ id }) => counts.some(({ unitId }) => unitId === id));
  const ofMonth = (unitId: number, month: string) =>
    Object.fromEntries(
      [...flags, ...others].flatMap(({ key, name }) => {
        const found = counts.find((one) => one.unitId === unitId && one.month === month && one.counted === key);
        return found ? [[key.startsWith('local_') ? name : key, found.count]] : [];
      }),
    );
  return {
    ...namedSources(database, batches),
    months: { first: months[0], last: months[months.length - 1] },
    units: Object.fromEntries(
      units.map(({ id, name }) => [name, Object.fromEntries(months.map((month) => [month, ofMonth(id, month)]))]),
    ),
    entered_by_hand: counts.filter(({ byImport }) => !byImport).length,
  };
}
