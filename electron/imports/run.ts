/** Thrown where a run notices that it was cancelled; never leaves the imports. */
export class Cancelled extends Error {}

/** How long other calls may wait while rows are read, in milliseconds. */
const slice = 25;

/** One reading of a file: how far it is, and the wish to stop it. */
export class Run {
  phase: 'reading' | 'storing' = 'reading';
  rows = 0;
  /** Rows of the file, once they have been counted. */
  of: number | null;
  readonly #startedAt = performance.now();
  #pausedAt = performance.now();
  #cancelled = false;

  constructor(of: number | null) {
    this.of = of;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  get secondsLeft(): number | null {
    if (this.of === null || this.rows === 0) return null;
    const seconds = (performance.now() - this.#startedAt) / 1000;
    return Math.ceil((seconds / this.rows) * Math.max(0, this.of - this.rows));
  }

  /** To be awaited between pieces of work: lets other calls be answered, and throws Cancelled once that is wished. */
  async pause(): Promise<void> {
    if (this.#cancelled) throw new Cancelled('The import was cancelled');
    if (performance.now() - this.#pausedAt < slice) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#pausedAt = performance.now();
    if (this.#cancelled) throw new Cancelled('The import was cancelled');
  }
}
