/** What a compile goes by. */
export interface CompileOptions {
  /** The period compiled; those before it of the same kind are its trend. */
  readonly period: string;
  /** Trusts that are expected, in the order shown; others that returned follow by code. */
  readonly trusts: readonly { readonly code: string; readonly name: string }[];
  /** Counts of people below it are left out. */
  readonly hideBelow: number;
  /** An assessment older than this many years is warned of. */
  readonly assessmentYears: number;
  /** Census days further apart than this are not compared. */
  readonly censusDays: number;
}
