import type { StaffListRow, StaffListSort } from '#contract';
import { noBand } from './calculations/in-post.ts';
import { serviceBandOf } from './calculations/profile.ts';

interface Wanted {
  readonly which: 'in_post' | 'available' | 'not_in_post' | 'all';
  readonly group?: string | undefined;
  readonly band?: string | undefined;
  readonly unit?: string | null | undefined;
  readonly costCentre?: string | null | undefined;
  readonly category?: StaffListRow['category'] | undefined;
  readonly ageBand?: string | undefined;
  readonly service?: string | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly search?: string | undefined;
  readonly sort?: StaffListSort | undefined;
  readonly descending: boolean;
}

/** The rows of a staff list that are asked for, in the order that is asked for; without one in that of the sheet. */
export function wantedRows(rows: readonly StaffListRow[], wanted: Wanted, census: string): StaffListRow[] {
  const parts = (wanted.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(
    (row) =>
      (wanted.which === 'all' ||
        (wanted.which === 'available' ? row.available : (row.notInPost === null) === (wanted.which === 'in_post'))) &&
      (wanted.group ?? row.group) === row.group &&
      (wanted.band ?? row.band ?? noBand) === (row.band ?? noBand) &&
      (wanted.unit === undefined || wanted.unit === row.unit) &&
      (wanted.costCentre === undefined || wanted.costCentre === row.costCentre) &&
      (wanted.category ?? row.category) === row.category &&
      (wanted.groups?.includes(row.group) ?? true) &&
      (wanted.ageBand ?? row.ageBand ?? '') === (row.ageBand ?? '') &&
      (wanted.service === undefined || wanted.service === serviceBandOf(row, census)) &&
      (parts.length === 0 || hasAll(row, parts)),
  );
  const { sort, descending } = wanted;
  if (sort === undefined) return found;
  const sign = descending ? -1 : 1;
  return found.sort(
    (one, other) => sign * compare(one[sort], other[sort]) || compare(one.assignment, other.assignment),
  );
}

function hasAll(row: StaffListRow, parts: readonly string[]): boolean {
  const words = [row.name, row.person, row.assignment, row.position, row.occupationCode, row.unit].join(' ');
  const text = words.toLowerCase();
  return parts.every((part) => text.includes(part));
}

/** What the list does not say comes last, and first where the order is turned round. */
function compare(one: string | number | null, other: string | number | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
