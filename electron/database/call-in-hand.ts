import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database as Sqlite } from 'better-sqlite3';

/** A call that changes something, for as long as it is answered: what is kept of it is saved together with what it does. */
export interface CallInHand {
  /** Takes down which change of the history is being made or undone. */
  readonly touches: (changeId: number) => void;
  /** Writes the call's entry as the last part of a transaction; false where it was written before. */
  readonly within: (sqlite: Sqlite, answer: unknown) => boolean;
  /** The transaction that had the entry in it has been committed. */
  readonly committed: () => void;
  /** Writes that it has begun, before another thread does what it asks for. */
  readonly begun: () => void;
}

/** The call that the code which asks belongs to, also after it has waited for something. */
export const callInHand = new AsyncLocalStorage<CallInHand>();
