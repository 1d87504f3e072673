import type { TableValue } from '../../../../contract/exports.ts';
import type { EvidenceDetail } from '../../../../contract/training-evidence.ts';
import { protectCounts, protectedInWords } from '../../../../core/small-numbers.ts';
import type { Rate } from '../../../../core/rates.ts';
import { countInWords, fractionInWords, honestShare } from '../words.ts';

/** How much of people is told, and the smallest number that is. */
export interface Telling {
  readonly detail: EvidenceDetail;
  readonly smallest: number;
}

export const notShown = 'not shown';

/** True where so many people could be known by their number. */
export const isSmall = (count: number, { detail, smallest }: Telling): boolean =>
  detail === 'protected' && count > 0 && count < smallest;

/** A number of people by itself, whose total is told nowhere. */
export const tellCount = (count: number, telling: Telling): TableValue =>
  isSmall(count, telling) ? `fewer than ${telling.smallest}` : count;

/** Numbers of people beside their total: the numbers, and the total in words. */
export function tellCounts(
  counts: readonly number[],
  { detail, smallest }: Telling,
): { readonly counts: readonly TableValue[]; readonly total: string } {
  if (detail !== 'protected') return { counts, total: countInWords(counts.reduce((sum, count) => sum + count, 0)) };
  const { tables, total } = protectCounts([counts], smallest);
  return {
    counts: (tables[0] ?? []).map((one) => (one.kind === 'shown' ? one.count : protectedInWords(one, smallest))),
    total: total.kind === 'withheld' ? 'some' : protectedInWords(total, smallest),
  };
}

/** A share of people: the fraction in words, and the share. Where either part of it is small only what it is above or below. */
export function tellShare(rate: Rate, threshold: Rate, telling: Telling): { fraction: string; share: TableValue } {
  const { numerator, denominator } = rate;
  const { smallest } = telling;
  const exact = { fraction: fractionInWords(rate), share: denominator === 0 ? null : honestShare(rate, threshold) };
  if (isSmall(denominator, telling)) return { fraction: `fewer than ${smallest} people`, share: notShown };
  if (isSmall(numerator, telling))
    return { fraction: `fewer than ${smallest} of ${countInWords(denominator)}`, share: notShown };
  if (isSmall(denominator - numerator, telling))
    return {
      fraction: `more than ${countInWords(denominator - smallest)} of ${countInWords(denominator)}`,
      share: notShown,
    };
  return exact;
}

/** True where a share is not told: those who have done it, those who have not, or all are few. */
const isShareSmall = ({ numerator, denominator }: Rate, telling: Telling): boolean =>
  [numerator, denominator - numerator, denominator].some((count) => isSmall(count, telling));

/** Heads that a group still wants for the threshold: with the share they would tell how many have done it. */
export function tellWanting(heads: number, share: Rate, telling: Telling): TableValue {
  if (heads === 0 || !isShareSmall(share, telling)) return heads;
  return isSmall(heads, telling) ? `fewer than ${telling.smallest}` : notShown;
}

/** What the pack says of names and numbers. */
export function tellingInWords({ detail, smallest }: Telling): string {
  switch (detail) {
    case 'named':
      return 'This pack names people: it was asked for with names, and is for use within the trust alone.';
    case 'exact':
      return 'This pack names nobody. It has every number, also small ones, by which people could be known within the trust.';
    default:
      return `This pack names nobody, and tells no number of people below ${smallest}, nor one by which such a number could be worked out.`;
  }
}
