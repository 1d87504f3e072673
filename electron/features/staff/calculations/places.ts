import type { AssignmentEntry } from '../entries.ts';
import { type InPost, noBand } from './in-post.ts';

/** Staff in post of one unit, cost centre, group and band, as the list spells unit and cost centre. */
export interface PlaceInPost {
  readonly unit: string | null;
  readonly costCentre: string | null;
  readonly group: string;
  readonly band: string;
  readonly assignments: number;
  /** Hundred-thousandths. */
  readonly wte: number;
  readonly available: number;
}

/** Staff in post by place: their sums are those of all staff in post. */
export function placesOf(assignments: readonly InPost[]): PlaceInPost[] {
  const places = new Map<string, PlaceInPost & { assignments: number; wte: number; available: number }>();
  for (const { entry, group, available } of assignments) {
    const { unit, costCentre, fte } = entry;
    const band = entry.band ?? noBand;
    const key = JSON.stringify([costCentre, unit, group, band]);
    const place = places.get(key) ?? { unit, costCentre, group, band, assignments: 0, wte: 0, available: 0 };
    place.assignments += 1;
    place.wte += fte;
    if (available) place.available += fte;
    places.set(key, place);
  }
  return [...places].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, place]) => place);
}

/** Assignments and WTE by occupation code and staff group. */
export function codesOf(entries: readonly AssignmentEntry[]) {
  const codes = new Map<string, { code: string | null; staffGroup: string | null; assignments: number; wte: number }>();
  for (const { occupationCode: code, staffGroup, fte } of entries) {
    const key = JSON.stringify([code, staffGroup]);
    const found = codes.get(key) ?? { code, staffGroup, assignments: 0, wte: 0 };
    found.assignments += 1;
    found.wte += fte;
    codes.set(key, found);
  }
  return [...codes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found);
}

/** Staff in post by the NHS staff group of the list and our own group. */
export function staffGroupsOf(assignments: readonly InPost[]) {
  const sums = new Map<
    string,
    { staffGroup: string | null; group: string; assignments: number; wte: number; available: number }
  >();
  for (const { entry, group, available } of assignments) {
    const { staffGroup, fte } = entry;
    const key = JSON.stringify([staffGroup, group]);
    const sum = sums.get(key) ?? { staffGroup, group, assignments: 0, wte: 0, available: 0 };
    sum.assignments += 1;
    sum.wte += fte;
    if (available) sum.available += fte;
    sums.set(key, sum);
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}
