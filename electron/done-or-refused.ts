import { ORPCError } from '@orpc/server';
import { CANNOT_UNDO } from './contract/changes.ts';
import type { StepOutcome } from './database/history.ts';

/** What an undo or redo answers; throws the contract's refusal where it could not be done. */
export function doneOrRefused(outcome: StepOutcome): { label: string | null } {
  if (outcome.kind === 'refused')
    throw new ORPCError('CANNOT_UNDO', { defined: true, status: CANNOT_UNDO.status, message: outcome.message });
  return { label: outcome.label };
}
