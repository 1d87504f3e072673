import type { JudgedDifference, ReceiveOutcome, ReturnDocument } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { countingReceipt } from './calculations/standing.ts';
import { withAccepted } from './calculations/typed-differences.ts';
import { type ReceivedFile, readReceived } from './read-received.ts';
import { documentOf, insertReceipt, keepDocument, type ReceiptRow, receiptsOf } from './receipt-repository.ts';
import { expectedTrusts, type LmnsRow, putTrust } from './repository.ts';

export interface ToReceive extends ReceivedFile {
  readonly accepted: readonly string[] | null;
  readonly addTrust: boolean;
}

/** Receives one file. Nothing is stored but where the answer is `received`; what it replaces is kept. */
export async function receiveFile(context: Context, lmns: LmnsRow, file: ToReceive): Promise<ReceiveOutcome> {
  const { database, now } = context;
  const reading = await readReceived(context, file);
  if (reading.kind !== 'read') return reading;
  const { document, way, sha256, typed, notUnderstood } = reading;
  const { trust, period, title } = document;
  const what = `${trust.name} (${trust.code}), ${title}`;
  const before = receiptsOf(database, lmns.id);
  const same = before.find((receipt) => isSame(context, receipt, sha256, document, typed.length === 0));
  if (same) {
    const day = dateInWords(same.receivedAt.slice(0, 10));
    const aside = same.state === 'set aside' ? ' It was set aside; accept it again in the list of files.' : '';
    return {
      kind: 'known',
      said: `${file.fileName} was received on ${day} as ${same.fileName}: ${what}.${aside} Nothing was stored again.`,
    };
  }
  const isExpected = expectedTrusts(database, lmns.id).some(({ code }) => code === trust.code);
  if (!isExpected && !file.addTrust) {
    const said = `${file.fileName}: ${what}. ${lmns.name} does not expect returns from this trust. Add it, or leave the file out.`;
    return { kind: 'not expected', said, code: trust.code, name: trust.name };
  }
  if (typed.length > 0 && file.accepted === null) {
    const cells = typed.length === 1 ? 'One cell was' : `${typed.length} cells were`;
    const said = `${file.fileName}: ${what}. ${cells} changed after the workbook was made. Say which to take over.`;
    return { kind: 'typed in', said, differences: [...typed] };
  }
  const judged: JudgedDifference[] = typed.map((one) => ({
    ...one,
    accepted: one.path.length > 0 && (file.accepted ?? []).includes(one.place),
  }));
  // Before anything is stored: what was accepted must leave it a return.
  withAccepted(document, judged);
  let receipt = 0;
  const at = now();
  recordChange(database, { lmnsId: lmns.id, label: `Receive ${trust.name}, ${title}`, at }, () => {
    if (!isExpected) putTrust(database, lmns.id, { code: trust.code, name: trust.name, hasPlanner: way !== 'blank' });
    const bytes = Buffer.from(file.contents, 'base64');
    const documentId = keepDocument(database, lmns.id, { sha256, bytes }, document);
    receipt = insertReceipt(database, { documentId, fileName: file.fileName, way, receivedAt: at, typed: judged });
  });
  const counts = counting(context, lmns, receipt, before, document);
  const said = `${file.fileName}: ${what} is received. ${counts}${leftOut(notUnderstood)}`;
  return { kind: 'received', receipt, code: trust.code, period, said };
}

/** What a newer planner told that this one does not know, and so did not keep. */
function leftOut(places: readonly string[]): string {
  if (places.length === 0) return '';
  const some = places.slice(0, 5).join(', ');
  const rest = places.length > 5 ? ` and ${places.length - 5} more` : '';
  return ` A newer planner made it: what is not understood here was left out (${some}${rest}). Update this planner to read it.`;
}

/** The same bytes, or the same return in another file, such as a bundle that was sealed anew. */
function isSame(
  { database }: Context,
  receipt: ReceiptRow,
  sha256: string,
  document: ReturnDocument,
  asMade: boolean,
): boolean {
  if (receipt.sha256 === sha256) return true;
  const { trust, period, madeAt } = document;
  if (!asMade || receipt.code !== trust.code || receipt.period !== period || receipt.madeAt !== madeAt) return false;
  return JSON.stringify(documentOf(database, receipt)) === JSON.stringify(document);
}

/** Whether what was received counts, and what it replaces, in words. */
function counting(
  { database }: Context,
  lmns: LmnsRow,
  id: number,
  before: readonly ReceiptRow[],
  document: ReturnDocument,
): string {
  const isIts = ({ code, period }: ReceiptRow) => code === document.trust.code && period === document.period;
  const earlier = countingReceipt(before.filter(isIts));
  const counts = countingReceipt(receiptsOf(database, lmns.id).filter(isIts));
  if (counts?.id !== id) return 'A later return of that trust and period counts; this one is kept beside it.';
  if (!earlier) return 'It counts from now on.';
  const [last] = document.restatements.slice(-1);
  const why = last ? ` It restates the return: ${last.reason}` : '';
  return `It counts in place of ${earlier.fileName}, which is kept.${why}`;
}
