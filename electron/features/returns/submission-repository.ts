import { asc, desc, eq, inArray } from 'drizzle-orm';
import { type ReturnDocument, returnDocument } from '#contract';
import { returnSubmission } from '#drizzle';
import type { Database } from '../../database/database.ts';

export interface Submission {
  readonly number: number;
  readonly document: ReturnDocument;
}

const read = ({ number, document }: { number: number; document: string }): Submission => ({
  number,
  document: returnDocument.parse(JSON.parse(document)),
});

/** Everything that was submitted of a return, the first first. */
export function submissionsOf({ db }: Database, returnId: number): Submission[] {
  return db
    .select()
    .from(returnSubmission)
    .where(eq(returnSubmission.returnId, returnId))
    .orderBy(asc(returnSubmission.number))
    .all()
    .map(read);
}

/** What was submitted last, which counts; undefined where nothing was. */
export function newestSubmission({ db }: Database, returnId: number): Submission | undefined {
  const row = db
    .select()
    .from(returnSubmission)
    .where(eq(returnSubmission.returnId, returnId))
    .orderBy(desc(returnSubmission.number))
    .limit(1)
    .get();
  return row && read(row);
}

/** Number, and when and by whom, of what was submitted last of each return, without reading the whole of it. */
export function newestSignatures(
  { db, sqlite }: Database,
  returnIds: readonly number[],
): Map<number, { number: number; role: string; at: string }> {
  if (returnIds.length === 0) return new Map();
  const rows = db
    .select({ returnId: returnSubmission.returnId, number: returnSubmission.number, id: returnSubmission.id })
    .from(returnSubmission)
    .where(inArray(returnSubmission.returnId, [...returnIds]))
    .orderBy(asc(returnSubmission.number))
    .all();
  const signature = sqlite.prepare<[number], { role: string; at: string }>(
    `SELECT document ->> '$.signatures.submitted.role' AS role, document ->> '$.signatures.submitted.at' AS at
     FROM return_submission WHERE id = ?`,
  );
  return new Map(
    rows.flatMap(({ returnId, number, id }) => {
      const signed = signature.get(id);
      return signed ? [[returnId, { number, ...signed }]] : [];
    }),
  );
}

export function insertSubmission({ db }: Database, returnId: number, { number, document }: Submission): void {
  db.insert(returnSubmission)
    .values({ returnId, number, document: JSON.stringify(document) })
    .run();
}
