/** What a thread tells of a failure: what it was for the record, and the code of SQLite or of the file system, if it has one. */
export interface ThreadFailure {
  readonly stack: string;
  readonly code: string | null;
}

/** A failure, so that it can be told to another thread. */
export function failureOf(error: unknown): ThreadFailure {
  if (!(error instanceof Error)) return { stack: String(error), code: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { stack: error.stack ?? error.message, code };
}

/**
 * The failure as this thread throws it: whoever asked is told why it was not saved. A file that was busy for a thread, which
 * waits for others by itself, was held by another program: the call is not made again and again, as this thread's own would be.
 */
export function thrownIn(thread: string, { stack, code }: ThreadFailure): Error {
  const error = new Error(`In the ${thread} thread: ${stack}`);
  if (code === null) return error;
  return Object.assign(error, { code: code.startsWith('SQLITE_BUSY') ? 'SQLITE_LOCKED' : code });
}
