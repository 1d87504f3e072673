/** Time in a place: a move to a unit, or a rotation with an end. */
export interface PlaceFrom {
  readonly from: string;
  readonly until: string | null;
  readonly unit: string | null;
  readonly setting: 'hospital' | 'community' | null;
}

/** A place outside the hospital within the first months of practice. */
export interface HospitalBreach {
  readonly from: string;
  readonly unit: string | null;
  /** The day until which the hospital is the rule. */
  readonly hospitalUntil: string;
}

/** Places that begin before `hospitalUntil` and lie outside the hospital, by what was said or by the unit's own kind. */
export function hospitalBreaches(
  places: readonly PlaceFrom[],
  hospitalUntil: string | null,
  isCommunity: (unit: string) => boolean,
): HospitalBreach[] {
  if (hospitalUntil === null) return [];
  return places
    .filter(({ from, unit, setting }) => {
      const outside = setting === 'community' || (setting === null && unit !== null && isCommunity(unit));
      return outside && from < hospitalUntil;
    })
    .map(({ from, unit }) => ({ from, unit, hospitalUntil }));
}
