import { ORPCError } from '@orpc/server';

/** A refusal of the command line itself: a wrong form, a file that is not there. */
export class CommandRefusal extends Error {}

/** The one sentence that standard error gets. */
export function refusalSentence(error: unknown): string {
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const data = error.data as { issues?: { path?: PropertyKey[]; message: string }[] } | undefined;
    const issues = (data?.issues ?? []).map(
      ({ path, message }) => `${(path ?? []).map(String).join('.') || 'input'}: ${message}`,
    );
    return issues.length > 0 ? issues.join(' ') : error.message;
  }
  if (error instanceof ORPCError || error instanceof CommandRefusal) return error.message;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message;
  return `Something unexpected went wrong; the store is as it was. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
