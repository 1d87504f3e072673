export interface Cell {
  line: number;
  column: number;
}

/** A block of cells, the last ones included. */
export interface Block {
  lines: readonly [first: number, last: number];
  columns: readonly [first: number, last: number];
}

export interface Picked {
  anchor: Cell;
  end: Cell;
  /** Whole rows; otherwise the cells between the two corners. */
  whole: boolean;
}

const ordered = (one: number, other: number) => (one < other ? ([one, other] as const) : ([other, one] as const));

/** The block between two corners of a table with so many columns. */
export function blockOfPicked({ anchor, end, whole }: Picked, columns: number): Block {
  return {
    lines: ordered(anchor.line, end.line),
    columns: whole ? [0, columns - 1] : ordered(anchor.column, end.column),
  };
}

/** Where an arrow key goes to from a cell; null for a key that goes nowhere. A row is left and entered by up and down. */
export function steppedTo(key: string, { line, column }: Cell, size: { lines: number; columns: number }): Cell | null {
  const lines: Record<string, number> = {
    ArrowDown: line + 1,
    ArrowUp: line - 1,
    PageDown: line + 15,
    PageUp: line - 15,
    Home: 0,
    End: size.lines - 1,
  };
  const across: Record<string, number> = { ArrowRight: column + 1, ArrowLeft: column - 1 };
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  if (key in lines) return { line: within(lines[key] ?? 0, size.lines), column };
  if (key in across) return { line, column: within(across[key] ?? 0, size.columns) };
  return null;
}

/** The row nearest to a line: on the way that was gone, else back; -1 where there is none. */
export function rowNear(line: number, from: number, isRow: (line: number) => boolean, lines: number): number {
  const way = line < from ? -1 : 1;
  for (const step of [way, -way]) for (let at = line; at >= 0 && at < lines; at += step) if (isRow(at)) return at;
  return -1;
}
