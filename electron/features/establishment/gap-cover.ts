import { addDays, addMonths, datesOf, type DatePeriod, partsOf } from '../../core/dates.ts';
import type { Rate } from '../../core/rates.ts';
import type { Database } from '../../database/database.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import { bookedCover, type CoverRow, rosteredCover } from './cover-repository.ts';

export interface Cover {
  readonly source: 'bank_list' | 'duty_roster';
  readonly period: DatePeriod;
  readonly days: number;
  readonly sources: readonly SourceBatch[];
  readonly rows: readonly CoverRow[];
  /** Minutes that one WTE works on those days: weekly minutes x days / 7. */
  readonly minutesOfWte: Rate;
}

/**
 * Bank and agency of the month of a day, from the bank and agency lists, else from the rosters: never from both, which
 * hold the same duties. Null where no list and no roster has a day of the month.
 */
export function coverOf(database: Database, trustId: number, day: string, weeklyHours: number): Cover | null {
  const first = addDays(day, 1 - partsOf(day).day);
  const month = { first, last: addDays(addMonths(first, 1), -1) };
  for (const source of ['bank_list', 'duty_roster'] as const) {
    const sources = sourceBatches(database, trustId, source, month);
    const days = datesOf(month).filter((date) => sources.some((batch) => batch.first <= date && batch.last >= date));
    const [from, to] = [days[0], days[days.length - 1]];
    if (from === undefined || to === undefined) continue;
    const read = source === 'bank_list' ? bookedCover : rosteredCover;
    return {
      source,
      period: { first: from, last: to },
      days: days.length,
      sources,
      rows: read(database, trustId, { first: from, last: to }),
      minutesOfWte: { numerator: Math.round(weeklyHours * 60) * days.length, denominator: 7 },
    };
  }
  return null;
}
