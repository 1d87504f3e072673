import { groupedBy } from '../../../core/grouped.ts';
import type { EstablishmentLine, EstablishmentSheet } from '#contract';
import { positionOf } from '../calculations.ts';
import { figuresOf } from './figures.ts';

/** A line as entered; `order` rises with its staff group and then its band. */
export type EnteredLine = Omit<EstablishmentLine, 'position'> & { readonly order: number };
type Worked = Pick<
  EstablishmentSheet,
  'lines' | 'byUnit' | 'byGroup' | 'byGroupAndBand' | 'all' | 'figures' | 'requirements'
>;

/** Works a sheet out from its lines: each line, unit, staff group and band, and all, every one from the same lines. */
export function sheetOf(lines: readonly EnteredLine[]): Worked {
  const all = positionOf(lines);
  const byBand = [...lines].sort((a, b) => a.order - b.order);
  const bandOf = ({ staffGroup, band }: EnteredLine) => JSON.stringify([staffGroup.key, band.key]);
  return {
    lines: lines.map((line) => ({ ...line, position: positionOf([line]) })),
    byUnit: eachGroup(
      lines,
      ({ unit }) => unit.id,
      ({ unit }) => ({ unit }),
    ),
    byGroup: eachGroup(
      byBand,
      ({ staffGroup }) => staffGroup.key,
      ({ staffGroup }) => ({ staffGroup }),
    ),
    byGroupAndBand: eachGroup(byBand, bandOf, ({ staffGroup, band }) => ({ staffGroup, band })),
    all,
    figures: figuresOf(all),
    requirements: requirementsOf(lines),
  };
}

function eachGroup<Key, Named>(
  lines: readonly EnteredLine[],
  keyOf: (line: EnteredLine) => Key,
  name: (line: EnteredLine) => Named,
) {
  return [...groupedBy(lines, keyOf).values()].map((group) => ({ ...name(group[0]), position: positionOf(group) }));
}

/** Each tool, source and date that a requirement of these lines names, once; that of most lines first, then the newest. */
function requirementsOf(lines: readonly EnteredLine[]): EstablishmentSheet['requirements'] {
  const named = lines
    .filter((line) => line.required !== null)
    .map(({ requiredTool, requiredSource, requiredDate }) => ({
      tool: requiredTool,
      source: requiredSource,
      date: requiredDate,
    }))
    .filter(({ tool, source, date }) => tool !== null || source !== null || date !== null);
  const once = [...groupedBy(named, (requirement) => JSON.stringify(requirement)).values()];
  const dateOf = ([requirement]: typeof named) => requirement?.date ?? '';
  return once
    .sort((a, b) => b.length - a.length || (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0))
    .map((same) => same[0]);
}
