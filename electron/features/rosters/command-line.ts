import type { DatePeriod } from '../../core/dates.ts';
import type { Context } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { bookingFiguresAsExpected, type NamedFigures, rosterFiguresAsExpected } from './calculations/named-figures.ts';
import { judgedRowsOf, type SourceBatch } from './repository.ts';
import { answerBookings, answerRoster } from './service.ts';

export type RosterKind = 'duty_roster' | 'bank_list';

/**
 * The figures of a kind under their printed names, with the row counts of the imports that they come from. Without a
 * period those of all days that the imports cover; null where nothing was imported.
 */
export function figuresForCommandLine(
  { database }: Pick<Context, 'database'>,
  kind: RosterKind,
  trustCode: string,
  period: DatePeriod | undefined,
): NamedFigures | null {
  const trust = requireTrust(database, trustCode);
  const rowsOf = (batch: number) => judgedRowsOf(database, batch);
  if (kind === 'bank_list') {
    const answer = answerBookings(database, trust, period);
    if (!answer) return null;
    const layouts = new Set(answer.sources.map(({ format }) => format));
    const layout = layouts.size === 1 ? ([...layouts][0] ?? null) : null;
    return { ...namedSources(answer.sources, rowsOf), ...namedPeriod(answer.period), ...bookingFiguresAsExpected(answer.figures, layout) };
  }
  const answer = answerRoster(database, trust, period);
  if (!answer) return null;
  return { ...namedSources(answer.sources, rowsOf), ...rosterFiguresAsExpected(answer.figures) };
}

function namedPeriod({ first, last }: DatePeriod): NamedFigures {
  return { period_first: first, period_last: last };
}

/** What was read: summed over the imports, and for a single one row by row. */
function namedSources(
  sources: readonly SourceBatch[],
  rowsOf: (batch: number) => { row: number; outcome: string; reason: string }[],
): NamedFigures {
  const sum = (count: (batch: SourceBatch) => number) => sources.reduce((total, batch) => total + count(batch), 0);
  const counts = {
    rows_read: sum(({ rowsRead }) => rowsRead),
    rows_accepted: sum(({ rowsAccepted }) => rowsAccepted),
    rows_refused: sum(({ rowsRefused }) => rowsRefused),
    rows_ignored: sum(({ rowsIgnored }) => rowsIgnored),
  };
  const imports = sources.map(({ id, fileName, sheet, headerRow }) => ({ batch: id, file: fileName, sheet, header_row: headerRow }));
  const [only, ...more] = sources;
  if (only === undefined || more.length > 0) return { ...counts, imports };
  const rows = rowsOf(only.id);
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome);
  const warnings: Record<string, number[]> = {};
  for (const { row, reason } of of('accepted')) (warnings[reason] ??= []).push(row);
  const plain = (outcome: string) => of(outcome).map(({ row, reason }) => ({ row, reason }));
  const file = { file: only.fileName, sheet: only.sheet, header_row: only.headerRow };
  return { ...file, ...counts, refused: plain('refused'), ignored: plain('ignored'), warnings, imports };
}
