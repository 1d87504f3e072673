import { implementation } from './context.ts';
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
      if (!isBusy(error) || !(wasTaken || writeLock.turns > turns)) throw error;
      await writeLock.free();
    }
  }
});
