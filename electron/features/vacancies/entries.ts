/** A post that is to be filled, as a vacancy tracker has it. Dates are 'YYYY-MM-DD'; what has not happened is null. */
export interface VacancyEntry {
  /** Row of the sheet. */
  readonly row: number;
  /** The day as on which the tracker says how things stand. */
  readonly day: string;
  readonly vacancyRef: string | null;
  readonly post: string | null;
  /** '2' to '9' or '8a' to '8d'; null where none could be read. */
  readonly band: string | null;
  readonly unit: string | null;
  /** Hundred-thousandths. */
  readonly wte: number;
  readonly reason: string | null;
  readonly approved: string | null;
  readonly advertised: string | null;
  readonly offered: string | null;
  readonly start: string | null;
  /** A code of `stages`, or the tracker's own word. */
  readonly stage: string | null;
  /** A code of `sources`, or the tracker's own word. */
  readonly source: string | null;
  readonly notes: string | null;
}
