import { and, asc, eq } from 'drizzle-orm';
import { ledgerLine } from '#drizzle';
import { bulkInserter } from '../../database/bulk-insert.ts';
import type { Database } from '../../database/database.ts';
import type { LedgerEntry } from './entries.ts';

export type StoredLedgerLine = LedgerEntry & { readonly id: number; readonly batchId: number };

/** A prepared insert of the lines of a ledger. */
export function ledgerInserter(
  database: Database,
  { trustId, batchId }: { readonly trustId: number; readonly batchId: number },
): (entry: LedgerEntry) => void {
  const insert = bulkInserter(database, ledgerLine);
  return (entry) => insert({ trustId, batchId, ...entry });
}

/** The days of a trust's ledgers, the earliest first. */
export function ledgerDays({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare('SELECT DISTINCT date FROM ledger_line WHERE trust_id = ? ORDER BY date')
    .pluck()
    .all(trustId) as string[];
}

/** All lines of the ledgers of one day. */
export function ledgerLinesAt({ db }: Database, trustId: number, census: string): StoredLedgerLine[] {
  return db
    .select()
    .from(ledgerLine)
    .where(and(eq(ledgerLine.trustId, trustId), eq(ledgerLine.census, census)))
    .orderBy(asc(ledgerLine.batchId), asc(ledgerLine.row))
    .all();
}
