import type { Context } from '../../context.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { ledgerAsExpected } from './calculations/ledger-as-expected.ts';
import { answerLedger } from './ledger-service.ts';

/**
 * Figures of the ledger in force on a day, or of the newest, under their printed names, with the row counts of the
 * imports that they come from; null where there is no ledger of that day or before.
 */
export function ledgerFiguresForCommandLine(
  context: Pick<Context, 'database' | 'reference'>,
  trustCode: string,
  on: string | undefined,
): object | null {
  const { database } = context;
  const answer = answerLedger(context, requireTrust(database, trustCode), on);
  if (!answer) return null;
  const remarks = answer.remarks.length > 0 ? { remarks: answer.remarks } : {};
  return { ...namedSources(database, answer.sources), ...ledgerAsExpected(answer.figures, answer.census), ...remarks };
}
