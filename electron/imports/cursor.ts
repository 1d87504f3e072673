import { cleanText } from './clean/text.ts';
import { clockOfDays } from './clean/times.ts';
import type { MappedRow } from './row.ts';
import { type KeptCell, keptCell } from './kept-cell.ts';
import type { Veil } from './veil.ts';
import type { CellValue, SheetRow } from './workbook/cell.ts';

/** Cells that a person mended, by row and field. */
export type Mends = ReadonlyMap<number, ReadonlyMap<string, CellValue>>;

export interface Columns {
  /** Field to the place of its column, from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** Field to the heading that the file gives it, or the field's own title. */
  readonly headings: ReadonlyMap<string, string>;
  /** Fields that hold a length of time, such as hours a week. */
  readonly lengths: ReadonlySet<string>;
}

/** The errors of a spreadsheet, which a text file or a pasted column holds as plain text (D3). */
const sheetErrors = new Set(['#REF!', '#N/A', '#DIV/0!', '#NAME?', '#VALUE!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!']);

/** A cell as fields are read from it (D5): text cleaned, text without a letter left is no value. */
export function cleanCell(cell: CellValue | undefined): CellValue {
  if (typeof cell !== 'string') return cell ?? null;
  const text = cleanText(cell);
  if (text.startsWith('#') && sheetErrors.has(text.toUpperCase())) return { error: text };
  return text === '' ? null : text;
}

/** A row of totals has its word and a few sums. */
const fewCells = 4;

/** The first cell of a row; where that is a number and the row has few cells, as one of sums has, the word that says so. */
export function firstWord(values: readonly CellValue[]): CellValue {
  let place = 0;
  let first: CellValue = null;
  while (first === null && place < values.length) first = cleanCell(values[place++]);
  if (typeof first !== 'number') return first;
  let word: CellValue = null;
  for (let others = 0; place < values.length; place += 1) {
    const cell = cleanCell(values[place]);
    if (cell === null) continue;
    others += 1;
    if (others > fewCells) return first;
    if (typeof cell === 'string') word ??= cell;
  }
  return word ?? first;
}

/** Looks at one row of a sheet after another through the fields of a format; a row seen through it is gone with the next. */
export class RowCursor implements MappedRow {
  #sheetRow: SheetRow | undefined;
  /** The cells as they may be read and kept: all of them, but for names that are to be dropped. */
  #values: readonly CellValue[] = [];
  #mended: ReadonlyMap<string, CellValue> | undefined;
  readonly #columns: Columns;
  readonly #mends: Mends;
  readonly #veil: Veil | null;

  constructor(columns: Columns, mends: Mends, veil: Veil | null = null) {
    this.#columns = columns;
    this.#mends = mends;
    this.#veil = veil;
  }

  /** Turns to a row; false where it holds no value and so is no row of the file (D1). */
  turnTo(row: SheetRow): boolean {
    this.#sheetRow = row;
    this.#values = this.#veil === null ? row.values : this.#veil.over(row.values);
    this.#mended = this.#mends.size === 0 ? undefined : this.#mends.get(row.row);
    for (const cell of row.values)
      if (cell !== null && (typeof cell !== 'string' || cleanCell(cell) !== null)) return true;
    return false;
  }

  get row(): number {
    return this.#sheetRow?.row ?? 0;
  }

  /** In a row of few cells that begins with a sum, the word that says so: columns are moved in some files. */
  get first(): CellValue {
    return firstWord(this.#sheetRow?.values ?? []);
  }

  cell(field: string): CellValue {
    const mended = this.#mended?.get(field);
    if (mended !== undefined) return mended;
    const cell = this.asRead(field);
    return typeof cell === 'number' && this.#columns.lengths.has(field) ? this.#lengthOf(field, cell) : cell;
  }

  /** A length that the sheet shows as a clock is a number of days to it: said as its clock, 37:30, it is never mistaken. */
  #lengthOf(field: string, days: number): CellValue {
    const kind = this.#sheetRow?.kindOf(this.#columns.places.get(field) ?? 0);
    return kind === 'duration' || kind === 'time' ? clockOfDays(days) : days;
  }

  /** The cell as the file has it, whatever was mended. */
  asRead(field: string): CellValue {
    const place = this.#columns.places.get(field);
    return place === undefined ? null : cleanCell(this.#values[place]);
  }

  heading(field: string): string {
    return this.#columns.headings.get(field) ?? field;
  }

  /** The row's cells by column, as the file has them and its sheet shows them. */
  get kept(): readonly KeptCell[] {
    const row = this.#sheetRow;
    if (row === undefined) return [];
    return this.#values.map((cell, place) => keptCell(cell, row.kindOf(place)));
  }

  /** The cell of a field as the file has it and its sheet shows it. */
  keptOf(field: string): KeptCell {
    const place = this.#columns.places.get(field);
    return place === undefined ? null : keptCell(this.asRead(field), this.#sheetRow?.kindOf(place) ?? 'number');
  }
}
