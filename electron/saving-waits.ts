import { ORPCError } from '@orpc/server';
import { implementation } from './context.ts';
import { accessRefusals } from './contract/access.ts';
import { whyNotSaved } from './database/not-saved.ts';
import { isBusy } from './database/write-lock.ts';

/**
 * A call that would save while an import is being stored waits for it without holding up any other call. Its first write
 * fails at once and has changed nothing: the lock changes hands between two calls, never within a handler that writes.
 * So the call is simply made again when the lock is free.
 */
export const savingWaits = implementation.middleware(async ({ context, next }) => {
  const { writeLock } = context;
  for (;;) {
    const wasTaken = writeLock.isTaken;
    const { turns } = writeLock;
    try {
      return await next();
    } catch (error) {
      if (!isBusy(error) || !(wasTaken || writeLock.turns > turns)) {
        const why = whyNotSaved(error);
        if (why === undefined) throw error;
        throw new ORPCError('NOT_SAVED', { defined: true, status: accessRefusals.NOT_SAVED.status, message: why });
      }
      await writeLock.free();
    }
  }
});
