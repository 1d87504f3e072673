import type { FileBehind, FilesUsed } from '#contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { newestEntries } from '../features/preceptorship/living-repository.ts';
import { listBatches } from './batches.ts';
import { isKindOfFile, type KindOfFile, tablesOf } from './tables.ts';

/** Kinds whose rows tell of their own days, not of how all stood on the day of the file. */
const ofDays: ReadonlySet<KindOfFile> = new Set(['leavers', 'absence', 'duty_roster', 'bank_list', 'monthly_counts']);

/** By table the columns that name one thing: of several imports that have it the newest one's row counts. Of others all count. */
const oneThing: Readonly<Record<string, readonly string[]>> = {
  assignment: ['date', 'person', 'assignment'],
  leaver: ['date', 'person', 'assignment'],
  absence_episode: ['date', 'person', 'type'],
  training_record: ['person', 'competence', 'achieved', 'expiry'],
  vacancy: ['coalesce(lower(vacancy_ref), id)'],
  retention_action: ["coalesce(lower(number || ' ' || ifnull(action, '')), id)"],
  imported_count: ['date', 'unit_id', 'counted'],
};

interface Counted {
  readonly batchId: number;
  readonly rows: number;
}

/** Files with rows that a figure is made of, the newest import first: none whose rows later ones replaced. */
export function filesBehind(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trustId: number,
  used: FilesUsed,
): FileBehind[] {
  const { kind } = used;
  if (!isKindOfFile(kind)) return [];
  const rows = new Map<number, number>();
  const found =
    kind === 'preceptees'
      ? newestEntries(database, trustId, reference.preceptorship.longestMonths).map(({ batchId }) => ({
          batchId,
          rows: 1,
        }))
      : tablesOf[kind].flatMap((table) => countedIn(database, table, trustId, used, ofDays.has(kind)));
  for (const one of found) rows.set(one.batchId, (rows.get(one.batchId) ?? 0) + one.rows);
  return listBatches(database, trustId).flatMap((batch) => {
    const behind = rows.get(batch.id);
    if (behind === undefined) return [];
    const { id, fileName, sheet, periodFirst: first, periodLast: last, rowsAccepted, committedAt, committedBy } = batch;
    const period = first !== null && last !== null ? { first, last } : null;
    return [{ id, fileName, sheet, period, accepted: rowsAccepted, rows: behind, committedAt, committedBy }];
  });
}

/** Rows of a table that count, by their import. */
function countedIn(
  { sqlite }: Database,
  table: string,
  trustId: number,
  { first, last }: FilesUsed,
  isOfDays: boolean,
): Counted[] {
  const asked = { trustId, first: first ?? '0001-01-01', last: last ?? '9999-12-31' };
  const isAbsence = table === 'absence_episode';
  const days = isOfDays
    ? `date <= @last ${isAbsence ? '' : 'AND date >= @first'}`
    : `date = (SELECT max(date) FROM "${table}" WHERE trust_id = @trustId AND date <= @last)`;
  // An absence counts where it lasts into the days, by the newest import: that may say that it ended before them.
  const lasts = isAbsence ? 'AND (end_date IS NULL OR end_date >= @first)' : '';
  const rows = `FROM "${table}" WHERE trust_id = @trustId AND ${days}`;
  const counted = (from: string) =>
    sqlite
      .prepare<[typeof asked], Counted>(`SELECT batch_id AS batchId, count(*) AS rows ${from} GROUP BY 1`)
      .all(asked);
  const key = oneThing[table];
  const all = counted(rows);
  if (key === undefined || (all.length < 2 && !isAbsence)) return all;
  const newest = `max(batch_id) OVER (PARTITION BY ${key.join(', ')})`;
  return counted(`FROM (SELECT *, ${newest} AS newest ${rows}) WHERE batch_id = newest ${lasts}`);
}
