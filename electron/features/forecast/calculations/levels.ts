import type { ForecastReached } from '#contract';
import type { Cell } from './base.ts';
import type { Month } from './months.ts';
import type { CellMonth } from './path.ts';
import type { Targets } from './targets.ts';

/** Where some cells stand together at one time. Null is not known of one of them or more. */
export interface Level {
  readonly inPost: number;
  readonly available: number | null;
  readonly funded: number | null;
  readonly required: number | null;
}

/** A month over some cells: everything that changes, and the level at its end. */
export interface MonthTotal extends Level {
  readonly month: string;
  readonly starters: { readonly plan: number; readonly cohorts: number; readonly more: number };
  readonly leavers: number;
  readonly retirements: number;
  readonly hoursChange: number;
  readonly away: number | null;
  readonly beside: number;
}

/** The sum, or null where nothing is known; a cell of which nothing is known does not count. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Null where one of them is not known. */
function sumAll(values: readonly (number | null)[]): number | null {
  return values.some((value) => value === null) ? null : sumKnown(values);
}

/** Adds up the cells at these places, month by month: sums of whole numbers, so groups sum to the trust. */
export function totalsOf(
  places: readonly number[],
  months: readonly Month[],
  path: readonly (readonly CellMonth[])[],
  targets: readonly Targets[],
): MonthTotal[] {
  return months.map(({ key }, index) => {
    const cells = places.map((place) => path[index]![place]!);
    const sum = (of: (cell: CellMonth) => number) => cells.reduce((total, cell) => total + of(cell), 0);
    const [inPost, beside] = [sum((cell) => cell.inPost), sum((cell) => cell.beside)];
    const away = sumAll(cells.map((cell) => cell.away));
    return {
      month: key,
      starters: {
        plan: sum((cell) => cell.plan),
        cohorts: sum((cell) => cell.cohorts),
        more: sum((cell) => cell.more),
      },
      leavers: sum((cell) => cell.leavers),
      retirements: sum((cell) => cell.retirements),
      hoursChange: sum((cell) => cell.hoursChange),
      inPost,
      away,
      beside,
      available: away === null ? null : inPost - away - beside,
      funded: sumKnown(places.map((place) => targets[index]!.funded[place]!)),
      required: sumKnown(places.map((place) => targets[index]!.required[place]!)),
    };
  });
}

/** Where the cells at these places stand at the census; `away` is a share of each group. */
export function levelNow(
  cells: readonly Cell[],
  places: readonly number[],
  awayOf: (cell: Cell) => number | null,
): Level {
  const some = places.map((place) => cells[place]!);
  const inPost = some.reduce((sum, cell) => sum + cell.inPost, 0);
  const away = sumAll(some.map(awayOf));
  return {
    inPost,
    available: away === null ? null : inPost - away,
    funded: sumKnown(some.map(({ funded }) => funded)),
    required: sumKnown(some.map(({ required }) => required)),
  };
}

/** When in post first is at a target or above it, and whether it stays there to the end. */
export function reachedOf(now: Level, months: readonly MonthTotal[], target: 'funded' | 'required'): ForecastReached {
  const short = (level: Level) => (level[target] === null ? null : level[target] - level.inPost);
  const last = months[months.length - 1];
  const atEnd = last === undefined ? short(now) : short(last);
  const met = (level: Level) => {
    const missing = short(level);
    return missing !== null && missing <= 0;
  };
  const already = met(now);
  const first = already ? 0 : months.findIndex(met);
  return {
    known: atEnd !== null,
    already,
    month: already || first < 0 ? null : (months[first]?.month ?? null),
    held: first >= 0 && months.slice(first).every(met),
    shortAtEnd: atEnd,
  };
}
