import type { Rate } from '../../../core/rates.ts';
import type { MonthSpan } from './months.ts';

/** A count of a unit and month, as entered. */
export interface MonthlyCount {
  readonly unitId: number;
  /** 'YYYY-MM'. */
  readonly month: string;
  /** What is counted: the key of a red flag, of women in labour, of births. */
  readonly counted: string;
  readonly count: number;
  /** True where an import has it and nobody entered one by hand. */
  readonly byImport?: boolean;
  /** What an import has, where one was entered by hand, which counts. */
  readonly imported?: number;
}

/** A sum of counts. `count` is null where nothing was entered, which is not nought. */
export interface CountSum {
  readonly count: number | null;
  /** Units and months that were entered. */
  readonly known: number;
  /** Units and months of those who enter this count that were not. */
  readonly missing: number;
  /** Units and months whose count an import has. */
  readonly fromImport: number;
  /** What imports have where counts entered by hand count instead; null where they have none. */
  readonly besideHand: number | null;
}

/**
 * What was counted of some keys over some months and units. Missing are the months of those units that have entered one
 * of the keys at all in `within`, so that a unit which never counts births is not waited for.
 */
export function countSum(
  counts: readonly MonthlyCount[],
  keys: readonly string[],
  months: readonly string[],
  within: readonly string[] = months,
): CountSum {
  const ofKeys = counts.filter(({ counted }) => keys.includes(counted));
  const entering = new Set(ofKeys.filter(({ month }) => within.includes(month)).map(({ unitId }) => unitId));
  const entered = ofKeys.filter(({ month }) => months.includes(month));
  const beside = entered.filter(({ imported, count }) => imported !== undefined && imported !== count);
  const places = new Set(entered.map(({ unitId, month }) => `${unitId} ${month}`));
  return {
    count: entered.length === 0 ? null : entered.reduce((sum, { count }) => sum + count, 0),
    known: places.size,
    missing: entering.size * months.length - places.size,
    fromImport: new Set(entered.filter(({ byImport }) => byImport).map(({ unitId, month }) => `${unitId} ${month}`))
      .size,
    besideHand: beside.length === 0 ? null : beside.reduce((sum, { imported = 0 }) => sum + imported, 0),
  };
}

/** The sum of some keys in each span of months. */
export function countsBySpan(
  counts: readonly MonthlyCount[],
  keys: readonly string[],
  spans: readonly MonthSpan[],
): CountSum[] {
  const within = spans.flatMap(({ months }) => months);
  return spans.map(({ months }) => countSum(counts, keys, months, within));
}

/** Women with one-to-one care over women in labour, of the units and months where both were entered; 0 / 0 where none was. */
export const oneToOneCare = (counts: readonly MonthlyCount[], months: readonly string[]): Rate =>
  shareOf(counts, months, 'women_one_to_one', 'women_in_labour');

/** Acuity entries made over those expected, and entries with enough midwives over those made: missing entries are not met. */
export const acuityOf = (counts: readonly MonthlyCount[], months: readonly string[]): { made: Rate; met: Rate } => ({
  made: shareOf(counts, months, 'acuity_entered', 'acuity_expected'),
  met: shareOf(counts, months, 'acuity_met', 'acuity_entered'),
});

/** One count over another, of the units and months where both were entered; 0 / 0 where none was. */
function shareOf(counts: readonly MonthlyCount[], months: readonly string[], part: string, whole: string): Rate {
  const found = new Map<string, { all?: number; given?: number }>();
  for (const { unitId, month, counted, count } of counts) {
    if (!months.includes(month)) continue;
    if (counted !== whole && counted !== part) continue;
    const place = found.get(`${unitId} ${month}`) ?? {};
    place[counted === whole ? 'all' : 'given'] = count;
    found.set(`${unitId} ${month}`, place);
  }
  let [numerator, denominator] = [0, 0];
  for (const { all, given } of found.values()) {
    if (all === undefined || given === undefined) continue;
    numerator += given;
    denominator += all;
  }
  return { numerator, denominator };
}

/** Births in a year at the pace of the months that were entered, as births x 12 over months; 0 / 0 where none was. */
export function birthsInAYear(counts: readonly MonthlyCount[], months: readonly string[]): Rate {
  const births = counts.filter(({ counted, month }) => counted === 'births' && months.includes(month));
  const known = new Set(births.map(({ month }) => month)).size;
  return { numerator: births.reduce((sum, { count }) => sum + count, 0) * 12, denominator: known };
}
