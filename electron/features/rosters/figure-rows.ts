import type { FigureRow } from '#contract';
import { bookingFigureSources, rosterFigureSources } from './calculations/figure-sources.ts';
import { type FigureSource, type RowSource, standsBehind } from './calculations/sources.ts';
import type { SourceBatch } from '../../imports/sources.ts';
import type { BookingAnswer, RosterAnswer, StoredBooking, StoredDuty, StoredUnavailability } from './service.ts';

type StoredRow = StoredDuty | StoredUnavailability | StoredBooking;

export function sourcesOfRoster({ scope, figures }: RosterAnswer): readonly FigureSource[] {
  return rosterFigureSources(
    scope,
    figures.headroom.groups.map(({ group }) => group),
  );
}

export function sourcesOfBookings({ figures }: BookingAnswer): readonly FigureSource[] {
  return bookingFigureSources(figures.units.map(({ unit }) => unit));
}

/** The source of a figure by its printed names. */
export function findSource(sources: readonly FigureSource[], figure: readonly string[]): FigureSource | undefined {
  return sources.find((source) => source.figure.join('\n') === figure.join('\n'));
}

/**
 * The rows behind a figure: those of its numerator, then those of its denominator that are not in the numerator too. How
 * many there are, and those of one page as they are shown.
 */
export function rowsBehind(
  source: FigureSource,
  rows: Readonly<Partial<Record<RowSource['table'], readonly StoredRow[]>>>,
  batches: ReadonlyMap<number, Pick<SourceBatch, 'fileName' | 'sheet'>>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly shown: Omit<FigureRow, 'given'>[] } {
  const shown: Omit<FigureRow, 'given'>[] = [];
  let total = 0;
  for (const part of ['numerator', 'denominator'] as const) {
    for (const rowSource of source[part]) {
      for (const row of rows[rowSource.table] ?? []) {
        if (!standsBehind(row, rowSource)) continue;
        if (total >= offset && shown.length < limit) shown.push(shownRow(row, rowSource, part, batches));
        total += 1;
      }
    }
  }
  return { total, shown };
}

function shownRow(
  row: StoredRow,
  { table, measure }: RowSource,
  part: FigureRow['part'],
  batches: ReadonlyMap<number, Pick<SourceBatch, 'fileName' | 'sheet'>>,
): Omit<FigureRow, 'given'> {
  const batch = batches.get(row.batchId);
  const times = 'plannedStart' in row ? row : undefined;
  return {
    table,
    batch: row.batchId,
    fileName: batch?.fileName ?? '',
    sheet: batch?.sheet ?? '',
    row: row.row,
    unit: row.unit,
    date: row.date,
    person: row.person,
    name: row.name,
    band: row.band,
    registered: row.registered === 1,
    what: whatOf(row),
    planned: span(times?.plannedStart, times?.plannedEnd),
    actual: span(times?.actualStart, times?.actualEnd),
    counts: measureOf(row, measure),
    part,
  };
}

function whatOf(row: StoredRow): string {
  if ('purpose' in row) return [row.shift, row.shiftType, row.status].filter(Boolean).join(', ');
  if ('group' in row) return [row.group, row.reason].filter(Boolean).join(', ');
  return [row.agency ?? row.supply, row.reason].filter(Boolean).join(', ');
}

function span(start: number | null | undefined, end: number | null | undefined) {
  return start == null || end == null ? null : { start, end };
}

function measureOf(row: StoredRow, measure: RowSource['measure']): number {
  if (measure === 'minutes') return 'minutes' in row ? row.minutes : 0;
  if (measure === 'plannedMinutes') return 'plannedMinutes' in row ? (row.plannedMinutes ?? 0) : 0;
  if (measure === 'actualMinutes') return 'actualMinutes' in row ? (row.actualMinutes ?? 0) : 0;
  return 1;
}
