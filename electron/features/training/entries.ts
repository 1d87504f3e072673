/** In place of the key of a course: the name counts as none, until the trust says which. */
export const noCourse = '';

/** A row of a file of training compliance: a competence of one person. Dates are 'YYYY-MM-DD'. */
export interface TrainingEntry {
  /** Row of the sheet. */
  readonly row: number;
  /** Employee number, eight digits (D7). */
  readonly person: string;
  /** Assignment number with its suffix. */
  readonly assignment: string;
  readonly name: string | null;
  /** The day on which the file was made: nothing in it was achieved later. */
  readonly day: string;
  /** The competence's name as the staff record spells it. */
  readonly competence: string;
  /** Key of the course that it counts as, or `noCourse`. */
  readonly course: string;
  /** Null where it was not achieved yet. */
  readonly achieved: string | null;
  /** Last day that counts, as printed, else worked out (D26); null where neither can be. */
  readonly expiry: string | null;
  /** What the file's own flag says; null where it says nothing. */
  readonly meets: 0 | 1 | null;
  /** Headings of its columns, in a file with a column for each course; else null. */
  readonly columns: string | null;
  /**
   * How it is known to be in date: by its dates (D26); by its last day, where the file gives no day of training; or, with
   * no date at all, by the file's word for it.
   */
  readonly knownBy: 'dates' | 'expiry' | 'flag';
}
