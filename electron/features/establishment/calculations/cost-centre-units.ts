import { costCentreKey } from './ledger.ts';

/** A unit of the trust, or one that a list names: `key` tells it apart. */
export interface UnitOfGap {
  readonly key: string;
  readonly id: number | null;
  readonly name: string;
}

export interface CostCentreUnit {
  readonly costCentre: string;
  readonly name: string | null;
  readonly unit: UnitOfGap;
  readonly how: 'own' | 'name' | 'staff_list' | 'ledger';
}

/**
 * The unit whose posts each cost centre of a ledger funds: as a person said; else the unit that has the cost centre's
 * name; else the one where most of its staff are; else one of the cost centre's own name.
 */
export function costCentreUnits(
  lines: readonly { readonly costCentre: string | null; readonly costCentreName: string | null }[],
  inPost: readonly { readonly costCentre: string | null; readonly unit: string | null; readonly wte: number }[],
  own: ReadonlyMap<string, UnitOfGap>,
  unitOf: (name: string | null) => UnitOfGap,
  isKnown: (name: string) => boolean,
): Map<string, CostCentreUnit> {
  const staffed = new Map<string, Map<string, number>>();
  for (const { costCentre, unit, wte } of inPost) {
    if (unit === null) continue;
    const key = costCentreKey(costCentre);
    const units = staffed.get(key) ?? new Map<string, number>();
    units.set(unit, (units.get(unit) ?? 0) + wte);
    staffed.set(key, units);
  }
  const found = new Map<string, CostCentreUnit>();
  for (const { costCentre, costCentreName: name } of lines) {
    const key = costCentreKey(costCentre);
    if (found.has(key)) continue;
    const said = own.get(key);
    const [most] = [...(staffed.get(key) ?? [])].sort(
      ([one, less], [other, more]) => more - less || (one < other ? -1 : 1),
    );
    const entry = { costCentre: costCentre ?? '', name };
    if (said) found.set(key, { ...entry, unit: said, how: 'own' });
    else if (name !== null && isKnown(name)) found.set(key, { ...entry, unit: unitOf(name), how: 'name' });
    else if (most) found.set(key, { ...entry, unit: unitOf(most[0]), how: 'staff_list' });
    else found.set(key, { ...entry, unit: unitOf(name ?? costCentre), how: 'ledger' });
  }
  return found;
}
