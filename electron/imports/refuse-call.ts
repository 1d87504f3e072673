import { ORPCError } from '@orpc/server';
import type { Context } from '../context.ts';
import { type BatchRow, findBatch } from './batches.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';

const statusOf: Record<ImportRefusal['code'], number> = {
  FILE_REFUSED: 422,
  MAPPING_WRONG: 422,
  FILE_GONE: 404,
  CHOICE_NEEDED: 409,
  COLUMNS_NEEDED: 409,
  DATE_NEEDED: 409,
  OVERLAP: 409,
  LATER_IMPORTS: 409,
  CANNOT_REDO: 409,
  IMPORT_UNDONE: 409,
  WORK_LOST: 409,
};

/** The outcome; throws a refusal as the contract declares it. */
export function orRefuse<Outcome>(outcome: Outcome | ImportRefusal): Exclude<Outcome, ImportRefusal> {
  if (!isRefusal(outcome)) return outcome as Exclude<Outcome, ImportRefusal>;
  const { code, message } = outcome;
  const data = 'data' in outcome ? outcome.data : undefined;
  throw new ORPCError(code, { defined: true, status: statusOf[code], message, ...(data && { data }) });
}

/** The outcome; refuses where what has no answer without it was stopped. */
export function orCancelled<Outcome>(outcome: Outcome | null): Outcome {
  if (outcome !== null) return outcome;
  const message = 'That was stopped before it was finished. Nothing was changed: ask for it again.';
  throw new ORPCError('WORK_LOST', { defined: true, status: 409, message });
}

/** The import of that id; throws the refusal where there is none. */
export function requireBatch({ database }: Context, id: number): BatchRow {
  const row = findBatch(database, id);
  if (row) return row;
  throw new ORPCError('NOT_THERE', {
    defined: true,
    status: 404,
    message: `There is no import ${id}. Open the list of imports again.`,
  });
}
