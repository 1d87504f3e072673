/** A cell whose cached value is an error, such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

/**
 * What one cell holds, as the sheet stores it. Dates and times stay the sheet's own number (a serial in days) until a
 * field's parser reads them: a conversion here would lose the difference between a date, a time and a plain number.
 * A formula cell has its cached value. `null` is an empty cell.
 */
export type CellValue = string | number | boolean | CellError | null;

/** How the sheet shows a number: told by its number format, so a plain `number` may still be a date to a field. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time' | 'datetime' | 'duration';

/** One row of a sheet. Column 1 is `values[0]`; trailing empty cells are left out. */
export interface SheetRow {
  /** The sheet's own row number, from 1; for a text file the line on which the record starts. */
  readonly row: number;
  readonly values: readonly CellValue[];
  /** How the number in that column (from 0) is shown; `number` where it is not a number. */
  kindOf(column: number): NumberKind;
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}
