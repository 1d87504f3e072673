import { type Database, inTransaction, type Settled } from '../database/database.ts';

/** Thrown where a run notices that it was cancelled; never leaves the imports. */
export class Cancelled extends Error {}

/** How long other work of the same thread may wait while rows are read, in milliseconds. */
const slice = 25;

const phases = ['reading', 'comparing', 'storing', 'undoing', 'redoing', 'saving'] as const;
export type Phase = (typeof phases)[number];

/** Where what is in the memory: whole numbers, so that two threads may look at them at any time. */
const at = { cancelled: 0, phase: 1, rows: 2, of: 3, milliseconds: 4 } as const;
const unknown = -1;

/** Waits until this thread may write to the store, and answers how to let go of it again. */
export type WriteTurn = () => Promise<() => void>;

const atOnce: WriteTurn = () => Promise.resolve(() => undefined);

/** One piece of work on an import: how far it is, and the wish to stop it, seen alike by the threads that share its memory. */
export class Run {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Int32Array;
  readonly #turn: WriteTurn;
  #startedAt = performance.now();
  #pausedAt = performance.now();

  constructor(memory = new SharedArrayBuffer(Object.keys(at).length * 4), turn: WriteTurn = atOnce) {
    this.memory = memory;
    this.#numbers = new Int32Array(memory);
    this.#turn = turn;
  }

  /** Begins a phase; `of` is the rows that it has to do, where that is known. */
  begin(phase: Phase, of: number | null): void {
    this.#startedAt = performance.now();
    this.#set('phase', phases.indexOf(phase));
    this.#set('rows', 0);
    this.#set('of', of ?? unknown);
    this.#set('milliseconds', 0);
  }

  /** Tells which share of this phase's rows is done, so that all of them can be estimated; null where that is not known. */
  expect(share: number | null): void {
    if (share === null || share <= 0) return;
    this.#set('of', Math.max(this.rows, Math.round(this.rows / share)));
    this.#set('milliseconds', Math.round(performance.now() - this.#startedAt));
  }

  cancel(): void {
    this.#set('cancelled', 1);
  }

  get phase(): Phase {
    return phases[this.#get('phase')] ?? 'reading';
  }

  get rows(): number {
    return this.#get('rows');
  }

  /** Rows of this phase in all; null where they were not counted yet. */
  get of(): number | null {
    const of = this.#get('of');
    return of === unknown ? null : of;
  }

  get secondsLeft(): number | null {
    const { of, rows } = this;
    if (of === null || rows === 0) return null;
    return Math.ceil((this.#get('milliseconds') / 1000 / rows) * Math.max(0, of - rows));
  }

  /** To be called for each row or some of them. Throws Cancelled once that is wished. */
  step(rows = 1): void {
    const done = this.#get('rows') + rows;
    this.#set('rows', done);
    // Looking at the clock for every row would cost more than some of the rows do.
    if (rows === 1 && done % 256 !== 0) return;
    this.#set('milliseconds', Math.round(performance.now() - this.#startedAt));
    this.#check();
  }

  /** To be awaited between pieces of work: lets other work of the thread go on, and throws Cancelled once that is wished. */
  async pause(): Promise<void> {
    this.#check();
    if (performance.now() - this.#pausedAt < slice) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#pausedAt = performance.now();
    this.#check();
  }

  /** Writes to the store as a whole or not at all, once it is this run's turn; a cancelled one leaves nothing. */
  async store<T>(database: Database, work: () => Settled<T>): Promise<T> {
    const letGo = await this.#turn();
    try {
      return inTransaction(database, () => {
        const answer = work();
        this.#check();
        // What is left is one step for SQLite: to put it all on the disk.
        this.begin('saving', this.rows);
        return answer;
      });
    } finally {
      letGo();
    }
  }

  #check(): void {
    if (this.#get('cancelled') === 1) throw new Cancelled('The import was cancelled');
  }

  #get(what: keyof typeof at): number {
    return Atomics.load(this.#numbers, at[what]);
  }

  #set(what: keyof typeof at, value: number): void {
    Atomics.store(this.#numbers, at[what], value);
  }
}
