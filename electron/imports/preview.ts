import type { Mapping, Preview } from '#contract';
import type { Context } from '../context.ts';
import { deskOf, type TakenPath } from './desk.ts';
import { kindOf } from './kinds.ts';
import { groupProblems, ignoredByReason, problemRows, warningsByCode } from './problems.ts';
import { type JudgedRow, readRows } from './read-rows.ts';
import type { ImportRefusal } from './refusal.ts';
import { isRefusal } from './refusal.ts';
import { Cancelled, Run } from './run.ts';
import { extentOf, findSame, keptReading, overlapsOf, periodOf, remarksOn, settled } from './settle.ts';
import { Tally } from './tally.ts';
import { type Understood, withUnderstood } from './understand.ts';
import { findUnit } from './units.ts';

/** What an import of the file would do; null where it was cancelled. Stores nothing. */
export async function previewFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
): Promise<Preview | null | ImportRefusal> {
  const read = await readWhole(context, trustId, file, mapping);
  if (read === null || isRefusal(read)) return read;
  const { understood, tally } = read;
  const kind = kindOf(understood.reading.format.kind);
  const units = [...tally.units].map(([name, rows]) => ({
    name,
    rows,
    isNew: findUnit(context.database, trustId, name) === undefined,
  }));
  const newUnits = units.filter(({ isNew }) => isNew).map(({ name }) => name);
  return {
    rowsRead: tally.rowsRead,
    accepted: tally.acceptedRows,
    refused: tally.refused,
    ignored: tally.ignored,
    ...periodOf(understood, tally),
    first: tally.dates?.first ?? null,
    last: tally.dates?.last ?? null,
    units,
    groups: groupProblems(tally.judgedRows, understood),
    warnings: warningsByCode(tally.judgedRows),
    ignoredRows: ignoredByReason(tally.judgedRows),
    remarks: remarksOn(understood, tally, newUnits),
    same: findSame(context, trustId, file.file, keptReading(understood, mapping, null), tally)?.id ?? null,
    overlaps: overlapsOf(context, kind, extentOf(context, trustId, understood, tally)),
  };
}

/** The problems of a reading in the order of the file, with the file's headings for their cells; null where cancelled. */
export async function problemsOfFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
  group: string | null,
): Promise<{ headings: string[]; rows: JudgedRow[]; columns: ReadonlyMap<string, string> } | null | ImportRefusal> {
  const read = await readWhole(context, trustId, file, mapping);
  if (read === null || isRefusal(read)) return read;
  return {
    headings: read.understood.reading.columns.map(({ heading }) => heading),
    rows: problemRows(read.tally.judgedRows, group),
    columns: read.understood.columns.headings,
  };
}

/** Reads all rows once, and tells them over; null where it was cancelled meanwhile. */
async function readWhole(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
): Promise<{ understood: Understood; tally: Tally } | null | ImportRefusal> {
  return withUnderstood(context, trustId, file.path, mapping, async (found) => {
    const understood = settled(found);
    if (isRefusal(understood)) return understood;
    const tally = new Tally(kindOf(understood.reading.format.kind));
    return withRun(context, file.file, null, async (run) => {
      await readRows(understood, mapping, run, tally);
      return { understood, tally };
    });
  });
}

/** Does a piece of work that can be asked for its progress and be cancelled; null where it was. */
export async function withRun<Result>(
  context: Context,
  file: string,
  rows: number | null,
  work: (run: Run) => Promise<Result>,
): Promise<Result | null> {
  const { runs } = deskOf(context);
  const run = new Run(rows);
  runs.set(file, run);
  try {
    return await work(run);
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw error;
  } finally {
    if (runs.get(file) === run) runs.delete(file);
  }
}
