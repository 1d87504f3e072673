import type { Database } from '../database/database.ts';
import { whyNotSaved } from '../database/not-saved.ts';
import { isBusy } from '../database/write-lock.ts';
import type { Broken } from './chain.ts';
import { endOf, keepEnd, missingEnd, readEnd } from './end.ts';
import { appendEntries, type AuditEntry } from './repository.ts';
import type { Verdict } from './verify.ts';

/** How long what a busy store or a full disk did not take waits until it is tried again, and the end to be kept, in milliseconds. */
const PATIENCE = 500;
/** The same thing looked at again by the same person within this time is one view, in milliseconds. */
const ONE_VIEW = 10 * 60_000;
/** What the chain says of itself where it was found to have lost its end. */
export const END_MISSING = 'audit.endMissing';

interface Place {
  /** Where the newest entry's number and hash are kept: the folder of the store. */
  readonly folder: string;
  readonly now: () => string;
}

/**
 * Writes the audit. What changes something is written with the change, or before its answer is given; so is a view, those
 * that are asked for at once in one transaction.
 */
export class AuditTrail {
  /** What verifying found at this start; null until it is known. */
  verdict: Verdict | null = null;
  /** What was missing of the chain's end when the store was opened; null where nothing was. */
  readonly missing: Broken | null;
  readonly #database: Database;
  readonly #place: Place | null;
  readonly #waiting: AuditEntry[] = [];
  readonly #seen = new Map<string, number>();
  #together: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #keeping: NodeJS.Timeout | undefined;

  constructor(database: Database, place: Place | null = null) {
    this.#database = database;
    this.#place = place;
    this.missing = place === null ? null : this.#lookForEnd(place);
  }

  /** Writes an entry as a part of the transaction that is open. */
  append(entry: AuditEntry): void {
    appendEntries(this.#database, [entry]);
  }

  /** Writes an entry, and those that wait, now. */
  write(entry: AuditEntry): void {
    this.#waiting.push(entry);
    this.flush();
  }

  /**
   * Writes a view, once for the same thing looked at again, together with what else is looked at in the same moment. Settles
   * when it is written; where another thread holds the store, looking does not wait for it.
   */
  note(entry: AuditEntry): Promise<void> {
    const key = JSON.stringify([entry.who, entry.kind, entry.what, entry.trust, entry.record]);
    const [last, at] = [this.#seen.get(key), Date.parse(entry.at)];
    if (last !== undefined && at >= last && at - last < ONE_VIEW) return Promise.resolve();
    this.#seen.set(key, at);
    this.#waiting.push(entry);
    this.#together ??= new Promise<void>((settle) => setImmediate(settle)).then(() => {
      this.#together = undefined;
      this.flush();
    });
    return this.#together;
  }

  /** Writes what waits. Where an import holds the store, it goes on waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0 || !this.#database.sqlite.open) return;
    try {
      appendEntries(this.#database, this.#waiting);
      this.#waiting.length = 0;
      this.grew();
    } catch (error) {
      // What was done is done: its entry waits in memory until the disk takes it.
      if (!isBusy(error) && whyNotSaved(error) === undefined) throw error;
      this.#timer ??= setTimeout(() => this.flush(), PATIENCE).unref();
    }
  }

  /** The chain has a new end, which is kept beside the store a moment later and at closing. */
  grew(): void {
    if (this.#place !== null) this.#keeping ??= setTimeout(() => this.#keepEnd(), PATIENCE).unref();
  }

  /** Writes what waits, and keeps the end: the last thing before the store is closed. */
  close(): void {
    this.flush();
    if (this.#keeping !== undefined) this.#keepEnd();
  }

  #keepEnd(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    if (this.#place === null || !this.#database.sqlite.open) return;
    const end = endOf(this.#database.sqlite);
    if (end !== null) keepEnd(this.#place.folder, end);
  }

  /** Looked at before anything is added, which would move the kept end; what is missing is told of in the chain itself. */
  #lookForEnd({ folder, now }: Place): Broken | null {
    const kept = readEnd(folder);
    const missing = kept && missingEnd(this.#database.sqlite, kept, 'the note beside the store');
    if (kept === null || missing === null) return null;
    const record = `chain ${kept.chain}, entries ${missing.number} to ${kept.number}`;
    const facts = { kind: 'session', what: END_MISSING, trust: null, record } as const;
    this.write({ at: now(), who: 'The planner', role: 'editor', ...facts });
    return missing;
  }
}
