import { and, desc, eq } from 'drizzle-orm';
import { type JudgedDifference, type ReceivedWay, type ReturnDocument, returnDocument } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';
import { withAccepted } from './calculations/typed-differences.ts';

const { receivedDocument, receivedFile, receivedReturn } = tables;

/** What a list of files shows of a return. */
export interface ReceiptHead {
  readonly trust: string;
  readonly title: string;
  readonly appVersion: string;
  readonly submitted: ReturnDocument['signatures']['submitted'];
  readonly restatements: ReturnDocument['restatements'];
}

/** That a file was received, without the return that it held. */
export interface ReceiptRow {
  readonly id: number;
  readonly documentId: number;
  readonly code: string;
  readonly period: string;
  readonly madeAt: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly way: ReceivedWay;
  readonly receivedAt: string;
  readonly state: 'accepted' | 'set aside';
  readonly why: string;
  readonly typed: readonly JudgedDifference[];
  readonly head: ReceiptHead;
}

const columns = {
  id: receivedReturn.id,
  documentId: receivedReturn.documentId,
  code: receivedDocument.trustCode,
  period: receivedDocument.period,
  madeAt: receivedDocument.madeAt,
  sha256: receivedDocument.sha256,
  fileName: receivedReturn.fileName,
  way: receivedReturn.way,
  receivedAt: receivedReturn.receivedAt,
  state: receivedReturn.state,
  why: receivedReturn.why,
  typed: receivedReturn.typed,
  head: receivedDocument.head,
};

/** The newest first. */
export function receiptsOf({ db }: Database, lmnsId: number): ReceiptRow[] {
  return db
    .select(columns)
    .from(receivedReturn)
    .innerJoin(receivedDocument, eq(receivedReturn.documentId, receivedDocument.id))
    .where(eq(receivedDocument.lmnsId, lmnsId))
    .orderBy(desc(receivedReturn.receivedAt), desc(receivedReturn.id))
    .all()
    .map(({ typed, head, ...row }) => ({
      ...row,
      typed: JSON.parse(typed) as JudgedDifference[],
      head: JSON.parse(head) as ReceiptHead,
    }));
}

/** The return of a receipt, with what was accepted of what somebody typed into it. */
export function documentOf({ db }: Database, receipt: Pick<ReceiptRow, 'documentId' | 'typed'>): ReturnDocument {
  const row = db
    .select({ document: receivedDocument.document })
    .from(receivedDocument)
    .where(eq(receivedDocument.id, receipt.documentId))
    .get();
  if (!row) throw new Error(`Document ${receipt.documentId} was received and is not kept`);
  return withAccepted(returnDocument.parse(JSON.parse(row.document)), receipt.typed);
}

/** Keeps a file and what it held; one that was received and undone is there already. Within a transaction. */
export function keepDocument(
  { db }: Database,
  lmnsId: number,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: Buffer },
  document: ReturnDocument,
): number {
  const found = db
    .select({ id: receivedDocument.id })
    .from(receivedDocument)
    .where(and(eq(receivedDocument.lmnsId, lmnsId), eq(receivedDocument.sha256, sha256)))
    .get();
  if (found) return found.id;
  const { trust, period, madeAt, title, appVersion, signatures, restatements } = document;
  const head: ReceiptHead = { trust: trust.name, title, appVersion, submitted: signatures.submitted, restatements };
  const { id } = db
    .insert(receivedDocument)
    .values({
      lmnsId,
      sha256,
      trustCode: trust.code,
      period,
      madeAt,
      head: JSON.stringify(head),
      document: JSON.stringify(document),
    })
    .returning()
    .get();
  db.insert(receivedFile).values({ documentId: id, bytes }).run();
  return id;
}

/** The bytes of a received file as they came; undefined where they are not kept. */
export function originalOf({ db }: Database, { documentId }: Pick<ReceiptRow, 'documentId'>): Buffer | undefined {
  const kept = db
    .select({ bytes: receivedFile.bytes })
    .from(receivedFile)
    .where(eq(receivedFile.documentId, documentId))
    .get();
  return kept?.bytes;
}

export function insertReceipt(
  { db }: Database,
  receipt: Pick<ReceiptRow, 'documentId' | 'fileName' | 'way' | 'receivedAt' | 'typed'>,
): number {
  const { typed, ...cells } = receipt;
  return db
    .insert(receivedReturn)
    .values({ ...cells, state: 'accepted', typed: JSON.stringify(typed) })
    .returning()
    .get().id;
}

export function setReceiptState(
  { db }: Database,
  receiptId: number,
  cells: { state: 'accepted' | 'set aside'; why: string },
): void {
  db.update(receivedReturn).set(cells).where(eq(receivedReturn.id, receiptId)).run();
}
