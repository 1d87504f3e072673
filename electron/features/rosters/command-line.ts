import type { DatePeriod } from '../../core/dates.ts';
import type { Context } from '../../context.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { bookingFiguresAsExpected, type NamedFigures, rosterFiguresAsExpected } from './calculations/named-figures.ts';
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
  if (kind === 'bank_list') {
    const answer = answerBookings(database, trust, period);
    if (!answer) return null;
    const layouts = new Set(answer.sources.map(({ format }) => format));
    const layout = layouts.size === 1 ? ([...layouts][0] ?? null) : null;
    return {
      ...namedSources(database, answer.sources),
      ...namedPeriod(answer.period),
      ...bookingFiguresAsExpected(answer.figures, layout),
    };
  }
  const answer = answerRoster(database, trust, period);
  if (!answer) return null;
  return { ...namedSources(database, answer.sources), ...rosterFiguresAsExpected(answer.figures) };
}

function namedPeriod({ first, last }: DatePeriod): NamedFigures {
  return { period_first: first, period_last: last };
}
