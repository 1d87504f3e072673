import { and, eq } from 'drizzle-orm';
import { batchRow } from '#drizzle';
import type { Database } from '../database/database.ts';
import { type BatchRow, findBatch, liveBatches, readingOf } from './batches.ts';
import { replacedBy } from './set-aside.ts';

/** The reason of a row of a file whose unit and day an earlier import keeps. */
export const leftToEarlier = 'left_to_earlier_import';

/** Imports that replaced rows of this one, and those that replaced rows of these, the newest first. */
export function laterOn(database: Database, row: BatchRow): BatchRow[] {
  const found = new Map<number, BatchRow>();
  const follow = (batchId: number) => {
    for (const { byBatchId } of replacedBy(database, batchId)) {
      const later = found.has(byBatchId) ? undefined : findBatch(database, byBatchId);
      if (later === undefined) continue;
      found.set(byBatchId, later);
      follow(byBatchId);
    }
  };
  follow(row.id);
  return newestFirst(found.values());
}

/** Later imports of the kind that left rows out because an earlier one, perhaps this, has their days; the newest first. */
export function leftFor(database: Database, row: BatchRow): BatchRow[] {
  const { trustId, kind, periodFirst: first, periodLast: last } = row;
  const left = liveBatches(database, trustId, kind).filter(
    (later) =>
      later.id > row.id &&
      readingOf(later).overlap === 'leave' &&
      (later.periodFirst ?? '') <= (last ?? '9999') &&
      (later.periodLast ?? '9999') >= (first ?? '') &&
      hasLeft(database, later.id),
  );
  return newestFirst(left);
}

/** Kinds whose rows are checked, while they are read, against what the lists of another kind say of people. */
const checkedAgainst: Readonly<Record<string, readonly string[]>> = {
  staff_list: ['absence', 'training'],
  leavers: ['absence'],
};

/** Later imports whose rows were taken or left out by what this one, among others, says of people; the newest first. */
export function checkedBy(database: Database, row: BatchRow): BatchRow[] {
  const kinds = checkedAgainst[row.kind] ?? [];
  const later = kinds.flatMap((kind) => liveBatches(database, row.trustId, kind)).filter(({ id }) => id > row.id);
  return newestFirst(later);
}

function hasLeft({ db }: Database, batchId: number): boolean {
  const which = and(eq(batchRow.batchId, batchId), eq(batchRow.reason, leftToEarlier));
  return db.select({ id: batchRow.id }).from(batchRow).where(which).limit(1).get() !== undefined;
}

/** The imports that are undone together with one: those that must be, and those that a person chose of the ones that may be. */
export function undoneWith(database: Database, row: BatchRow, chosen: readonly number[]): BatchRow[] {
  const may = [...leftFor(database, row), ...checkedBy(database, row)].filter(({ id }) => chosen.includes(id));
  const all = [row, ...may].flatMap((one) => [one, ...laterOn(database, one)]);
  const live = new Map(all.filter(({ undoneAt }) => undoneAt === null).map((one) => [one.id, one]));
  return newestFirst(live.values());
}

function newestFirst(rows: Iterable<BatchRow>): BatchRow[] {
  return [...rows].sort((one, other) => other.id - one.id);
}
