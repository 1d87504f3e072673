import type { ForecastAssumptions } from '#contract';
import type { Cell, ForecastBase } from './base.ts';
import type { MonthTotal } from './levels.ts';
import { isWithin, type Month, monthOf } from './months.ts';
import { sharesOf } from './path.ts';
import { monthlyShare, type Share } from './shares.ts';
import { delayed } from './starters.ts';

export interface SimulationRules {
  readonly runs: number;
  readonly seed: number;
  /** Of a hundred runs in order, the ones that bound the range: 10 and 90. */
  readonly low: number;
  readonly high: number;
}

/** The ordinary variation of staff in post, and of the month in which a target is reached. */
export interface Variation {
  readonly low: readonly number[];
  readonly high: readonly number[];
  reached(targets: readonly (number | null)[]): {
    readonly early: string | null;
    readonly late: string | null;
    readonly reaching: number;
  };
}

/**
 * Simulates some groups together. In each run, every month draws one month of the trust's own past, and what leaves is
 * the forecast's rate times what left then over what left on average; each post of the plan, and each newly qualified of
 * a cohort, starts or does not. Draws depend on the seed, the run and what is drawn for, not on any order, so that what
 * two scenarios share varies alike in both. Null where too few months of the past are known.
 */
export function variationOf(
  base: ForecastBase,
  assumed: ForecastAssumptions,
  months: readonly Month[],
  groups: readonly string[],
  totals: readonly MonthTotal[],
  { runs, seed, low, high }: SimulationRules,
  leastMonths: number,
): Variation | null {
  const past = Math.min(...groups.map((group) => historyOf(base, group)?.months.length ?? 0));
  if (groups.length === 0 || past < leastMonths) return null;
  const sources = groups.map((group) => groupSource(base, assumed, months, group, past));
  const drawn = sources.flatMap(({ chances }) => chances);
  /** By month, then by run. */
  const inPost = months.map(() => new Float64Array(runs));
  const factors = new Int32Array(months.length);
  for (let run = 0; run < runs; run += 1) {
    const ofRun = mix(seed, run + 1);
    for (let month = 0; month < months.length; month += 1)
      factors[month] = Math.floor(unit(mix(ofRun, month + 1)) * past);
    for (const chance of drawn) chance.starts = unit(mix(ofRun, chance.hash)) * 100 < chance.percent;
    for (const source of sources) simulate(source, factors, inPost, run);
  }
  // The exact path stands in the middle of what is rounded in no run.
  const at = (of: number) => Math.max(0, Math.ceil((of / 100) * runs) - 1);
  const bounds = inPost.map((values) => {
    const sorted = values.slice().sort();
    return { low: Math.round(sorted[at(low)]!), high: Math.round(sorted[at(high)]!) };
  });
  return {
    low: bounds.map((bound, month) => Math.min(bound.low, totals[month]!.inPost)),
    high: bounds.map((bound, month) => Math.max(bound.high, totals[month]!.inPost)),
    reached: (targets) => reachedIn(inPost, targets, months, at(low), at(high)),
  };
}

interface Chance {
  readonly month: number;
  readonly wte: number;
  readonly percent: number;
  readonly hash: number;
  starts: boolean;
}

interface GroupSource {
  readonly inPost: number;
  readonly leaving: number;
  readonly retiring: number;
  /** What left in each month of the past over the average. */
  readonly factors: readonly number[];
  /** What is sure to come in each month. */
  readonly steady: readonly number[];
  readonly chances: readonly Chance[];
}

const historyOf = (base: ForecastBase, group: string) => base.history.find((one) => one.group === group);
const numberOf = ({ part, of }: Share) => Number(part) / Number(of);

function groupSource(
  base: ForecastBase,
  assumed: ForecastAssumptions,
  months: readonly Month[],
  group: string,
  past: number,
): GroupSource {
  const history = historyOf(base, group);
  const recent = history?.months.slice(-past) ?? [];
  const mean = recent.reduce((sum, wte) => sum + wte, 0) / Math.max(1, recent.length);
  const mode = assumed.leaverMode ?? 'compound';
  const { leavers, retiring } = sharesOf(history, group, assumed);
  const cells = base.cells.filter((cell) => cell.group === group);
  const isHere = (one: { readonly group: string; readonly band: string }) => isCell(cells, one);
  const change = cells.length === 0 ? 0 : (assumed.hoursChange?.[group] ?? 0);
  const steady = months.map(({ key }) =>
    (assumed.starters ?? [])
      .filter((more) => isHere(more) && isWithin(key, more.from, more.to))
      .reduce((sum, { wte }) => sum + wte, change),
  );
  const chances: Chance[] = base.starts.filter(isHere).flatMap((start) => {
    const key = monthOf(delayed(start.on, assumed.delayMonths ?? 0));
    const month = Math.max(0, indexOf(months, key));
    if (key > (months[months.length - 1]?.key ?? '')) return [];
    return [{ month, wte: start.wte, percent: start.percent, hash: hashOf(start.key), starts: false }];
  });
  for (const cohort of (assumed.cohorts ?? []).filter(isHere))
    for (const [month, { key }] of months.entries()) {
      if (Number(key.slice(5)) !== cohort.month || !isWithin(key, cohort.from, cohort.to)) continue;
      // A cohort is people of about one WTE each.
      const people = Math.max(1, Math.round(cohort.wte / 100_000));
      for (let person = 0; person < people; person += 1) {
        const hash = hashOf(`cohort ${cohort.group} ${cohort.band} ${key} ${person}`);
        chances.push({ month, wte: cohort.wte / people, percent: cohort.percent, hash, starts: false });
      }
    }
  return {
    inPost: cells.reduce((sum, { inPost }) => sum + inPost, 0),
    leaving: numberOf(monthlyShare(leavers, mode)),
    retiring: numberOf(monthlyShare(retiring, mode)),
    factors: recent.map((wte) => (mean === 0 ? 1 : wte / mean)),
    steady,
    chances,
  };
}

const isCell = (cells: readonly Cell[], one: { readonly group: string; readonly band: string }) =>
  cells.some(({ group, band }) => group === one.group && band === one.band);
const indexOf = (months: readonly Month[], key: string) => months.findIndex((month) => month.key === key);

/** One run of one group, added to what the groups before it have in post. */
function simulate(source: GroupSource, drawn: Int32Array, into: readonly Float64Array[], run: number): void {
  const come = [...source.steady];
  for (const { month, wte, starts } of source.chances) if (starts) come[month] = come[month]! + wte;
  let inPost = source.inPost;
  for (const [month, values] of into.entries()) {
    const leaving = Math.min(1, source.leaving * (source.factors[drawn[month]!] ?? 1) + source.retiring);
    inPost = Math.max(0, inPost * (1 - leaving) + come[month]!);
    values[run] = values[run]! + inPost;
  }
}

function reachedIn(
  inPost: readonly Float64Array[],
  targets: readonly (number | null)[],
  months: readonly Month[],
  early: number,
  late: number,
) {
  const never = months.length;
  const runs = inPost[0]?.length ?? 0;
  const firsts = Array.from({ length: runs }, (_, run) => {
    const first = targets.findIndex((target, month) => target !== null && inPost[month]![run]! >= target);
    return first < 0 ? never : first;
  }).sort((one, other) => one - other);
  return {
    early: months[firsts[early]!]?.key ?? null,
    late: months[firsts[late]!]?.key ?? null,
    reaching: firsts.filter((first) => first < never).length,
  };
}

/** Mixes two whole numbers into one of 32 bits, well spread (the finish of MurmurHash3). */
function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const unit = (hash: number) => hash / 4_294_967_296;

/** A name as a whole number of 32 bits (FNV-1a). */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < name.length; place += 1) hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
