import type { Standing } from '../../../contract/index.ts';
import { dateInWords } from '../../../core/dates.ts';

/** What of a receipt says whether it counts. */
interface Received {
  readonly id: number;
  readonly state: 'accepted' | 'set aside';
  /** ISO 8601 in UTC: when the trust made it, and when it came. */
  readonly madeAt: string;
  readonly receivedAt: string;
}

/** The one that counts for a trust and quarter: the accepted one that the trust made last; of equals the last that came. */
export function countingReceipt<Row extends Received>(receipts: readonly Row[]): Row | undefined {
  const order = (one: Row, other: Row) =>
    other.madeAt.localeCompare(one.madeAt) || other.receivedAt.localeCompare(one.receivedAt) || other.id - one.id;
  return receipts.filter(({ state }) => state === 'accepted').sort(order)[0];
}

/**
 * How a trust stands with a quarter: by the first return that came and was not set aside, since a later correction makes
 * nobody late. Null where the quarter has no day and nothing came.
 */
export function standingOf(
  receipts: readonly Received[],
  due: string | null,
  today: string,
): { readonly standing: Standing | null; readonly said: string } {
  const accepted = receipts.filter(({ state }) => state === 'accepted');
  const first = accepted.map(({ receivedAt }) => receivedAt.slice(0, 10)).sort()[0];
  if (first !== undefined) {
    const again = accepted.length - 1;
    const more = again === 0 ? '' : `, sent again ${again === 1 ? 'once' : `${again} times`}`;
    if (due !== null && first > due)
      return { standing: 'after its day', said: `Received ${dateInWords(first)}, after its day${more}` };
    return { standing: 'in time', said: `Received ${dateInWords(first)}${more}` };
  }
  if (receipts.length > 0) return { standing: 'set aside', said: 'Set aside: nothing counts' };
  if (due === null) return { standing: null, said: 'Not asked for' };
  if (today > due) return { standing: 'late', said: `Late since ${dateInWords(due)}` };
  return { standing: 'awaited', said: `Awaited by ${dateInWords(due)}` };
}
