import type { CompiledCell, MeasureDefinition } from '#contract';

/** Ranks by the rate, 1 the best; equal rates share one. Trusts without a rate that is shown have none. */
export function ranksOf(
  cells: readonly Omit<CompiledCell, 'rank'>[],
  { direction }: Pick<MeasureDefinition, 'direction'>,
): Map<string, number> {
  const rates = cells.flatMap(({ trust, numerator, denominator }) =>
    numerator !== null && denominator !== null && denominator > 0 ? [{ trust, numerator, denominator }] : [],
  );
  if (rates.length < 2 || direction === 'none') return new Map();
  const isBetter = (one: (typeof rates)[number], other: (typeof rates)[number]) => {
    const difference =
      BigInt(one.numerator) * BigInt(other.denominator) - BigInt(other.numerator) * BigInt(one.denominator);
    return direction === 'up' ? difference > 0n : difference < 0n;
  };
  const sorted = [...rates].sort((one, other) => (isBetter(one, other) ? -1 : isBetter(other, one) ? 1 : 0));
  const ranks = new Map<string, number>();
  for (const [index, rate] of sorted.entries()) {
    const before = sorted[index - 1];
    const isShared = before !== undefined && !isBetter(before, rate);
    ranks.set(rate.trust, isShared ? (ranks.get(before.trust) ?? index + 1) : index + 1);
  }
  return ranks;
}
