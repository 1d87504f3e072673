import type { Mapping } from '#contract';
import type { Context } from '../context.ts';
import type { BatchRow } from './batches.ts';
import { type ImportOptions, importForCommandLine } from './command-line.ts';
import { type CommitOptions, importFile } from './commit.ts';
import type { TakenPath } from './desk.ts';
import { changesOfFile } from './compare/changes.ts';
import { inspectFile } from './inspect.ts';
import { previewFile } from './preview.ts';
import { mendingJobs } from './mending-jobs.ts';
import { problemsPage } from './problems-page.ts';
import { forgetReading } from './reading.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import type { Run } from './run.ts';
import { previewUndo, redoImport, type UndoOptions, undoImport } from './undo.ts';

/** A file, whose it is to be, and how it is to be read. */
export interface FileInput {
  readonly trustId: number;
  readonly file: TakenPath;
  readonly mapping: Mapping;
}

/**
 * The heavy work of imports, each with its input, as the thread that does it knows it: what goes in and comes out is
 * plain data that can go from one thread to another.
 */
export const jobs = {
  inspect: (context: Context, { trustId, file, mapping }: FileInput) => inspectFile(context, trustId, file, mapping),

  preview: (context: Context, { trustId, file, mapping }: FileInput, run: Run) =>
    previewFile(context, trustId, file, mapping, run),

  problems: problemsPage,

  changes: changesOfFile,

  ...mendingJobs,

  async commit(context: Context, { trustId, file, mapping, ...options }: FileInput & CommitOptions, run: Run) {
    const outcome = await importFile(context, trustId, file, mapping, options, run);
    return isRefusal(outcome) ? outcome : outcome.result;
  },

  /** A file of this PC, imported as the command line does. */
  importFromDisk: (context: Context, { path, ...options }: ImportOptions & { readonly path: string }, run: Run) =>
    importForCommandLine(context, path, options, run),

  undoPreview: (context: Context, row: BatchRow) => Promise.resolve(previewUndo(context, row)),

  undo: (context: Context, { row, ...options }: { row: BatchRow } & UndoOptions, run: Run) =>
    undoImport(context, row, options, run),

  redo: (context: Context, row: BatchRow, run: Run) => redoImport(context, row, run),

  /** Lets go of what is kept in memory of a file. */
  forget(context: Context, file: string): Promise<null> {
    forgetReading(context.database, file);
    return Promise.resolve(null);
  },
};

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[1];
/** What a job answers: its outcome, a refusal, or null where it was cancelled. */
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>> | ImportRefusal | null;
