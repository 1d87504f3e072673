import type { ReturnFigure, RosterRow, TemporaryRow } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { dutyDays, dutySums } from '../rosters/care-repository.ts';
import { periodDays, periodTitle } from './calculations/periods.ts';
import { rosterFigures, rosterRows, temporaryRows } from './calculations/rosters.ts';

interface RosterReading {
  readonly fill: RosterRow[];
  readonly temporary: TemporaryRow[];
  readonly figures: ReturnFigure[];
  readonly sources: string[];
}

/** What the duties of a period prove, from the rosters that were imported and not undone. */
export function readRosters({ database }: Context, trust: TrustRow, period: string): RosterReading {
  const { first, last } = periodDays(period);
  const units = describeTrust(database, trust).units.map(({ name }) => name);
  const duties = dutySums(database, trust.id, { first, last });
  const { days, batches } = dutyDays(database, trust.id, { first, last });
  const sources = sourceBatches(database, trust.id, 'duty_roster', { first, last })
    .filter(({ id }) => batches.has(id))
    .map(({ fileName, committedAt }) => `${fileName}, imported on ${dateInWords(committedAt.slice(0, 10))}`);
  return {
    fill: rosterRows(duties, units),
    temporary: temporaryRows(duties, units),
    figures: rosterFigures(duties, { title: periodTitle(period), first, last, units, sources, days }),
    sources,
  };
}
