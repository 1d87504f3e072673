import type { CellValue, NumberKind, SheetRow } from './cell.ts';
import { LAST_COLUMN, type Limits } from './limits.ts';
import { refuse } from './refusal.ts';

const KINDS: readonly NumberKind[] = ['number', 'percent', 'date', 'time', 'datetime', 'duration'];
const BLOCK = 2 ** 15;
/** A new row starts as a copy as wide as the row before: cheaper than growing it. */
const EMPTY: readonly CellValue[] = Array.from({ length: LAST_COLUMN }, () => null);

/** A kind as the small number in which rows keep it. */
export function kindCode(kind: NumberKind): number {
  return KINDS.indexOf(kind);
}

/** A row whose kinds lie in a block that it shares with its neighbours. */
class BuiltRow implements SheetRow {
  readonly row: number;
  readonly values: readonly CellValue[];
  readonly #kinds: Uint8Array;
  readonly #start: number;

  constructor(row: number, values: readonly CellValue[], kinds: Uint8Array, start: number) {
    this.row = row;
    this.values = values;
    this.#kinds = kinds;
    this.#start = start;
  }

  kindOf(column: number): NumberKind {
    return column < this.values.length ? KINDS[this.#kinds[this.#start + column]!]! : 'number';
  }
}

/** Puts cells together to rows, in whatever order they come, and watches the limits of a sheet. */
export class RowBuilder {
  /** The number of the row begun last. */
  row = 0;
  readonly #limits: Limits;
  #values: CellValue[] = EMPTY.slice(0, 0);
  #kinds = new Uint8Array(0);
  #start = 0;
  #width = 0;
  #done: SheetRow[] = [];
  #rowCount = 0;
  readonly #used = new Uint8Array(LAST_COLUMN);
  #usedCount = 0;
  #characters = 0;
  #wideCells = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#startBlock();
  }

  begin(row: number): void {
    if (row > this.#limits.rows || ++this.#rowCount > this.#limits.rows) {
      refuse('too_large', `The sheet has more than ${this.#limits.rows} rows.`);
    }
    this.row = row;
  }

  /** `column` counts from 0 and is below LAST_COLUMN; a second value for the same cell replaces the first. */
  put(column: number, value: CellValue, kind: number): void {
    if (this.#used[column] === 0) this.#use(column);
    const isNew = column >= this.#width;
    if (isNew) this.#width = column + 1;
    while (this.#values.length <= column) this.#values.push(null);
    this.#values[column] = value;
    // A new block holds noughts, and a nought is the commonest kind.
    if (kind !== 0 || !isNew) this.#kinds[this.#start + column] = kind;
  }

  putText(column: number, text: string): void {
    this.#characters += text.length;
    this.put(column, text, 0);
  }

  /** Ends the row; one without a value is left out. */
  finish(): void {
    const width = this.#width;
    if (width === 0) return;
    while (this.#values.length > width) this.#values.pop();
    this.#done.push(new BuiltRow(this.row, this.#values, this.#kinds, this.#start));
    this.#values = EMPTY.slice(0, width);
    this.#start += width;
    if (this.#start + LAST_COLUMN > BLOCK) this.#startBlock();
    if (width > this.#limits.columns) this.#wideCells += width;
    this.#width = 0;
    this.#checkSize();
  }

  /** The rows finished since the last call. */
  take(): SheetRow[] {
    const rows = this.#done;
    this.#done = [];
    return rows;
  }

  #startBlock(): void {
    this.#kinds = new Uint8Array(BLOCK);
    this.#start = 0;
  }

  #use(column: number): void {
    this.#used[column] = 1;
    if (++this.#usedCount > this.#limits.columns) {
      refuse('too_large', `The sheet uses more than ${this.#limits.columns} columns.`);
    }
  }

  #checkSize(): void {
    if (this.#characters > this.#limits.sheetCharacters) refuse('too_large', 'The sheet holds too much text.');
    if (this.#wideCells > this.#limits.wideCells) refuse('too_large', 'The sheet has values too far to the right.');
  }
}
