import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CellProblemShown, ChangeCounts, Changes, Mapping, OverlapAnswer, Remark } from '#contract';
import type { Context } from '../context.ts';
import type { DatePeriod } from '../core/dates.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { type CommitOutcome, importFile } from './commit.ts';
import { changesOfFile } from './compare/changes.ts';
import { mostBytes, type TakenPath, tooLarge } from './desk.ts';
import type { FileInput } from './jobs.ts';
import { byReason, shownProblem } from './problems.ts';
import { problemsOfReading } from './mending-jobs.ts';
import { problemWorkbook } from './problem-workbook.ts';
import { Run } from './run.ts';
import type { JudgedRow } from './read-rows.ts';
import { type ImportRefusal, isRefusal, refuseFile } from './refusal.ts';

export interface ImportOptions {
  /** ODS code of a trust that is there. */
  readonly trust: string;
  /** Such as duty_roster; undefined to find out. */
  readonly kind?: string | undefined;
  readonly mapping?: Mapping | undefined;
  readonly period?: DatePeriod | undefined;
  readonly units?: 'create' | 'refuse' | undefined;
  readonly overlap?: OverlapAnswer | undefined;
  readonly dryRun?: boolean | undefined;
  /** Where the rows with problems go as a workbook; none is written where there are none. */
  readonly problemsOut?: string | undefined;
  /** Whether a file that is there may be replaced by it. */
  readonly replace?: boolean | undefined;
}

interface RowAndReason {
  readonly row: number;
  readonly reason: string;
}

/** What the command line prints of an import: row numbers and reason codes are those of the samples' definitions. */
export interface ImportReport {
  readonly kind: string;
  readonly format: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly rowsRead: number;
  readonly accepted: number;
  readonly refused: readonly RowAndReason[];
  readonly ignored: readonly RowAndReason[];
  readonly problems: readonly CellProblemShown[];
  /** Code to the rows that are remarked on; those rows were taken. */
  readonly warnings: Readonly<Record<string, readonly number[]>>;
  /** On the file as a whole. */
  readonly remarks: readonly Remark[];
  /** The import that holds the rows; null for a dry run. */
  readonly batch: number | null;
  /** True where the same file was there already, read in the same way: nothing was changed. */
  readonly alreadyImported: boolean;
  /** Of a dry run: how the rows stand against those that the store holds, and which days those are of. */
  readonly changes?: ChangeCounts & Pick<Changes, 'against'>;
  /** The workbook of the rows with problems, where one was asked for: its path, or why it is not there. */
  readonly problemsFile?: { readonly path: string } | { readonly notWritten: string };
}

/** Imports a file of this PC for a script, as the screens would. What a mapping says is not remembered. */
export async function importForCommandLine(
  context: Context,
  path: string,
  options: ImportOptions,
  run = new Run(),
): Promise<ImportReport | ImportRefusal> {
  const { trust, kind, period, units, overlap, dryRun = false } = options;
  const { id } = requireTrust(context.database, trust);
  const file = await fileOnDisk(path);
  if (isRefusal(file)) return file;
  const mapping: Mapping = {
    ...options.mapping,
    ...(kind !== undefined && { kind }),
    ...(period && { period }),
    ...(units && { units }),
  };
  const outcome = await importFile(context, id, file, mapping, { overlap, remember: false, dryRun }, run);
  if (isRefusal(outcome)) return outcome;
  const { problemsOut, replace = false } = options;
  const changes = dryRun ? await countChanges(context, { trustId: id, file, mapping }, run) : {};
  const report = { ...reportOf(outcome), ...changes };
  return problemsOut === undefined
    ? report
    : { ...report, problemsFile: await writeProblems(context, file.name, outcome, { path: problemsOut, replace }) };
}

async function writeProblems(
  { now }: Context,
  fileName: string,
  { understood, tally }: CommitOutcome,
  { path, replace }: { readonly path: string; readonly replace: boolean },
): Promise<ImportReport['problemsFile'] & {}> {
  const problems = problemsOfReading(fileName, { understood, tally });
  if (problems.rows.length === 0) return { notWritten: 'No row has a problem.' };
  const outcome = await writeFileWhole(path, await problemWorkbook(problems, now()), replace);
  return outcome.kind === 'written' ? { path } : { notWritten: outcome.message };
}

async function countChanges(context: Context, input: FileInput, run: Run): Promise<Pick<ImportReport, 'changes'>> {
  const changes = await changesOfFile(context, { ...input, what: null, filter: '', offset: 0, limit: 1 }, run);
  return isRefusal(changes) ? {} : { changes: { ...changes.counts, against: changes.against } };
}

function reportOf({ result, understood, tally, rows, remarks }: CommitOutcome): ImportReport {
  const { reading } = understood;
  const inOrder = [...tally.judgedRows, ...rows.left].sort((one, other) => one.row - other.row);
  const ofOutcome = (outcome: JudgedRow['outcome']) => inOrder.filter((row) => row.outcome === outcome);
  const reasons = (judged: readonly JudgedRow[]) => judged.map(({ row, reason }) => ({ row, reason }));
  const refused = ofOutcome('refused');
  return {
    kind: reading.format.kind,
    format: reading.layout.key,
    sheet: reading.sheet.name,
    headerRow: reading.headerRow,
    rowsRead: tally.rowsRead,
    accepted: rows.entries.length,
    refused: reasons(refused),
    ignored: reasons(ofOutcome('ignored')),
    problems: refused.map((row) => shownProblem(row, understood)),
    warnings: Object.fromEntries(byReason(ofOutcome('accepted')).map((group) => [group.reason, group.rows])),
    remarks,
    batch: result.kind === 'cancelled' ? null : result.batch.id,
    alreadyImported: result.kind === 'already_there',
  };
}

/** A file where it lies, with its SHA-256. */
async function fileOnDisk(path: string): Promise<TakenPath | ImportRefusal> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    // Looked at before it is read: a file without end would take as long.
    const { size } = await stat(path);
    if (size > mostBytes) return tooLarge();
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuseFile(
      'cannot_open',
      `The file cannot be read: ${why}. Nothing was stored. Check its name and that it may be read.`,
    );
  }
  return { file: hash.digest('hex'), name: basename(path), bytes, path };
}
