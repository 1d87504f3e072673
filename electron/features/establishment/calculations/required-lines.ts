import {
  compare,
  exactText,
  floor,
  type Fraction,
  fraction,
  minus,
  nought,
  over,
  plus,
  times,
  total,
} from '../../../core/fraction.ts';

/** A place of the establishment, with the exact WTE that is required there. */
export interface Requirement {
  readonly unit: number;
  readonly staffGroup: string;
  readonly wte: Fraction;
  /** The band it stands on; null for a split by the funded WTE of the bands, else `otherwise`. */
  readonly band: string | null;
  readonly otherwise: string;
}

interface FundedLine {
  readonly unit: number;
  readonly staffGroup: string;
  readonly band: string;
  readonly funded: number | null;
}

export interface SharedLine {
  readonly unit: number;
  readonly staffGroup: string;
  readonly band: string;
  /** Hundred-thousandths of a WTE. */
  readonly required: number;
}

/**
 * Lays requirements over bands, in hundred-thousandths of a WTE. A requirement without a band of its own is shared by
 * the funded WTE of the bands there. What rounding leaves goes to the largest remainders, so the lines sum to the total.
 */
export function shareOut(requirements: readonly Requirement[], lines: readonly FundedLine[]): SharedLine[] {
  const places = new Map<string, { unit: number; staffGroup: string; band: string; wte: Fraction }>();
  const put = (unit: number, staffGroup: string, band: string, wte: Fraction) => {
    const key = JSON.stringify([unit, staffGroup, band]);
    const before = places.get(key);
    places.set(key, { unit, staffGroup, band, wte: before ? plus(before.wte, wte) : wte });
  };
  for (const { unit, staffGroup, wte, band, otherwise } of requirements) {
    const funded = lines.filter(
      (line) => line.unit === unit && line.staffGroup === staffGroup && (line.funded ?? 0) > 0,
    );
    const all = funded.reduce((sum, line) => sum + (line.funded ?? 0), 0);
    if (band !== null || all === 0) put(unit, staffGroup, band ?? otherwise, wte);
    else for (const line of funded) put(unit, staffGroup, line.band, times(wte, fraction(line.funded!, all)));
  }
  return rounded([...places.values()]);
}

function rounded(places: { unit: number; staffGroup: string; band: string; wte: Fraction }[]): SharedLine[] {
  const scale = fraction(100_000);
  const scaled = places.map(({ wte, ...place }) => {
    const value = times(wte, scale);
    const whole = floor(value);
    return { ...place, whole, rest: minus(value, fraction(whole)) };
  });
  const half = over(fraction(1), fraction(2));
  const wanted = floor(plus(times(total(places.map(({ wte }) => wte)), scale), half));
  let left = wanted - scaled.reduce((sum, { whole }) => sum + whole, 0n);
  const byRest = [...scaled].sort((a, b) => compare(b.rest, a.rest));
  const more = new Set<object>();
  for (const each of byRest) {
    if (left <= 0n || compare(each.rest, nought) === 0) break;
    more.add(each);
    left -= 1n;
  }
  return scaled.map((each) => ({
    unit: each.unit,
    staffGroup: each.staffGroup,
    band: each.band,
    required: Number(each.whole) + (more.has(each) ? 1 : 0),
  }));
}

/** An exact figure of the contract, "3597/80", to work with. */
export function ofExact(value: string): Fraction {
  const [above = '0', below = '1'] = value.split('/');
  return fraction(BigInt(above), BigInt(below));
}

/** The exact sum of requirements, as the contract sends it. */
export const sumOfRequirements = (requirements: readonly Requirement[]): string =>
  exactText(total(requirements.map(({ wte }) => wte)));
