/** A row of a file of monthly counts: one count of a unit and month, or several. */
export interface CountEntry {
  /** Row of the sheet. */
  readonly row: number;
  readonly unit: string;
  readonly counts: readonly {
    /** The first day of the month. */
    readonly date: string;
    /** Key of a red flag or of another count of the pack, or of a flag of the trust's own. */
    readonly counted: string;
    readonly count: number;
  }[];
}
