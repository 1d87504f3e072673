import type { CellValue } from './workbook/cell.ts';

/** A row of a file after its columns were matched to the fields of a format. */
export interface MappedRow {
  /** The sheet's own row number. */
  readonly row: number;
  /** The first filled cell of the whole row, also where its column has no field: totals and footers are told by it (D2). */
  readonly first: CellValue;
  /** The cell of a field, text already cleaned (D5); `null` where the field has no column or the cell is empty. */
  cell(field: string): CellValue;
  /** The heading that the user's file gives this field, for messages; the field's own title where it has none. */
  heading(field: string): string;
}

/** A problem in one cell, in words for the person who mends it. */
export interface CellProblem {
  readonly field: string;
  readonly read: string;
  readonly expected: string;
  readonly message: string;
}

/** A remark on a row that was accepted all the same. */
export interface RowWarning {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** What became of one row below the heading: exactly one of the three (definition D1). */
export type RowOutcome<Entry> =
  | { readonly kind: 'accepted'; readonly entry: Entry; readonly warnings: readonly RowWarning[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly problem: CellProblem }
  /** `entry` is kept in the store where a later import may make it count. */
  | { readonly kind: 'ignored'; readonly reason: string; readonly entry?: Entry };

/** A remark that only a later row made possible, such as the first of two rows that share a request id. */
export interface LateWarning extends RowWarning {
  readonly row: number;
}

/**
 * Judges the rows of one file in their order: it remembers what it accepted, so that a later copy is a duplicate (D4).
 * `lateWarnings` is asked once, after the last row.
 */
export interface RowParser<Entry> {
  (row: MappedRow): RowOutcome<Entry>;
  lateWarnings(): readonly LateWarning[];
}
