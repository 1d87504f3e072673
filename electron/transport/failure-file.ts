import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFailure } from './unexpected.ts';

const LIMIT = 1_000_000;

/** What happened and where, without the values that were being stored: a failed query prints them after "params:". */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const text = (error.stack ?? error.message).replace(/^params:[^\n]*$/gimu, 'params: (left out)');
  return error.cause === undefined ? text : `${text}\nbecause ${describe(error.cause)}`;
}

function makeRoom(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT) renameSync(file, `${file}.old`);
}

/** Adds each unexpected failure as one line of JSON to `failures.jsonl` in the data folder; 2 MB at the most, kept local. */
export function failureFile(dataFolder: string, now: () => string): RecordFailure {
  const file = join(dataFolder, 'failures.jsonl');
  return ({ reference, procedure, error }) => {
    try {
      makeRoom(file);
      appendFileSync(file, `${JSON.stringify({ at: now(), reference, procedure, error: describe(error) })}\n`);
    } catch {
      // The caller still gets the reference: a full disk must not turn one failure into two.
    }
  };
}
