import type { Rate } from './rates.ts';

/** A count as it may leave the planner: shown, below the smallest that is shown, withheld to protect another, or not known. */
export type ProtectedCount =
  | { readonly kind: 'shown'; readonly count: number }
  | { readonly kind: 'small' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'not known' };

/**
 * Counts that stand beside their total, without those from 1 up to below `smallest`. Where what is left out could be
 * worked out from the total - it is one count, or together below `smallest` - the next smallest is withheld too.
 */
export function protectCounts(counts: readonly (number | null)[], smallest: number): ProtectedCount[] {
  const hidden = new Set<number>();
  for (const [index, count] of counts.entries()) if (count !== null && count > 0 && count < smallest) hidden.add(index);
  const others = counts
    .map((count, index) => ({ count: count ?? 0, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((one, other) => one.count - other.count);
  const together = () => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  while (hidden.size > 0 && (hidden.size < 2 || together() < smallest)) {
    const next = others.shift();
    if (next === undefined) break;
    hidden.add(next.index);
  }
  return counts.map((count, index) => {
    if (count === null) return { kind: 'not known' };
    if (!hidden.has(index)) return { kind: 'shown', count };
    return count < smallest ? { kind: 'small' } : { kind: 'withheld' };
  });
}

/** The count in words, as a table of a paper has it. */
export function protectedInWords(protectedCount: ProtectedCount, smallest: number): string {
  switch (protectedCount.kind) {
    case 'shown':
      return String(protectedCount.count).replace(/\B(?=(\d{3})+$)/g, ',');
    case 'small':
      return `fewer than ${smallest}`;
    default:
      return protectedCount.kind === 'withheld' ? 'not shown' : 'not known';
  }
}

/** A share of people, or the least that it can be where so few are left out of it that they could be known. */
export interface ProtectedShare {
  readonly rate: Rate;
  /** True where the share is at least `rate`, and more than that is not told. */
  readonly atLeast: boolean;
}

/** Of a share whose rest is 1 up to below `smallest` people, what it would be with one fewer than `smallest` left out. */
export function protectShare({ numerator, denominator }: Rate, smallest: number): ProtectedShare {
  const rest = denominator - numerator;
  const atLeast = rest > 0 && rest < smallest && denominator >= smallest;
  return {
    rate: atLeast ? { numerator: denominator - smallest + 1, denominator } : { numerator, denominator },
    atLeast,
  };
}
