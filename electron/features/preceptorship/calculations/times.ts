import { addMonths } from '../../../core/dates.ts';
import type { PrecepteeEntry } from '../entries.ts';

/** A record of somebody in a programme. */
interface Time {
  readonly start: string;
  /** The day of the sign-off or of leaving; null where neither is known. */
  readonly ended: string | null;
}

/** The time of a log's row. */
export const timeOf = ({ start, signedOff }: Pick<PrecepteeEntry, 'start' | 'signedOff'>): Time => ({
  start,
  ended: signedOff,
});

/**
 * Whether two records of one person are of one time in a programme: the earlier one had not ended when the later one began,
 * or, where no end is known, began less than the longest programme before.
 */
export function isSameTime(one: Time, other: Time, longestMonths: number): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return first.start === second.start || second.start < (first.ended ?? addMonths(first.start, longestMonths));
}
