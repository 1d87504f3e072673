import type { ReturnDocument } from '#contract';
import type { Context } from '../../context.ts';
import { groupedBy } from '../../core/grouped.ts';
import { countingReceipt } from './calculations/standing.ts';
import { documentOf, type ReceiptRow, receiptsOf } from './receipt-repository.ts';
import { expectedTrusts, type LmnsRow } from './repository.ts';

/** The receipts that count: one for each expected trust and period, by period and then by trust. */
export function countingReceipts({ database }: Pick<Context, 'database'>, lmns: LmnsRow): ReceiptRow[] {
  const expected = new Set(expectedTrusts(database, lmns.id).map(({ code }) => code));
  const receipts = receiptsOf(database, lmns.id).filter(({ code }) => expected.has(code));
  return [...groupedBy(receipts, ({ period, code }) => `${period}/${code}`)]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([, rows]) => countingReceipt(rows) ?? []);
}

/** Quarters go with quarters and months with months. */
const isUpTo = (period: string, until: string) => period.includes('Q') === until.includes('Q') && period <= until;

/** The returns that count, the oldest first; with `until` those of its kind of period up to and with it. */
export function countingDocuments(
  { database }: Pick<Context, 'database'>,
  lmns: LmnsRow,
  until?: string,
): ReturnDocument[] {
  return countingReceipts({ database }, lmns)
    .filter(({ period }) => until === undefined || isUpTo(period, until))
    .map((receipt) => documentOf(database, receipt));
}
