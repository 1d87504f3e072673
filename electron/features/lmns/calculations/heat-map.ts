import type { HeatLine, ReturnStatus } from '#contract';
import type { Standing } from './standing-values.ts';

/** The returns of one period, one for each trust of the compile. */
export interface PeriodStandings {
  readonly period: string;
  readonly title: string;
  readonly standings: readonly (Standing | undefined)[];
}

/** Every line that a return of the latest period has, over the trusts, with its statuses counted in each period. */
export function heatMap(periods: readonly PeriodStandings[], codes: readonly string[]): HeatLine[] {
  const now = periods[periods.length - 1]?.standings ?? [];
  const lines = new Map<string, { reference: string; title: string; objective: string }>();
  for (const standing of now)
    for (const line of standing?.latest.lines ?? []) if (!lines.has(line.reference)) lines.set(line.reference, line);
  return [...lines.values()].map(({ reference, title, objective }) => ({
    reference,
    title,
    objective,
    cells: now.map((standing, place) => ({
      trust: codes[place] ?? '',
      status: standing?.latest.statuses.get(reference) ?? null,
      returned: standing !== undefined,
      restated: standing?.corrected.has(reference) ?? false,
    })),
    counts: countsOf(now, reference),
    trend: periods.map(({ period, standings }) => ({
      period,
      ...countsOf(standings, reference),
    })),
  }));
}

/** Trusts by status; one that returned nothing is counted nowhere. */
function countsOf(standings: readonly (Standing | undefined)[], reference: string): HeatLine['counts'] {
  const counts = { blue: 0, green: 0, amber: 0, red: 0, notAnswered: 0 };
  for (const standing of standings) {
    if (!standing) continue;
    const status: ReturnStatus | null = standing.latest.statuses.get(reference) ?? null;
    counts[status ?? 'notAnswered'] += 1;
  }
  return counts;
}
