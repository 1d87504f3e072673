import type { Database } from '../database/database.ts';
import { whyNotSaved } from '../database/not-saved.ts';
import { codeOf } from '../database/refusal.ts';
import { isBusy } from '../database/write-lock.ts';
import type { Broken } from './chain.ts';
import { endOf, keepEnd, missingEnd, readEnd } from './end.ts';
import { appendEntries, type AuditEntry, newestEntries } from './repository.ts';
import type { Verdict } from './verify.ts';
import { WaitingEntries } from './waiting.ts';

/** How long what a busy store or a full disk did not take waits until it is tried again, and the end to be kept, in milliseconds. */
const PATIENCE = 500;
/** The same thing looked at again by the same person within this time is one view, in milliseconds. */
const ONE_VIEW = 10 * 60_000;
/** So many entries others may have written between those that waited and the newest one. */
const MANY = 1000;
/** What the chain says of itself where it was found to have lost its end. */
export const END_MISSING = 'audit.endMissing';
/** What it says where what waited beside the store cannot be read. */
const WAITING_UNREAD = 'audit.waitingUnread';

const wordsOf = ({ at, who, role, kind, what, trust, record }: AuditEntry) =>
  JSON.stringify([at, who, role, kind, what, trust, record]);

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
  /** What waits, and must outlive this process. */
  readonly #beside: WaitingEntries | null;
  readonly #seen = new Map<string, number>();
  #together: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #keeping: NodeJS.Timeout | undefined;

  constructor(database: Database, place: Place | null = null) {
    this.#database = database;
    this.#place = place;
    this.#beside = place === null ? null : new WaitingEntries(database, place.folder);
    this.missing = place === null ? null : this.#lookForEnd(place);
    // What waited when the planner was last ended without warning.
    this.flush();
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
   * when it is on the disk; where another thread holds the store, looking does not wait for it, and the entry waits beside.
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

  /** Writes what waits. Where an import holds the store, it goes on waiting in a file beside it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const isBeside = this.#beside?.areThere === true;
    if ((this.#waiting.length === 0 && !isBeside) || !this.#database.sqlite.open) return;
    if (!this.#unlessBusy(() => this.#appendAll(isBeside))) {
      this.#timer ??= setTimeout(() => this.flush(), PATIENCE).unref();
      this.#unlessBusy(() => this.#keepBeside());
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

  #appendAll(isBeside: boolean): void {
    const kept = isBeside ? this.#readBeside() : [];
    appendEntries(this.#database, [...kept, ...this.#waiting]);
    this.#waiting.length = 0;
    if (isBeside) this.#beside?.clear();
    this.grew();
  }

  #readBeside(): AuditEntry[] {
    try {
      const kept = this.#beside?.read() ?? [];
      // A kill between writing them and clearing the file leaves them in both.
      const newest = new Set(newestEntries(this.#database, kept.length + MANY).map(wordsOf));
      return kept.filter((entry) => !newest.has(wordsOf(entry)));
    } catch (error) {
      const isDamaged = ['damaged', 'not_ours'].includes(codeOf(error) ?? '');
      if (!isDamaged || this.#place === null) throw error;
      return [this.#ofPlanner(this.#place, WAITING_UNREAD, null)];
    }
  }

  #keepBeside(): void {
    if (this.#beside === null || this.#waiting.length === 0) return;
    this.#beside.keep(this.#waiting);
    this.#waiting.length = 0;
  }

  /** False where another connection, or the disk, stood in the way: what was done is done, and its entry waits. */
  #unlessBusy(write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      if (!isBusy(error) && whyNotSaved(error) === undefined) throw error;
      return false;
    }
  }

  #keepEnd(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    if (this.#place === null || !this.#database.sqlite.open) return;
    const end = endOf(this.#database.sqlite);
    if (end !== null) keepEnd(this.#place.folder, end);
  }

  /** Looked at before anything is added, which would move the kept end; what is missing is told of in the chain itself. */
  #lookForEnd(place: Place): Broken | null {
    const kept = readEnd(place.folder);
    const missing = kept && missingEnd(this.#database.sqlite, kept, 'the note beside the store');
    if (kept === null || missing === null) return null;
    const record = `chain ${kept.chain}, entries ${missing.number} to ${kept.number}`;
    this.write(this.#ofPlanner(place, END_MISSING, record));
    return missing;
  }

  #ofPlanner({ now }: Place, what: string, record: string | null): AuditEntry {
    return { at: now(), who: 'The planner', role: 'editor', kind: 'session', what, trust: null, record };
  }
}
