import type { Remark } from '#contract';
import type { RowSettings } from '../features/rosters/parse/source.ts';

type Columns = Pick<RowSettings, 'columns'>;

/** Fields whose column is not needed: what they would say is worked out from the other cells of the row. */
export const workedOut: ReadonlySet<string> = new Set(['plannedBreak', 'actualBreak']);

/** What is to be said of a list of shifts that has times and no column for their breaks. */
export function breakRemarks({ columns }: Columns): Remark[] {
  const lacks = (part: 'planned' | 'actual') => columns.has(`${part}Start`) && !columns.has(`${part}Break`);
  const missing = (['planned', 'actual'] as const).filter(lacks);
  if (missing.length === 0) return [];
  const message = `The file has no column for the ${missing.join(' or the ')} break: it is what the hours of a row leave of its times, else the other break of the row, else none.`;
  return [{ code: 'breaks_worked_out', message }];
}

/** What is to be said of a roster of hours without times. */
export function hoursRemarks({ columns }: Columns): Remark[] {
  if (columns.has('plannedStart') || columns.has('actualStart') || !columns.has('plannedHours')) return [];
  if (!columns.has('fill') && !columns.has('status') && columns.has('unavailabilityGroup')) return [];
  const message =
    'The file has no times: its hours are taken as they stand, and the name of a shift says whether it is a night. Who was there at what time cannot be told.';
  return [{ code: 'hours_without_times', message }];
}

/** What is to be said of a bank list that does not say which time sheets are finalised. */
export function finalisedRemarks({ columns }: Columns, layout: string): Remark[] {
  // The NHSP list is finalised by its actual times alone (D18).
  if (layout === 'NHSP' || columns.has(layout === 'B' ? 'status' : 'finalisedDate')) return [];
  const message =
    'The file does not say which time sheets are finalised, so its bookings count as booked and none of them as worked.';
  return [{ code: 'nothing_finalised', message }];
}
