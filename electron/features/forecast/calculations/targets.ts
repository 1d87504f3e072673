import type { ForecastAssumptions } from '#contract';
import { type Cell, type ForecastBase, groupsOf } from './base.ts';
import { birthsIn, type Chain, type ChainGroup, chainOf } from './chain.ts';
import type { Month } from './months.ts';
import { halfUp, ofPercent, shareOf, spread } from './shares.ts';

/** Funded and required of each cell in one month, in the order of the cells. */
export interface Targets {
  readonly funded: readonly (number | null)[];
  readonly required: readonly (number | null)[];
}

/** The groups whose requirement follows births, uplift and skill mix. */
const ofBirth: readonly string[] = ['midwives', 'support'];
const [midwives, support] = ['midwives', 'support'];

/** What is funded and required of every cell in every month. */
export function targetsOf(base: ForecastBase, assumed: ForecastAssumptions, months: readonly Month[]): Targets[] {
  const chain = chainOf(base.assessment, assumed);
  return months.map(({ key }) => ({
    funded: base.cells.map((cell) => fundedIn(cell, assumed, key)),
    required: requiredIn(base, assumed, key, chain),
  }));
}

function fundedIn(cell: Cell, { funded = [] }: ForecastAssumptions, month: string): number | null {
  const changes = funded.filter(({ from, group, band }) => from <= month && group === cell.group && band === cell.band);
  if (cell.funded === null && changes.length === 0) return null;
  return changes.reduce((sum, { wte }) => sum + wte, cell.funded ?? 0);
}

function requiredIn(
  base: ForecastBase,
  assumed: ForecastAssumptions,
  month: string,
  chain: Chain | null,
): (number | null)[] {
  const groups = new Map(
    groupsOf(base.cells).map((group) => [group, groupRequired(base, assumed, group, month, chain)]),
  );
  if (!chain) mixSkills(groups, assumed, month);
  addContinuity(groups, base, assumed, month);
  const required = new Map<Cell, number | null>();
  for (const [group, wte] of groups) {
    const cells = base.cells.filter((cell) => cell.group === group);
    const parts = wte === null ? null : spread(wte, weightsOf(cells));
    for (const [place, cell] of cells.entries()) required.set(cell, parts?.[place] ?? null);
  }
  return base.cells.map((cell) => required.get(cell) ?? null);
}

/** Bands share a group's requirement as they do today, else as they are funded, else as they are in post. */
function weightsOf(cells: readonly Cell[]): number[] {
  for (const read of [(cell: Cell) => cell.required, (cell: Cell) => cell.funded, (cell: Cell) => cell.inPost]) {
    const weights = cells.map((cell) => Math.max(0, read(cell) ?? 0));
    if (weights.some((weight) => weight > 0)) return weights;
  }
  return cells.map(() => 0);
}

/**
 * A group's requirement in a month: the report in force, and what births, uplift, skill mix and specialist share have
 * changed since in the chain of the agreed assessment. Without such an assessment nothing says which part of a requirement
 * births or uplift drive: the whole of it is taken, rounded once.
 */
function groupRequired(
  { cells }: ForecastBase,
  { required = [], births, uplift }: ForecastAssumptions,
  group: string,
  month: string,
  chain: Chain | null,
): number | null {
  const known = cells.filter((cell) => cell.group === group).flatMap((cell) => cell.required ?? []);
  const today = known.length === 0 ? null : known.reduce((sum, wte) => sum + wte, 0);
  const reports = required.filter((report) => report.group === group && report.from <= month);
  const report = reports.reduce<(typeof reports)[number] | undefined>(
    (newest, one) => (newest === undefined || one.from >= newest.from ? one : newest),
    undefined,
  );
  const wte = report?.wte ?? today;
  if (wte === null || !ofBirth.includes(group)) return wte;
  if (chain) return Math.max(0, wte + chain.more(group as ChainGroup, report?.from ?? null, month));
  let [above, below] = [BigInt(wte), 1n];
  if (births) {
    above *= BigInt(birthsIn(births, month));
    below *= BigInt(report ? birthsIn(births, report.from) : births.now);
  }
  // A new report has its own uplift within it.
  if (uplift && uplift.from <= month && !(report && report.from >= uplift.from)) {
    above *= BigInt(10_000 + uplift.to);
    below *= BigInt(10_000 + uplift.now);
  }
  return halfUp(above, below);
}

/** Parts what midwives and support workers are required together by another skill mix. */
function mixSkills(groups: Map<string, number | null>, { skillMix }: ForecastAssumptions, month: string): void {
  const [registered, others] = [groups.get(midwives), groups.get(support)];
  if (!skillMix || skillMix.from > month || registered == null || others == null) return;
  const together = registered + others;
  const share = shareOf(together, ofPercent(skillMix.midwives));
  groups.set(midwives, share);
  groups.set(support, together - share);
}

/** Adds the midwives of continuity teams, women ÷ women for one WTE, less what they release of the rest. */
function addContinuity(
  groups: Map<string, number | null>,
  { womenPerContinuityWte }: ForecastBase,
  { continuity = [] }: ForecastAssumptions,
  month: string,
): void {
  const required = groups.get(midwives);
  if (required == null) return;
  const teams = continuity.filter(({ from }) => from <= month);
  const more = teams.reduce(
    (sum, { women, released }) => sum + halfUp(BigInt(women) * 100_000n, BigInt(womenPerContinuityWte)) - released,
    0,
  );
  groups.set(midwives, Math.max(0, required + more));
}
