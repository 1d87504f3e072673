import type { Mapping, Preview } from '#contract';
import type { Context } from '../context.ts';
import type { TakenPath } from './desk.ts';
import type { FilledDown } from './filled-down.ts';
import { kindOf } from './kinds.ts';
import { groupProblems, ignoredByReason, problemRows, warningsByCode } from './problems.ts';
import type { JudgedRow } from './read-rows.ts';
import { readWhole } from './reading.ts';
import type { ImportRefusal } from './refusal.ts';
import { isRefusal } from './refusal.ts';
import { Run } from './run.ts';
import { extentOf, findSame, keptReading, overlapsOf, periodOf, remarksOn } from './settle.ts';
import { findUnit } from './units.ts';

/** What an import of the file would do. Stores nothing. Throws Cancelled. */
export async function previewFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
  run: Run,
): Promise<Preview | ImportRefusal> {
  const read = await readWhole(context, trustId, file, mapping, run);
  if (isRefusal(read)) return read;
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
    period: periodOf(understood, tally),
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

export interface FileProblems {
  readonly headings: string[];
  readonly rows: JudgedRow[];
  readonly columns: ReadonlyMap<string, string>;
  readonly date1904: boolean;
  readonly filled: FilledDown;
}

/** The problems of a reading in the order of the file, with the file's headings for their cells. Throws Cancelled. */
export async function problemsOfFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
  group: string | null,
  run = new Run(),
): Promise<FileProblems | ImportRefusal> {
  const read = await readWhole(context, trustId, file, mapping, run);
  if (isRefusal(read)) return read;
  return {
    headings: read.understood.reading.columns.map(({ heading }) => heading),
    rows: problemRows(read.tally.judgedRows, group),
    columns: read.understood.columns.headings,
    date1904: read.understood.settings.date1904,
    filled: read.tally.filled,
  };
}
