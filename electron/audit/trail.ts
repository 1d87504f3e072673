import type { Database } from '../database/database.ts';
import { whyNotSaved } from '../database/not-saved.ts';
import { isBusy } from '../database/write-lock.ts';
import { appendEntries, type AuditEntry } from './repository.ts';
import type { Verdict } from './verify.ts';

/** How long views may wait to be written together, in milliseconds. */
const PATIENCE = 500;
/** The same thing looked at again by the same person within this time is one view, in milliseconds. */
const ONE_VIEW = 10 * 60_000;

/**
 * Writes the audit. What changes something is written before its answer is given; views are written together a moment
 * later, so that looking costs nothing, and at the latest when the store is closed.
 */
export class AuditTrail {
  /** What verifying found at this start; null until it is known. */
  verdict: Verdict | null = null;
  readonly #database: Database;
  readonly #waiting: AuditEntry[] = [];
  readonly #seen = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes an entry, and those that wait, now. */
  write(entry: AuditEntry): void {
    this.#waiting.push(entry);
    this.flush();
  }

  /** Takes a view down, to be written with others; once for the same thing looked at again. */
  note(entry: AuditEntry): void {
    const key = JSON.stringify([entry.who, entry.kind, entry.what, entry.trust, entry.record]);
    const [last, at] = [this.#seen.get(key), Date.parse(entry.at)];
    if (last !== undefined && at >= last && at - last < ONE_VIEW) return;
    this.#seen.set(key, at);
    this.#waiting.push(entry);
    this.#later();
  }

  /** Writes what waits. Where an import holds the store, it goes on waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0 || !this.#database.sqlite.open) return;
    try {
      appendEntries(this.#database, this.#waiting);
      this.#waiting.length = 0;
    } catch (error) {
      // What was done is done: its entry waits in memory until the disk takes it.
      if (!isBusy(error) && whyNotSaved(error) === undefined) throw error;
      this.#later();
    }
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.flush(), PATIENCE).unref();
  }
}
