import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { batch, batchRow, trust } from '#drizzle';
import type { Batch, Mapping, Remark } from '#contract';
import type { Database } from '../database/database.ts';
import type { JudgedRow } from './read-rows.ts';
import type { FilledDown } from './filled-down.ts';
import type { KeptCell } from './kept-cell.ts';

export type BatchRow = typeof batch.$inferSelect;
export type NewBatch = Omit<typeof batch.$inferInsert, 'id' | 'undoneAt'>;

/** How the rows of an import were read, as its record keeps it. */
export interface KeptReading {
  readonly mapping: Mapping;
  /** Field to the place of its column, from 0. */
  readonly places: Readonly<Record<string, number>>;
  /** The file's headings by column. */
  readonly headings: readonly string[];
  /** True where the workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** What was done about rows of earlier imports; null where there were none. */
  readonly overlap: 'replace' | 'add' | 'leave' | null;
  /** Which cells were blank and read as the cell of a row above them. */
  readonly filledDown?: FilledDown;
}

export function readingOf(row: Pick<BatchRow, 'reading'>): KeptReading {
  return JSON.parse(row.reading) as KeptReading;
}

export function insertBatch({ db }: Database, values: NewBatch): BatchRow {
  return db.insert(batch).values(values).returning().get();
}

export function updateBatch(
  { db }: Database,
  id: number,
  values: Partial<NewBatch & Pick<BatchRow, 'undoneAt'>>,
): void {
  db.update(batch).set(values).where(eq(batch.id, id)).run();
}

export function findBatch({ db }: Database, id: number): BatchRow | undefined {
  return db.select().from(batch).where(eq(batch.id, id)).get();
}

/** Imports of a trust, the newest first. */
export function listBatches({ db }: Database, trustId: number): BatchRow[] {
  return db.select().from(batch).where(eq(batch.trustId, trustId)).orderBy(desc(batch.id)).all();
}

/** Imports of a kind that are not undone, in their order. */
export function liveBatches({ db }: Database, trustId: number, kind: string): BatchRow[] {
  return db
    .select()
    .from(batch)
    .where(and(eq(batch.trustId, trustId), eq(batch.kind, kind), isNull(batch.undoneAt)))
    .orderBy(asc(batch.id))
    .all();
}

/** The newest import of a file with these headings, as they are matched; an undone one too. */
export function newestWith(
  { db }: Database,
  { trustId, kind, headings }: Pick<BatchRow, 'trustId' | 'kind' | 'headings'>,
): BatchRow | undefined {
  const which = and(eq(batch.trustId, trustId), eq(batch.kind, kind), eq(batch.headings, headings));
  return db.select().from(batch).where(which).orderBy(desc(batch.id)).limit(1).get();
}

/** A batch as it is shown; `titles` are those of the kinds. */
export function describeBatch(
  database: Database,
  row: BatchRow,
  titles: ReadonlyMap<string, { title: string }>,
): Batch {
  return describeBatches(database, [row], titles)[0]!;
}

/** Batches as they are shown, in their order: what stands beside them is asked for once for all of them. */
export function describeBatches(
  { db }: Database,
  rows: readonly BatchRow[],
  titles: ReadonlyMap<string, { title: string }>,
): Batch[] {
  const owners = db.select({ id: trust.id, code: trust.code }).from(trust).all();
  const codes = new Map(owners.map(({ id, code }) => [id, code]));
  const ids = rows.map(({ id }) => id);
  const later = joinedLater(db, ids);
  return rows.map((row) => {
    const { periodFirst: first, periodLast: last } = row;
    return {
      id: row.id,
      trust: codes.get(row.trustId) ?? '',
      kind: row.kind,
      title: titles.get(row.kind)?.title ?? row.kind,
      format: row.format,
      fileName: row.fileName,
      sha256: row.fileSha256,
      bytes: row.fileBytes,
      sheet: row.sheet,
      headerRow: row.headerRow,
      period: first !== null && last !== null ? { first, last } : null,
      rowsRead: row.rowsRead,
      accepted: row.rowsAccepted,
      refused: row.rowsRefused,
      ignored: row.rowsIgnored,
      remarks: JSON.parse(row.remarks) as Remark[],
      committedAt: row.committedAt,
      committedBy: row.committedBy,
      undoneAt: row.undoneAt,
      mendedLater: later.get(row.id) ?? [],
    };
  });
}

/** A row that was left out and joined its import later, and the problem that it had. */
export interface Joined {
  readonly at: string;
  readonly by: string;
  readonly was: Pick<JudgedRow, 'reason' | 'field' | 'read' | 'expected' | 'message'>;
}

/** What joined each of these imports later, the last first. */
function joinedLater(db: Database['db'], batches: readonly number[]): Map<number, Batch['mendedLater']> {
  const at = sql<string>`${batchRow.joined} ->> 'at'`;
  const by = sql<string>`${batchRow.joined} ->> 'by'`;
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(batches)}))`;
  const rows = db
    .select({ batchId: batchRow.batchId, at, by, rows: count() })
    .from(batchRow)
    .where(and(isNotNull(batchRow.joined), inArray(batchRow.batchId, wanted)))
    .groupBy(batchRow.batchId, at, by)
    .orderBy(desc(at))
    .all();
  const of = new Map<number, Batch['mendedLater'][number][]>();
  for (const { batchId, ...one } of rows) of.set(batchId, [...(of.get(batchId) ?? []), one]);
  return of;
}

/** How many rows joined an import after it was stored. */
export function joinedRows({ db }: Database, batchId: number): number {
  return (joinedLater(db, [batchId]).get(batchId) ?? []).reduce((sum, { rows }) => sum + rows, 0);
}

/** Keeps what was refused, ignored or remarked on, with the cells as they were read. */
export function insertJudgedRows({ sqlite }: Database, batchId: number, rows: Iterable<JudgedRow>): void {
  const insert = sqlite.prepare(
    `INSERT INTO batch_row (batch_id, row, outcome, reason, field, read, expected, message, cells)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { row, outcome, reason, field, read, expected, message, cells } of rows) {
    insert.run(batchId, row, outcome, reason, field, read, expected, message, JSON.stringify(cells));
  }
}

/** The cells of a judged row as they were read. */
export function cellsOf({ cells }: { readonly cells: string }): KeptCell[] {
  return JSON.parse(cells) as KeptCell[];
}

export function listJudgedRows(
  { db }: Database,
  batchId: number,
  outcome: JudgedRow['outcome'] | null,
  { offset, limit }: { offset: number; limit: number },
): { total: number; rows: (typeof batchRow.$inferSelect)[] } {
  const which = and(eq(batchRow.batchId, batchId), outcome === null ? undefined : eq(batchRow.outcome, outcome));
  const total = db.select({ rows: count() }).from(batchRow).where(which).get()?.rows ?? 0;
  const rows = db
    .select()
    .from(batchRow)
    .where(which)
    .orderBy(asc(batchRow.row), asc(batchRow.id))
    .limit(limit)
    .offset(offset)
    .all();
  return { total, rows };
}
