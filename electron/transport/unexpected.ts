import { randomBytes } from 'node:crypto';
import { ORPCError } from '@orpc/server';

/** Keeps what went wrong where only this PC can read it. */
export type RecordFailure = (failure: { reference: string; procedure: string; error: unknown }) => void;

interface Call<T> {
  readonly path: readonly string[];
  next(): Promise<T>;
}

const isExpected = (error: unknown) => error instanceof ORPCError && error.status < 500;

/**
 * Lets declared refusals and problems with what was asked through as they are. Anything else is a bug: it is recorded,
 * and the caller learns a reference to quote and nothing of what lay inside (no stack, no file name, no SQL).
 */
export function hideUnexpected(record: RecordFailure) {
  return async <T>({ path, next }: Call<T>): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      if (isExpected(error)) throw error;
      const reference = randomBytes(3).toString('hex').toUpperCase();
      record({ reference, procedure: path.join('.'), error });
      throw new ORPCError('INTERNAL_SERVER_ERROR', {
        message: `Something went wrong that should not have. What you saved is safe. Quote reference ${reference} if you report it.`,
        data: { reference },
      });
    }
  };
}
