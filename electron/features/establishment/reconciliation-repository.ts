import { and, eq } from 'drizzle-orm';
import { reconciliationNote, setting } from '#drizzle';
import type { Database } from '../../database/database.ts';
import { placeKey } from './calculations/ledger.ts';
import { noteKey, type PlaceNote } from './calculations/reconciliation.ts';

export type StoredNote = typeof reconciliationNote.$inferSelect;
export interface NotePlace {
  /** As `costCentreKey` has it. */
  readonly costCentre: string;
  readonly group: string;
  readonly band: string;
  /** Key of one post of it; '' for all of it together. */
  readonly post: string;
}

/** What was said of the differences of a trust, by the key of a place or of a post of it. */
export function notesOf({ db }: Database, trustId: number): Map<string, StoredNote & PlaceNote> {
  const rows = db.select().from(reconciliationNote).where(eq(reconciliationNote.trustId, trustId)).all();
  return new Map(rows.map((row) => [noteKey(placeKey({ ...row, group: row.staffGroup }), row.post), row]));
}

/** Sets what is said of one place or post; what is not given stays. */
export function setNote(
  { db }: Database,
  trustId: number,
  { costCentre, group, band, post }: NotePlace,
  values: Partial<Omit<StoredNote, 'id' | 'trustId' | 'costCentre' | 'staffGroup' | 'band' | 'post'>>,
): void {
  db.insert(reconciliationNote)
    .values({ trustId, costCentre, staffGroup: group, band, post, note: '', ...values })
    .onConflictDoUpdate({
      target: [
        reconciliationNote.trustId,
        reconciliationNote.costCentre,
        reconciliationNote.staffGroup,
        reconciliationNote.band,
        reconciliationNote.post,
      ],
      set: values,
    })
    .run();
}

export interface LedgerSum {
  readonly batchId: number;
  readonly row: number;
  readonly census: string;
  readonly costCentre: string | null;
  readonly staffGroup: string | null;
  readonly post: string | null;
  readonly positionNumber: string | null;
  readonly band: string | null;
  readonly funded: number;
}

/** The lines of every ledger of a trust. */
export function ledgerLinesOfAll({ sqlite }: Database, trustId: number): LedgerSum[] {
  return sqlite
    .prepare<[number], LedgerSum>(
      `SELECT batch_id AS batchId, row, date AS census, cost_centre AS costCentre, staff_group AS staffGroup, post,
         position_number AS positionNumber, band, funded
       FROM ledger_line WHERE trust_id = ?`,
    )
    .all(trustId);
}

const key = 'reconciliation_reasons';

/** The trust's own list of reasons; undefined where it uses the app's. */
export function ownReasons({ db }: Database, trustId: number): string[] | undefined {
  const row = db
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.trustId, trustId), eq(setting.key, key)))
    .get();
  return row ? (JSON.parse(row.value) as string[]) : undefined;
}

/** Keeps the trust's own list of reasons; none goes back to the app's. */
export function keepReasons({ db }: Database, trustId: number, reasons: readonly string[]): void {
  const isOwn = and(eq(setting.trustId, trustId), eq(setting.key, key));
  if (reasons.length === 0) {
    db.delete(setting).where(isOwn).run();
    return;
  }
  const value = JSON.stringify(reasons);
  db.insert(setting)
    .values({ trustId, key, value })
    .onConflictDoUpdate({ target: [setting.trustId, setting.key], set: { value } })
    .run();
}
