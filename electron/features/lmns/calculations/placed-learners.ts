import type { LmnsRecord } from '../../../contract/index.ts';
import { type Disclosure, protect, type ProtectedCount } from '../../../core/small-numbers.ts';

type Placements = Extract<LmnsRecord, { kind: 'placements' }>;

/** Learners who are placed, as they may be shown: of each row by its place, and of each period in which they are known. */
export interface PlacedLearners {
  readonly rows: readonly ProtectedCount[];
  readonly periods: ReadonlyMap<string, ProtectedCount>;
}

/**
 * Places that are filled are learners: few of them would tell a person. All rows of a period are protected together with
 * their sum, which stands in the evidence of line 4.7. Places offered are no people and stay.
 */
export function placedLearners(rows: readonly Placements[], disclosure: Disclosure): PlacedLearners {
  const keys = rows.map((_, index) => `row ${index}`);
  const periods = [...new Set(rows.map(({ period }) => period))];
  const known = (period: string) =>
    rows.flatMap((row, index) => (row.period === period && row.filled !== null ? [keys[index] ?? ''] : []));
  const sums = periods.map((period) => ({ total: period, parts: known(period) }));
  const counts = new Map(rows.map((row, index): [string, number | null] => [keys[index] ?? '', row.filled]));
  for (const { total, parts } of sums)
    counts.set(total, parts.length === 0 ? null : parts.reduce((all, key) => all + (counts.get(key) ?? 0), 0));
  const of = protect({ counts, sums: sums.filter(({ parts }) => parts.length > 0) }, disclosure);
  return { rows: keys.map(of), periods: new Map(periods.map((period) => [period, of(period)])) };
}
