import type { Rate } from '../../../core/rates.ts';

/** A share as a fraction of whole numbers; `of` is above 0. */
export interface Share {
  readonly part: bigint;
  readonly of: bigint;
}

export const noShare: Share = { part: 0n, of: 1n };

/** Hundredths of a percent as a share. */
export const ofPercent = (hundredths: number): Share => ({ part: BigInt(hundredths), of: 10_000n });

/** A rate as a share; none where there is nothing to divide by. */
export const ofRate = ({ numerator, denominator }: Rate): Share =>
  denominator === 0 ? noShare : { part: BigInt(numerator), of: BigInt(denominator) };

/** A share of an amount, to a whole number, half up: the one place where a month is rounded. */
export function shareOf(amount: number, { part, of }: Share): number {
  return halfUp(BigInt(amount) * part, of);
}

/** numerator / denominator to a whole number, a half away from nought. */
export function halfUp(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (2n * size + denominator) / (2n * denominator);
  return Number(numerator < 0n ? -whole : whole);
}

const trillion = 1_000_000_000_000n;

/**
 * What a month loses at a yearly rate: exactly a twelfth of it, or 1 - (1 - rate)^(1/12), which no fraction states
 * exactly and which is taken to twelve decimals.
 */
export function monthlyShare(yearly: Share, mode: 'compound' | 'twelfth'): Share {
  if (mode === 'twelfth') return { part: yearly.part, of: yearly.of * 12n };
  const rate = Math.min(1, Number(yearly.part) / Number(yearly.of));
  return { part: BigInt(Math.round((1 - (1 - rate) ** (1 / 12)) * Number(trillion))), of: trillion };
}

/**
 * An amount over places in the proportion of their weights, in whole numbers that add up to it: what rounding down
 * leaves over goes to the greatest remainders, the first place first. Without any weight the first place takes all.
 */
export function spread(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (total <= 0) return weights.map((_, place) => (place === 0 ? amount : 0));
  const [sign, size] = [amount < 0 ? -1 : 1, BigInt(Math.abs(amount))];
  const parts = weights.map((weight, place) => {
    const exact = size * BigInt(Math.max(0, weight));
    return { place, whole: exact / BigInt(total), rest: exact % BigInt(total) };
  });
  let left = Number(size - parts.reduce((sum, { whole }) => sum + whole, 0n));
  const byRest = [...parts].sort((one, other) =>
    one.rest === other.rest ? one.place - other.place : one.rest > other.rest ? -1 : 1,
  );
  const more = new Set<number>();
  for (const { place } of byRest) if (left-- > 0) more.add(place);
  return parts.map(({ place, whole }) => sign * (Number(whole) + (more.has(place) ? 1 : 0)) + 0);
}
