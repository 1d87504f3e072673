import type { CompetenceShown } from '#contract';
import type { Database } from '../../database/database.ts';

/** A kept cell is its value; only numbers are kept with how they are shown. */
type Cells = readonly unknown[];

/**
 * The names that files of a day have for what people did: of rows that are stored, and of rows that were left out because
 * no course had the name. `listing` tells the course that lists a name.
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
       GROUP BY course, competence`,
    )
    .all(trustId, day) as { name: string; course: string; rows: number }[];
  const left = sqlite
    .prepare(
      `SELECT batch_row.cells, json_extract(batch.reading, '$.places.competence') AS place
       FROM batch_row JOIN batch ON batch.id = batch_row.batch_id
       WHERE batch.trust_id = ? AND batch.kind = 'training' AND batch.undone_at IS NULL AND batch.period_last = ?
         AND batch_row.reason = 'competence_not_mapped'
         -- An import whose rows a later one has replaced tells of nothing any more.
         AND EXISTS (SELECT 1 FROM training_record r WHERE r.batch_id = batch.id)`,
    )
    .all(trustId, day) as { cells: string; place: number | null }[];
  const found = new Map<string, CompetenceShown>();
  for (const { name, course, rows } of stored) {
    const known = found.get(name);
    const listed = listing(name);
    found.set(name, {
      name,
      rows: rows + (known?.rows ?? 0),
      course: listed ?? course,
      listed: listed !== undefined,
      leftOut: 0,
    });
  }
  for (const { cells, place } of left) {
    const name = place === null ? undefined : (JSON.parse(cells) as Cells)[place];
    if (typeof name !== 'string' || name.trim() === '') continue;
    const known = found.get(name);
    const listed = listing(name);
    found.set(name, {
      name,
      rows: (known?.rows ?? 0) + 1,
      course: known?.course ?? listed ?? null,
      listed: listed !== undefined,
      leftOut: (known?.leftOut ?? 0) + 1,
    });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
