import { ORPCError } from '@orpc/client';
import type { FirstRows } from '#contract';

/** The first rows of a file whose headings are not known, to say what it is by; null where it was refused otherwise, or not. */
export function firstRowsIn(error: unknown): readonly FirstRows[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'FILE_REFUSED') return null;
  return (error.data as { sheets?: readonly FirstRows[] } | undefined)?.sheets ?? null;
}
