import type { CountEntry } from '../features/assurance/entries.ts';
import { countInserter, onlyUnitOf } from '../features/assurance/imported-counts.ts';
import { countRowParser } from '../features/assurance/parse.ts';
import { comparedCounts } from './compare/identity.ts';
import type { ImportKind } from './kinds.ts';
import { tablesOf } from './tables.ts';

export const monthlyCounts: ImportKind<CountEntry> = {
  parser: (settings, _, known) => countRowParser({ ...settings, onlyUnit: onlyUnitOf(known.database, known.trustId) }),
  placeOf: ({ unit, counts }) => ({ unit, date: counts[0]?.date ?? '' }),
  severalDays: {
    of: ({ counts }) => counts.map(({ date }) => date),
    only: (entry, isWanted) => {
      const counts = entry.counts.filter(({ date }) => isWanted(date));
      return counts.length === 0 ? null : { ...entry, counts };
    },
  },
  ofUnits: true,
  tables: tablesOf.monthly_counts,
  compared: comparedCounts,
  inserter: countInserter,
};
