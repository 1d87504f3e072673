import type { AwayReason, GapDifference, GapPosition } from '#contract';
import { groupedBy } from '../../../core/grouped.ts';
import type { Rate } from '../../../core/rates.ts';

export type Measure = 'required' | 'funded' | 'inPost';

/** A row that a figure is made of. WTE in hundred-thousandths; bank and agency in minutes. */
export interface GapPart {
  readonly of: Measure | 'away' | 'bank' | 'agency';
  readonly unit: string;
  readonly group: string;
  readonly band: string;
  readonly amount: number;
  readonly by: 'import' | 'hand';
  readonly reason?: AwayReason | null;
}

/** What is known without a row: an import that tells a staff group apart says nought where it has no row. */
export interface Coverage {
  readonly funded: ReadonlySet<string>;
  readonly inPost: ReadonlySet<string>;
  /** Minutes that make 1.00 WTE over the days that are covered; null where none are. */
  readonly minutesOfWte: Rate | null;
}

/** One unit, staff group and band with what it is known to have; null is not known. */
export interface GapLine {
  readonly unit: string;
  readonly group: string;
  readonly band: string;
  readonly required: number | null;
  readonly funded: number | null;
  readonly inPost: number | null;
  /** Entered by hand; also where an import counts instead. */
  readonly byHand: { readonly funded: number | null; readonly inPost: number | null };
  readonly imported: { readonly funded: boolean; readonly inPost: boolean };
  readonly away: Readonly<Record<AwayReason, number>>;
  readonly bank: number;
  readonly agency: number;
}

const noneAway: Record<AwayReason, number> = {
  maternity: 0,
  secondment: 0,
  career_break: 0,
  other_status: 0,
  long_sickness: 0,
  supernumerary: 0,
};

/** The lines of some parts: imports count where they cover a staff group, hand entries where they do not. */
export function gapLines(parts: readonly GapPart[], coverage: Coverage): GapLine[] {
  const lines = groupedBy(parts, ({ unit, group, band }) => JSON.stringify([unit, group, band]));
  return [...lines.values()].map((some) => lineOf(some, coverage));
}

function lineOf(parts: readonly [GapPart, ...GapPart[]], coverage: Coverage): GapLine {
  const { unit, group, band } = parts[0];
  const sum = (of: GapPart['of'], by?: GapPart['by']) => {
    const some = parts.filter((part) => part.of === of && (by === undefined || part.by === by));
    return some.length === 0 ? null : some.reduce((total, { amount }) => total + amount, 0);
  };
  const away = { ...noneAway };
  for (const part of parts) if (part.of === 'away' && part.reason) away[part.reason] += part.amount;
  const imported = { funded: coverage.funded.has(group), inPost: coverage.inPost.has(group) };
  const byHand = { funded: sum('funded', 'hand'), inPost: sum('inPost', 'hand') };
  return {
    unit,
    group,
    band,
    required: sum('required'),
    funded: imported.funded ? (sum('funded', 'import') ?? 0) : byHand.funded,
    inPost: imported.inPost ? (sum('inPost', 'import') ?? 0) : byHand.inPost,
    byHand,
    imported,
    away,
    bank: sum('bank') ?? 0,
    agency: sum('agency') ?? 0,
  };
}

/** Available staff of a line; null where it is not known who is in post, or only by hand. */
export function availableOf({ inPost, imported, away }: GapLine): number | null {
  if (inPost === null || !imported.inPost) return null;
  return Object.values(away).reduce((rest, some) => rest - some, inPost);
}

/** Everything that is worked out over some lines; sums of parts add up to the whole. */
export function gapPosition(lines: readonly GapLine[], coverage: Coverage): GapPosition {
  const vacancy = differenceOf(lines, 'funded', 'inPost', bandCell);
  const cover = (of: 'bank' | 'agency') =>
    coverage.minutesOfWte && {
      numerator: lines.reduce((sum, line) => sum + line[of], 0) * coverage.minutesOfWte.denominator,
      denominator: coverage.minutesOfWte.numerator,
    };
  return {
    required: { wte: known(lines, ({ required }) => required), origin: null, byHand: null },
    funded: measureOf(lines, 'funded'),
    inPost: measureOf(lines, 'inPost'),
    away: awayOf(lines),
    available: known(lines, availableOf),
    bank: cover('bank'),
    agency: cover('agency'),
    requiredLessFunded: differenceOf(lines, 'required', 'funded', groupCell),
    vacancy,
    requiredLessInPost: differenceOf(lines, 'required', 'inPost', groupCell),
    requiredLessAvailable: differenceOf(lines, 'required', 'available', groupCell),
    vacancyRate: rateOf(vacancy.wte, vacancy.from),
  };
}

function measureOf(lines: readonly GapLine[], of: 'funded' | 'inPost'): GapPosition['funded'] {
  const used = lines.filter((line) => line[of] !== null);
  const imports = used.filter(({ imported }) => imported[of]).length;
  const origin = used.length === 0 ? null : imports === 0 ? 'hand' : imports === used.length ? 'import' : 'both';
  const beside = lines.filter(({ imported, byHand }) => imported[of] && byHand[of] !== null);
  return {
    wte: known(lines, (line) => line[of]),
    origin,
    byHand: known(beside, ({ byHand }) => byHand[of]),
  };
}

function awayOf(lines: readonly GapLine[]): GapPosition['away'] {
  const told = lines.filter(({ imported, inPost }) => imported.inPost && inPost !== null);
  if (told.length === 0) return null;
  const sums = { ...noneAway };
  for (const { away } of told) for (const reason of Object.keys(sums) as AwayReason[]) sums[reason] += away[reason];
  return sums;
}

export type Side = Measure | 'available';
type Cell = (line: GapLine) => string;
const groupCell: Cell = ({ unit, group }) => JSON.stringify([unit, group]);
const bandCell: Cell = ({ group, band }) => JSON.stringify([group, band]);
const valueOf = (line: GapLine, side: Side) => (side === 'available' ? availableOf(line) : line[side]);

/**
 * A difference unit by unit and group by group, where both sides are known there. A requirement is of a unit and staff
 * group as a whole, however it is laid over bands; what is entered by hand for some bands only is compared on these alone.
 */
function differenceOf(lines: readonly GapLine[], from: Side, less: Side, grossBy: Cell): GapDifference {
  const places = cellsOf(lines, groupCell);
  const cells = places.map((cell) => comparable(cell, from, less)).filter((some) => some.length > 0);
  const compared = cells.length;
  if (compared === 0) return { wte: null, from: null, less: null, gross: null, compared, places: places.length };
  const pairs = cells.flat().map((line) => ({ line, from: valueOf(line, from) ?? 0, less: valueOf(line, less) ?? 0 }));
  const sum = (side: 'from' | 'less') => pairs.reduce((total, pair) => total + pair[side], 0);
  const gaps = new Map<string, number>();
  for (const pair of pairs) {
    const key = grossBy(pair.line);
    gaps.set(key, (gaps.get(key) ?? 0) + pair.from - pair.less);
  }
  return {
    wte: sum('from') - sum('less'),
    from: sum('from'),
    less: sum('less'),
    gross: [...gaps.values()].reduce((total, gap) => total + Math.max(0, gap), 0),
    compared,
    places: places.length,
  };
}

/** The lines that a difference is made of: unit by unit and group by group those that can be compared. */
export function comparedLines(lines: readonly GapLine[], from: Side, less: Side): GapLine[] {
  return cellsOf(lines, groupCell).flatMap((cell) => comparable(cell, from, less));
}

/** Of some lines those at places that are short, of which a gross figure is made. */
export function shortCells(lines: readonly GapLine[], from: Side, less: Side): GapLine[] {
  const cell = from === 'funded' && less === 'inPost' ? bandCell : groupCell;
  return cellsOf(lines, cell)
    .filter((some) => gapOf(some, from, less) > 0)
    .flat();
}

const gapOf = (lines: readonly GapLine[], from: Side, less: Side) =>
  lines.reduce((sum, line) => sum + (valueOf(line, from) ?? 0) - (valueOf(line, less) ?? 0), 0);

/** Lines of one unit and group that two sides can be compared on: all where both are told in full, else those with both. */
function comparable(cell: readonly GapLine[], from: Side, less: Side): readonly GapLine[] {
  const told = cell.filter((line) => line.required !== null || line.funded !== null || line.inPost !== null);
  const inFull = (side: Side) => {
    const some = told.filter((line) => valueOf(line, side) !== null);
    return side === 'required' ? some.length > 0 : some.length === told.length && told.length > 0;
  };
  if (inFull(from) && inFull(less)) return told;
  return told.filter((line) => valueOf(line, from) !== null && valueOf(line, less) !== null);
}

function cellsOf(lines: readonly GapLine[], cell: Cell): GapLine[][] {
  return [...groupedBy(lines, cell).values()];
}

function known<Row>(rows: readonly Row[], of: (row: Row) => number | null): number | null {
  const values = rows.map(of).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function rateOf(numerator: number | null, denominator: number | null): Rate | null {
  return numerator === null || denominator === null || denominator <= 0 ? null : { numerator, denominator };
}
