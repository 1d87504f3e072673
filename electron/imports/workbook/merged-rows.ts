import type { CellValue, NumberKind, SheetRow } from './cell.ts';
import type { MergedBlock } from './merges.ts';
import { refuse } from './refusal.ts';

interface OpenBlock {
  readonly block: MergedBlock;
  readonly value: CellValue;
  readonly kind: NumberKind;
}

/** Blocks do not overlap, so no more can be open at once than a sheet has columns; more are a trick. */
const MOST_OPEN = 2048;

/** Gives the cells of merged blocks their block's value, row by row; rows without a value of their own stay as they are. */
export class MergeFiller {
  readonly #byTop: ReadonlyMap<number, readonly MergedBlock[]>;
  readonly #belowRow: number;
  #open: OpenBlock[] = [];
  #width = 0;

  constructor(byTop: ReadonlyMap<number, readonly MergedBlock[]>, belowRow: number) {
    this.#byTop = byTop;
    this.#belowRow = belowRow;
  }

  fill(row: SheetRow): SheetRow {
    this.#width = Math.max(this.#width, row.values.length);
    this.#openBlocks(row);
    if (this.#open.length === 0) return row;
    this.#open = this.#open.filter(({ block }) => block.bottom >= row.row);
    const covering = this.#open.filter(({ block }) => block.top <= row.row);
    return covering.length === 0 ? row : new FilledRow(row, covering, this.#width);
  }

  #openBlocks(row: SheetRow): void {
    if (row.row <= this.#belowRow) return;
    for (const block of this.#byTop.get(row.row) ?? []) {
      const value = row.values[block.left] ?? null;
      if (value !== null) this.#open.push({ block, value, kind: row.kindOf(block.left) });
    }
    if (this.#open.length > MOST_OPEN) refuse('damaged_zip', 'The file is damaged: its merged cells overlap.');
  }
}

class FilledRow implements SheetRow {
  readonly row: number;
  readonly values: readonly CellValue[];
  readonly #source: SheetRow;
  readonly #kinds = new Map<number, NumberKind>();

  /** Cells are filled as far to the right as the sheet has used columns so far. */
  constructor(source: SheetRow, covering: readonly OpenBlock[], width: number) {
    this.row = source.row;
    this.#source = source;
    const values = source.values.slice();
    for (const { block, value, kind } of covering) {
      const right = Math.min(block.right, width - 1);
      while (values.length <= right) values.push(null);
      for (let column = block.left; column <= right; column++) {
        values[column] = value;
        this.#kinds.set(column, kind);
      }
    }
    this.values = values;
  }

  kindOf(column: number): NumberKind {
    return this.#kinds.get(column) ?? this.#source.kindOf(column);
  }
}
