import type { CellValue, NumberKind, SheetRow } from './workbook/cell.ts';
import { type GivenOnce, isData, keyOf } from './recognise/given-once.ts';

/** Rows whose blank cells of a field were read as the cell of another row: that row, and the first and last of them. */
export type FilledRun = readonly [from: number, first: number, last: number];

/** What was filled down, by field: how many cells, and from which rows. */
export type FilledDown = Readonly<Record<string, { readonly cells: number; readonly runs: readonly FilledRun[] }>>;

interface Group {
  readonly row: number;
  readonly value: CellValue;
  readonly kind: NumberKind;
}

/** Gives blank cells of columns of groups the value above them, row by row, and keeps from which row each came. */
export class DownFiller {
  readonly #columns: readonly GivenOnce[];
  /** Those and the columns that end a group: where they are, and the value that was read last. */
  readonly #watched: readonly number[];
  readonly #last = new Map<number, string>();
  readonly #open = new Map<number, Group>();
  readonly #filled = new Map<string, { cells: number; runs: [number, number, number][] }>();

  constructor(columns: readonly GivenOnce[]) {
    this.#columns = columns.filter(({ isOn }) => isOn);
    this.#watched = [...new Set(this.#columns.flatMap(({ place, endedBy }) => [place, ...endedBy]))];
  }

  /** False where no column is of groups that are given once: rows then stay as they are. */
  get isAtWork(): boolean {
    return this.#columns.length > 0;
  }

  get filled(): FilledDown {
    return Object.fromEntries(this.#filled);
  }

  /** The row with its groups; a row of sums, and one without any value, as it is. */
  fill(row: SheetRow): SheetRow {
    if (!isData(row)) return row;
    const begun = this.#begin(row);
    let values: CellValue[] | undefined;
    const kinds = new Map<number, NumberKind>();
    for (const { field, place, endedBy } of this.#columns) {
      if (keyOf(row.values[place]) !== null) continue;
      if (endedBy.some((one) => begun.has(one))) this.#open.delete(place);
      const group = this.#open.get(place);
      if (group === undefined) continue;
      values ??= row.values.slice();
      while (values.length <= place) values.push(null);
      values[place] = group.value;
      kinds.set(place, group.kind);
      this.#note(field, group.row, row.row);
    }
    if (values === undefined) return row;
    return { row: row.row, values, kindOf: (place) => kinds.get(place) ?? row.kindOf(place) };
  }

  /** True for a row that only names a group, as a heading between the rows does. */
  isHeading({ values }: SheetRow): boolean {
    const own = new Set(this.#columns.map(({ place }) => place));
    return values.every((cell, place) => own.has(place) || keyOf(cell) === null);
  }

  /** The columns in which a new value stands in this row. */
  #begin(row: SheetRow): Set<number> {
    const begun = new Set<number>();
    for (const place of this.#watched) {
      const key = keyOf(row.values[place]);
      if (key === null) continue;
      if (this.#last.get(place) !== key) begun.add(place);
      this.#last.set(place, key);
      this.#open.set(place, { row: row.row, value: row.values[place] ?? null, kind: row.kindOf(place) });
    }
    return begun;
  }

  #note(field: string, from: number, row: number): void {
    let filled = this.#filled.get(field);
    if (filled === undefined) this.#filled.set(field, (filled = { cells: 0, runs: [] }));
    filled.cells += 1;
    const last = filled.runs[filled.runs.length - 1];
    if (last !== undefined && last[0] === from) last[2] = row;
    else filled.runs.push([from, row, row]);
  }
}

/** The rows that gave a row some of its cells, by field. */
export function givenTo(filled: FilledDown | undefined, row: number): { field: string; from: number }[] {
  return Object.entries(filled ?? {}).flatMap(([field, { runs }]) => {
    // Runs stand in the order of the file: the last one that begins at or above the row is the only one it can be of.
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle]![1] <= row) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    return run !== undefined && row <= run[2] ? [{ field, from: run[0] }] : [];
  });
}
