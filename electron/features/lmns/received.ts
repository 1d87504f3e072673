import type { Receipt, ReceivedMatrix } from '#contract';
import type { Context } from '../../context.ts';
import { periodTitle } from '../returns/calculations/periods.ts';
import { countingReceipt, standingOf } from './calculations/standing.ts';
import { type ReceiptRow, receiptsOf } from './receipt-repository.ts';
import { expectedTrusts, type LmnsRow, periodsDue } from './repository.ts';

/** Who has sent what, what is late, and every file that was received. */
export function readReceivedMatrix({ database, today }: Context, lmns: LmnsRow): ReceivedMatrix {
  const rows = receiptsOf(database, lmns.id);
  const due = new Map(periodsDue(database, lmns.id).map((one) => [one.period, one.due]));
  const periods = [...new Set([...due.keys(), ...rows.map(({ period }) => period)])].sort();
  const trusts = expectedTrusts(database, lmns.id).map((trust) => ({
    ...trust,
    cells: periods.map((period) => {
      const its = rows.filter((row) => row.code === trust.code && row.period === period);
      const { standing, said } = standingOf(its, due.get(period) ?? null, today());
      return { period, standing, said, receipt: countingReceipt(its)?.id ?? its[0]?.id ?? null };
    }),
  }));
  return {
    today: today(),
    periods: periods.map((period) => ({ period, title: periodTitle(period), due: due.get(period) ?? null })),
    trusts,
    late: periods.flatMap((period, index) => {
      const names = trusts.filter(({ cells }) => cells[index]?.standing === 'late').map(({ name }) => name);
      return names.length > 0 ? [`${periodTitle(period)}: ${names.join(', ')}`] : [];
    }),
    receipts: rows.map((row) => receiptOf(row, rows)),
  };
}

function receiptOf({ documentId: _document, head, ...row }: ReceiptRow, all: readonly ReceiptRow[]): Receipt {
  const its = all.filter(({ code, period }) => code === row.code && period === row.period);
  return {
    ...row,
    ...head,
    typed: [...row.typed],
    restatements: head.restatements.map(({ at, by, reason, changes }) => ({ at, by, reason, changes })),
    counts: countingReceipt(its)?.id === row.id,
  };
}
