import { and, asc, eq } from 'drizzle-orm';
import type { SharedText, SharedTextKind } from '#contract';
import { sharedText } from '#drizzle';
import type { Database } from '../../database/database.ts';

/** What is to be shared of the actions of a trust, drafts among it. */
export function sharedTextsOf({ db }: Database, trustId: number): SharedText[] {
  return db
    .select()
    .from(sharedText)
    .where(eq(sharedText.trustId, trustId))
    .orderBy(asc(sharedText.id))
    .all()
    .map(({ id: _id, trustId: _trust, kind, ...cells }) => ({ ...cells, kind: kind as SharedTextKind }));
}

export function putSharedText({ db }: Database, trustId: number, cells: SharedText): void {
  const { title, text, approvedBy, approvedOn } = cells;
  db.insert(sharedText)
    .values({ trustId, ...cells })
    .onConflictDoUpdate({
      target: [sharedText.trustId, sharedText.actionKey, sharedText.kind],
      set: { title, text, approvedBy, approvedOn },
    })
    .run();
}

export function deleteSharedText({ db }: Database, trustId: number, actionKey: string, kind: SharedTextKind): void {
  db.delete(sharedText)
    .where(and(eq(sharedText.trustId, trustId), eq(sharedText.actionKey, actionKey), eq(sharedText.kind, kind)))
    .run();
}

/** Names of everybody on any staff list or list of leavers of a trust. */
export function namesOfStaff({ sqlite }: Database, trustId: number): string[] {
  return sqlite
    .prepare(
      `SELECT name FROM assignment WHERE trust_id = @trustId AND name IS NOT NULL
       UNION SELECT name FROM leaver WHERE trust_id = @trustId AND name IS NOT NULL`,
    )
    .pluck()
    .all({ trustId }) as string[];
}
