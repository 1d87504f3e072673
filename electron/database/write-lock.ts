import type { Database } from './database.ts';

/** How long a connection waits for another process that writes, in milliseconds. */
const patience = 5000;

/**
 * Who may write to the store while another thread of this process does: one at a time. As long as the lock is taken, this
 * thread's own connection waits for nothing, because SQLite would wait on the spot and answer nobody: a write fails at
 * once with SQLITE_BUSY, having written nothing, and is tried again when the lock is free.
 */
export class WriteLock {
  /** How often it was taken. */
  turns = 0;
  readonly #database: Database;
  #last: Promise<void> = Promise.resolve();
  #taken = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  get isTaken(): boolean {
    return this.#taken > 0;
  }

  /** Waits for its turn, and answers how to let go, which may be called twice. */
  async take(): Promise<() => void> {
    this.#taken += 1;
    this.turns += 1;
    const before = this.#last;
    let settle = () => undefined as void;
    this.#last = new Promise((resolve) => {
      settle = resolve;
    });
    await before;
    this.#wait(0);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#taken -= 1;
      if (this.#taken === 0) this.#wait(patience);
      settle();
    };
  }

  /** Settles when nobody holds the lock or waits for it. */
  async free(): Promise<void> {
    while (this.isTaken) await this.#last;
  }

  #wait(milliseconds: number): void {
    const { sqlite } = this.#database;
    if (sqlite.open) sqlite.pragma(`busy_timeout = ${milliseconds}`);
  }
}

/** True for the failure of a write that another connection stood in the way of: nothing was written. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) || isBusy(error.cause);
}
