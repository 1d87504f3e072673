import { formulaLike } from './text.ts';
import type { MappedRow, RowWarning } from '../row.ts';
import { type CellValue, isCellError } from '../workbook/cell.ts';
import { type Refused, refuse, warning } from './refuse.ts';

/** Reads the cells of one row, and notes on the way what D3 and D5 say of any cell. */
export class RowReader {
  readonly warnings: RowWarning[] = [];
  /** The refusal for the first error among the cells; errors in free text refuse nothing. */
  error: Refused | undefined;
  readonly #row: MappedRow;

  constructor(row: MappedRow) {
    this.#row = row;
  }

  /** The cell of a field that means something to a figure. */
  cell(field: string): CellValue {
    const cell = this.freeText(field);
    if (isCellError(cell)) {
      const message = 'is an error of the workbook. Mend the formula there.';
      this.error ??= refuse(this.#row, 'cell_error', field, cell, 'a value', message);
    }
    return cell;
  }

  /** The cell of a field that is read and shown only. Text that a spreadsheet would run is remarked on. */
  freeText(field: string): CellValue {
    const cell = this.#row.cell(field);
    if (typeof cell !== 'string') return cell;
    if (formulaLike(cell)) {
      const heading = this.#row.heading(field);
      const message = `The text in "${heading}" looks like a formula. It is kept as text and never run.`;
      this.warnings.push(warning('formula_like_text', field, message));
    }
    return cell === '' ? null : cell;
  }
}
