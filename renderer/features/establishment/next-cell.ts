import { gridColumns } from './columns.ts';
import type { Place } from './cursor.ts';
import type { GridRow } from './rows.ts';

/** The next row down (or up) that is a line; the same row where there is none. */
export function nextLine(rows: readonly GridRow[], from: number, step: 1 | -1): number {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) if (rows[index]?.line) return index;
  return from;
}

/** The next cell that is entered, to the right (or left) and then in the next line. */
export function nextEntered(rows: readonly GridRow[], { row, column }: Place, step: 1 | -1): Place {
  for (let across = column + step; across >= 0 && across < gridColumns.length; across += step)
    if (gridColumns[across]?.field) return { row, column: across };
  const next = nextLine(rows, row, step);
  if (next === row) return { row, column };
  return { row: next, column: step === 1 ? 0 : gridColumns.length - 1 };
}
