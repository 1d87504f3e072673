import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { CellProblemShown, Mapping, OverlapAnswer, Remark } from '#contract';
import type { Context } from '../context.ts';
import type { DatePeriod } from '../core/dates.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { type CommitOutcome, importFile } from './commit.ts';
import type { TakenPath } from './desk.ts';
import { byReason, shownProblem } from './problems.ts';
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
}

/** Imports a file of this PC for a script, as the screens would. What a mapping says is not remembered. */
export async function importForCommandLine(
  context: Context,
  path: string,
  options: ImportOptions,
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
  const outcome = await importFile(context, id, file, mapping, { overlap, remember: false, rows: null, dryRun });
  if (outcome === null) throw new Error('An import of the command line was cancelled');
  return isRefusal(outcome) ? outcome : reportOf(outcome);
}

function reportOf({ result, understood, tally, remarks }: CommitOutcome): ImportReport {
  const { reading } = understood;
  const inOrder = [...tally.judgedRows].sort((one, other) => one.row - other.row);
  const ofOutcome = (outcome: JudgedRow['outcome']) => inOrder.filter((row) => row.outcome === outcome);
  const reasons = (rows: readonly JudgedRow[]) => rows.map(({ row, reason }) => ({ row, reason }));
  const refused = ofOutcome('refused');
  return {
    kind: reading.format.kind,
    format: reading.layout.key,
    sheet: reading.sheet.name,
    headerRow: reading.headerRow,
    rowsRead: tally.rowsRead,
    accepted: tally.acceptedRows,
    refused: reasons(refused),
    ignored: reasons(ofOutcome('ignored')),
    problems: refused.map((row) => shownProblem(row, understood)),
    warnings: Object.fromEntries(byReason(ofOutcome('accepted')).map(({ reason, rows }) => [reason, rows])),
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
