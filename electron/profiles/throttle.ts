/** Tries that cost nothing: a finger that slips. */
const FREE = 3;
const FIRST_SECONDS = 5;
const MOST_SECONDS = 900;

/** How long to wait after so many wrong tries one after the other, in seconds: 5, 10, 20 … to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(FIRST_SECONDS * 2 ** (failures - FREE), MOST_SECONDS);
}

/**
 * Holds up tries. The number of wrong ones is in the store; how long ago the last was is measured from a clock that nobody
 * can set, which begins anew with the planner. So a restart begins the wait again, and setting the PC's clock does nothing.
 */
export class Throttle {
  readonly #elapsed: () => number;
  readonly #start: number;
  readonly #last = new Map<number, number>();

  /** `elapsed`: milliseconds by a clock that only goes forward. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#start = elapsed();
  }

  /** Whole seconds until this profile may try again. */
  secondsLeft(profile: number, failures: number): number {
    const since = this.#elapsed() - (this.#last.get(profile) ?? this.#start);
    return Math.max(0, Math.ceil(waitAfter(failures) - since / 1000));
  }

  tried(profile: number): void {
    this.#last.set(profile, this.#elapsed());
  }
}
