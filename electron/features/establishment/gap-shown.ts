import type { GapPosition, GapShown } from '#contract';
import type { OrganisationDefaults } from '../../contract/reference.ts';
import { groupedBy } from '../../core/grouped.ts';
import type { TrustRow } from '../organisation/repository.ts';
import type { UnitOfGap } from './calculations/cost-centre-units.ts';
import { type GapLine, gapLines, gapPosition } from './calculations/gap.ts';
import { gapFormulas } from './calculations/gap-formulas.ts';
import { unitsApart } from './calculations/units-apart.ts';
import type { GapAnswer } from './gap-service.ts';

interface Names {
  readonly group: (key: string) => string;
  readonly bands: OrganisationDefaults['bands'];
  readonly staffGroups: OrganisationDefaults['staffGroups'];
}

/** A gap as it is shown: of the staff groups asked for, by unit, group and band, and all together. */
export function shownGap(answer: GapAnswer, trust: TrustRow, names: Names, groups?: readonly string[]): GapShown {
  const every = gapLines(answer.parts, answer.coverage);
  const lines = inOrder(
    groups === undefined ? every : every.filter(({ group }) => groups.includes(group)),
    answer.units,
    names,
  );
  const units = new Map(answer.units.map((unit) => [unit.key, unit]));
  const unitOf = (key: string): UnitOfGap => units.get(key) ?? { key, id: null, name: key };
  const position = (some: readonly GapLine[]) => gapPosition(some, answer.coverage);
  const named = (group: string) => ({ group, groupName: names.group(group) });
  const eachOf = <Shown>(
    cell: (line: GapLine) => string,
    shown: (line: GapLine, position: GapPosition) => Shown,
  ): Shown[] => [...groupedBy(lines, cell).values()].map((some) => shown(some[0], position(some)));
  const apart = unitsApart(lines, (key) => unitOf(key).name);
  const { ledger, staff, cover } = answer;
  const sources = [
    ...(ledger?.sources.map((source) => ({ ...source, of: 'funded' as const })) ?? []),
    ...(staff?.sources.map((source) => ({ ...source, of: 'in_post' as const })) ?? []),
    ...answer.otherSources.map(({ of, source }) => ({ ...source, of })),
    ...(cover?.sources.map((source) => ({ ...source, of: 'cover' as const })) ?? []),
  ];
  return {
    trust: { code: trust.code, name: trust.name },
    on: answer.on,
    days: [...answer.days],
    ledgerCensus: ledger?.census ?? null,
    staffCensus: staff?.census ?? null,
    cover: cover && { ...cover.period, days: cover.days, source: cover.source },
    sources,
    requirements: requirementsOf(answer),
    groups: [...new Set(every.map(({ group }) => group))]
      .sort((one, other) => orderOfGroup(one, names) - orderOfGroup(other, names))
      .map(named),
    units: [...answer.units],
    lines: lines.map((line) => ({
      unit: unitOf(line.unit),
      ...named(line.group),
      band: line.band,
      position: position([line]),
    })),
    byUnitAndGroup: eachOf(
      ({ unit, group }) => JSON.stringify([unit, group]),
      ({ unit, group }, own) => ({ unit: unitOf(unit), ...named(group), position: own }),
    ),
    byUnit: eachOf(
      ({ unit }) => unit,
      ({ unit }, own) => ({ unit: unitOf(unit), position: own }),
    ),
    byGroup: inGroups(
      eachOf(
        ({ group }) => group,
        ({ group }, own) => ({ ...named(group), position: own }),
      ),
      names,
    ),
    byGroupAndBand: inGroups(
      eachOf(
        ({ group, band }) => JSON.stringify([group, band]),
        ({ group, band }, own) => ({ ...named(group), band, position: own }),
      ),
      names,
    ),
    all: position(lines),
    formulas: [...gapFormulas],
    costCentres: [...answer.costCentres],
    remarks: [...(apart ? [{ code: 'units_apart', message: apart }] : []), ...answer.remarks],
  };
}

function orderOfGroup(group: string, { staffGroups }: Names): number {
  const place = staffGroups.findIndex(({ key }) => key === group);
  return place === -1 ? staffGroups.length : place;
}

function orderOfBand(band: string, { bands }: Names): number {
  const place = bands.findIndex(({ key }) => key === band);
  return place === -1 ? bands.length : place;
}

function inOrder(lines: readonly GapLine[], units: readonly UnitOfGap[], names: Names): GapLine[] {
  const place = new Map(units.map(({ key }, index) => [key, index]));
  const order = (line: GapLine) => [
    place.get(line.unit) ?? units.length,
    orderOfGroup(line.group, names),
    orderOfBand(line.band, names),
  ];
  return [...lines].sort((one, other) => {
    const [a, b] = [order(one), order(other)];
    return a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;
  });
}

function inGroups<Row extends { group: string; band?: string }>(rows: Row[], names: Names): Row[] {
  return rows.sort(
    (one, other) =>
      orderOfGroup(one.group, names) - orderOfGroup(other.group, names) ||
      orderOfBand(one.band ?? '', names) - orderOfBand(other.band ?? '', names),
  );
}

function requirementsOf({ lines }: GapAnswer): GapShown['requirements'] {
  const found = new Map<string, GapShown['requirements'][number]>();
  for (const { required, requiredTool: tool, requiredSource: source, requiredDate: date } of lines) {
    if (required === null || (tool === null && source === null)) continue;
    found.set(JSON.stringify([tool, source, date]), { tool, source, date });
  }
  return [...found.values()];
}
