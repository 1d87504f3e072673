import type { Forecast, ForecastAssumptions, ForecastReached } from '#contract';
import { type Cell, type ForecastBase, groupsOf } from './base.ts';
import { type Level, levelNow, type MonthTotal, reachedOf, totalsOf } from './levels.ts';
import { type Month, monthsAfter } from './months.ts';
import { pathOf, sharesOf } from './path.ts';
import { shareOf } from './shares.ts';
import { type SimulationRules, variationOf } from './simulation.ts';
import { targetsOf } from './targets.ts';

export interface ForecastQuestion {
  /** Null for all groups of which both funded and in post are known. */
  readonly group: string | null;
  /** The last month. */
  readonly to: string;
}

/** One forecast, worked out: the levels of what was asked for and of its parts. */
export interface WorkedForecast {
  readonly months: readonly Month[];
  readonly groups: readonly string[];
  readonly now: Level;
  readonly totals: readonly MonthTotal[];
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
  readonly funded: ForecastReached;
  readonly required: ForecastReached;
  readonly fundedRange: Forecast['fundedRange'];
  readonly requiredRange: Forecast['requiredRange'];
  /** Months of some cells only. */
  part(has: (cell: Cell) => boolean): { readonly now: Level; readonly months: readonly MonthTotal[] };
}

/** Groups that can be compared with what is funded. */
export const comparedGroups = (cells: readonly Cell[]): string[] =>
  groupsOf(cells).filter((group) => cells.some((cell) => cell.group === group && cell.funded !== null));

/** Works a forecast out: exactly by month and cell, and simulated for its range where `simulate` is given. */
export function workedForecast(
  given: ForecastBase,
  assumed: ForecastAssumptions,
  { group, to }: ForecastQuestion,
  simulate: { readonly rules: SimulationRules; readonly leastMonths: number } | null,
): WorkedForecast {
  const base = withCellsOf(given, assumed);
  const months = monthsAfter(base.census, to);
  const path = pathOf(base, assumed, months);
  const targets = targetsOf(base, assumed, months);
  const compared = comparedGroups(base.cells);
  const groups = group === null ? (compared.length > 0 ? compared : groupsOf(base.cells)) : [group];
  const placesOf = (has: (cell: Cell) => boolean) =>
    base.cells.flatMap((cell, place) => (groups.includes(cell.group) && has(cell) ? [place] : []));
  const part = (has: (cell: Cell) => boolean) => {
    const places = placesOf(has);
    return {
      now: levelNow(base.cells, places, awayNow(base, assumed)),
      months: totalsOf(places, months, path, targets),
    };
  };
  const { now, months: totals } = part(() => true);
  const variation =
    simulate && variationOf(base, assumed, months, groups, totals, simulate.rules, simulate.leastMonths);
  const rangeOf = (target: 'funded' | 'required') => {
    if (!simulate || !variation || totals.every((month) => month[target] === null)) return null;
    const { early, late, reaching } = variation.reached(totals.map((month) => month[target]));
    return { early, late, runs: { numerator: reaching, denominator: simulate.rules.runs } };
  };
  return {
    months,
    groups,
    now,
    totals,
    low: variation?.low ?? null,
    high: variation?.high ?? null,
    funded: reachedOf(now, totals, 'funded'),
    required: reachedOf(now, totals, 'required'),
    fundedRange: rangeOf('funded'),
    requiredRange: rangeOf('required'),
    part,
  };
}

function awayNow({ history }: ForecastBase, assumed: ForecastAssumptions) {
  return ({ group, inPost }: Cell): number | null => {
    const { away } = sharesOf(
      history.find((one) => one.group === group),
      group,
      assumed,
    );
    return away && shareOf(inPost, away);
  };
}

/**
 * The base with a cell for every band that somebody starts in or that is funded: with nobody in post before. By band, so
 * that what rounding leaves over goes to the same band however the cells came.
 */
function withCellsOf(
  base: ForecastBase,
  { cohorts = [], starters = [], funded = [] }: ForecastAssumptions,
): ForecastBase {
  const cells = [...base.cells];
  for (const { group, band } of [...base.starts, ...cohorts, ...starters, ...funded]) {
    if (cells.some((cell) => cell.group === group && cell.band === band)) continue;
    const isCompared = cells.some((cell) => cell.group === group && cell.funded !== null);
    cells.push({ group, band, inPost: 0, funded: isCompared ? 0 : null, required: null });
  }
  return { ...base, cells: cells.sort((one, other) => (one.band < other.band ? -1 : one.band > other.band ? 1 : 0)) };
}

/** The band of a group that lacks the most of what is funded: where one more starter is reckoned. */
export function neediestBand(cells: readonly Cell[], group: string): string {
  const bands = cells.filter((cell) => cell.group === group);
  const lack = ({ funded, inPost }: Cell) => (funded ?? inPost) - inPost;
  return bands.reduce((most, cell) => (lack(cell) > lack(most) ? cell : most), bands[0]!).band;
}
