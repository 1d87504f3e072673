import type { StaffInPostShown } from '#contract';
import type { Making } from '../../components/making.ts';

export type Place = 'unit' | 'group' | 'band' | 'costCentre';

/** Which rows of the staff list stand behind a figure. */
export interface ListFilter {
  group?: string;
  band?: string;
  unit?: string | null;
  costCentre?: string | null;
}

export interface Rows extends ListFilter {
  groups?: string[];
  ageBand?: string;
  service?: string;
  title: string;
  which: 'in_post' | 'available';
  /** The figure that they make, and how. */
  value: string;
  making: Making;
}

export interface SumRow {
  title: string;
  assignments: number;
  wte: number;
  available: number | null;
  filter: ListFilter;
}

const titles: Record<Place, string> = {
  unit: 'Unit, as the list spells it',
  group: 'Staff group',
  band: 'Staff group and band',
  costCentre: 'Cost centre',
};

export const placeText = (by: Place) => titles[by];

export const bandText = (band: string | null) => (band === null || band === '-' ? 'No band' : `Band ${band}`);

/** Staff in post added up by what was chosen; the sums add up to all staff in post. */
export function sumBy({ places }: StaffInPostShown, by: Place): SumRow[] {
  const sums = new Map<string, SumRow>();
  for (const { unit, costCentre, group, groupName, band, assignments, wte, available } of places) {
    const [title, filter] = {
      unit: [unit ?? 'Unit not stated', { unit }] as const,
      costCentre: [costCentre ?? 'Cost centre not stated', { costCentre }] as const,
      group: [groupName, { group }] as const,
      band: [`${groupName}, ${bandText(band)}`, { group, band }] as const,
    }[by];
    const sum = sums.get(title) ?? { title, assignments: 0, wte: 0, available: 0, filter };
    sum.assignments += assignments;
    sum.wte += wte;
    sum.available = sum.available === null || available === null ? null : sum.available + available;
    sums.set(title, sum);
  }
  return [...sums.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
}
