import type { ReturnAnswer } from '#contract';
import type { Context } from '../../context.ts';
import { countingReceipts } from './counting.ts';
import { documentOf } from './receipt-repository.ts';
import type { LmnsRow } from './repository.ts';

/** What each trust says about a line, in the returns of a period that count. Leads stay away: they may be names. */
export function lineAcrossTrusts(context: Context, lmns: LmnsRow, period: string, reference: string) {
  return countingReceipts(context, lmns)
    .filter((receipt) => receipt.period === period)
    .flatMap((receipt) => {
      const { trust, lines } = documentOf(context.database, receipt);
      const line: ReturnAnswer | undefined = lines.find((one) => one.reference === reference);
      if (!line) return [];
      const { lead: _lead, evidenceItems: _items, ...answer } = line;
      return [{ ...answer, code: trust.code, trust: trust.name }];
    });
}
