import { ORPCError } from '@orpc/client';
import { ConnectionLost } from './connection-lost.ts';

/**
 * What to tell a person about a failed call: a refusal's own sentence, that nobody answers, so that she looks before she does
 * it again, or that it was unexpected and nothing was changed.
 */
export function sentence(error: unknown): string {
  if (error instanceof ORPCError && error.status < 500 && error.code !== 'BAD_REQUEST') return error.message;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST')
    return fieldProblems(error)[0]?.message ?? error.message;
  if (error instanceof ConnectionLost) return error.message;
  return 'Something unexpected went wrong. What you saved before is safe. Try again; if it happens again, restart the app.';
}

/** The cells that a call refused, with what is wrong; none where something else went wrong. */
export function refusedCells<Problem>(error: unknown): readonly Problem[] {
  if (!(error instanceof ORPCError) || error.code !== 'CELLS_REFUSED') return [];
  return (error.data as { problems: Problem[] }).problems;
}

export interface FieldProblem {
  field: string;
  message: string;
}

/** The problems that the contract found in what was typed, or that of a refusal which names its field, by field. */
export function fieldProblems(error: unknown): FieldProblem[] {
  if (!(error instanceof ORPCError)) return [];
  if (error.code !== 'BAD_REQUEST') {
    const field = (error.data as { field?: unknown } | null | undefined)?.field;
    return typeof field === 'string' ? [{ field, message: error.message }] : [];
  }
  const data = error.data as { issues?: { path?: (string | number)[]; message: string }[] } | undefined;
  return (data?.issues ?? []).map(({ path, message }) => ({ field: (path ?? []).join('.'), message }));
}
