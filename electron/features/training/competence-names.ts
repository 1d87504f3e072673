import type { CompetenceShown } from '#contract';
import type { Database } from '../../database/database.ts';
import { noCourse } from './entries.ts';

/**
 * The names that files of a day have for what people did, those that no course had too. `listing` tells the course that
 * lists a name.
 */
export function namesInFiles(
  { sqlite }: Database,
  trustId: number,
  day: string,
  listing: (name: string) => string | undefined,
): CompetenceShown[] {
  const stored = sqlite
    .prepare(
      `SELECT competence AS name, course, count(*) AS rows FROM training_record WHERE trust_id = ? AND date = ?
       GROUP BY competence, course ORDER BY competence`,
    )
    .all(trustId, day) as { name: string; course: string; rows: number }[];
  const found = new Map<string, CompetenceShown>();
  for (const { name, course: read, rows } of stored) {
    const before = found.get(name);
    const listed = listing(name);
    const course = listed ?? before?.course ?? (read === noCourse ? null : read);
    found.set(name, { name, rows: rows + (before?.rows ?? 0), course, listed: listed !== undefined });
  }
  return [...found.values()];
}
