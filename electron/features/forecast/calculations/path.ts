import type { ForecastAssumptions } from '#contract';
import type { Cell, ForecastBase, GroupHistory } from './base.ts';
import type { Month } from './months.ts';
import { monthlyShare, noShare, ofPercent, ofRate, type Share, shareOf, spread } from './shares.ts';
import { startersOf } from './starters.ts';

/** What a month does to a cell, and where it leaves it at its end. WTE in hundred-thousandths. */
export interface CellMonth {
  readonly plan: number;
  readonly cohorts: number;
  readonly more: number;
  readonly leavers: number;
  readonly retirements: number;
  readonly hoursChange: number;
  readonly inPost: number;
  /** Null where nothing is known of long leave. */
  readonly away: number | null;
  readonly beside: number;
}

/** The yearly shares of a group that a forecast takes. */
export interface GroupShares {
  readonly leavers: Share;
  readonly retiring: Share;
  readonly away: Share | null;
}

const none = { numerator: 0, denominator: 0 };

/** The shares of a group: those that are set, else those of its own past. */
export function sharesOf(history: GroupHistory | undefined, group: string, assumed: ForecastAssumptions): GroupShares {
  const byAge = assumed.retirements === 'by_age';
  const own = byAge ? history?.rateWithoutRetirements : history?.rate;
  const [setRate, setAway] = [assumed.leaverRates?.[group], assumed.away?.[group]];
  const setRetiring = assumed.retiringRates?.[group];
  return {
    leavers: setRate === undefined ? (own ? ofRate(own) : noShare) : ofPercent(setRate),
    retiring: !byAge ? noShare : setRetiring === undefined ? ofRate(history?.retiring ?? none) : ofPercent(setRetiring),
    away: setAway === undefined ? (history?.away ? ofRate(history.away) : null) : ofPercent(setAway),
  };
}

/**
 * Every cell month by month, in whole hundred-thousandths: in post at the end = in post before + starters - leavers -
 * retirements + changed hours. Each of these is rounded once, so that months and cells add up exactly.
 */
export function pathOf(base: ForecastBase, assumed: ForecastAssumptions, months: readonly Month[]): CellMonth[][] {
  const mode = assumed.leaverMode ?? 'compound';
  const shares = new Map(
    base.cells.map(({ group }) => {
      const history = base.history.find((one) => one.group === group);
      const { leavers, retiring, away } = sharesOf(history, group, assumed);
      return [group, { leavers: monthlyShare(leavers, mode), retiring: monthlyShare(retiring, mode), away }] as const;
    }),
  );
  const starting = startersOf(base, assumed, months);
  let before = base.cells.map(({ inPost }) => inPost);
  return months.map((_, index) => {
    const moved = base.cells.map((cell, place) => {
      const { leavers, retiring } = shares.get(cell.group)!;
      const had = before[place]!;
      const { beside, ...starters } = starting[index]![place]!;
      const lost = { leavers: shareOf(had, leavers), retirements: shareOf(had, retiring) };
      const come = starters.plan + starters.cohorts + starters.more;
      return { ...starters, ...lost, beside, stay: had + come - lost.leavers - lost.retirements };
    });
    const hours = hoursOf(
      base.cells,
      moved.map(({ stay }) => stay),
      assumed,
    );
    const cells = moved.map(({ stay, ...month }, place): CellMonth => {
      const { away } = shares.get(base.cells[place]!.group)!;
      const hoursChange = hours[place]!;
      const inPost = stay + hoursChange;
      return { ...month, hoursChange, inPost, away: away && shareOf(inPost, away) };
    });
    before = cells.map(({ inPost }) => inPost);
    return cells;
  });
}

/** A group's change of hours over its bands, in the proportion of those who stay and never more than they have. */
function hoursOf(
  cells: readonly Cell[],
  staying: readonly number[],
  { hoursChange = {} }: ForecastAssumptions,
): number[] {
  const changes = cells.map(() => 0);
  for (const [group, wte] of Object.entries(hoursChange)) {
    const places = cells.flatMap((cell, place) => (cell.group === group ? [place] : []));
    const weights = places.map((place) => staying[place]!);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const parts = spread(Math.max(wte, -all) + 0, weights);
    for (const [part, place] of places.entries()) changes[place] = parts[part]!;
  }
  return changes;
}
