import { useState } from 'react';

/** A cell by its row and column; column -1 is the heading of the row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells between two corners, both counted. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where a key leads from a place, or undefined for a key that does not move. `page` is a screenful of rows. */
export function stepOf(
  key: string,
  control: boolean,
  { row, column }: Place,
  last: Place,
  page = 10,
): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: control ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: control ? last.row : row + 1, column };
    case 'ArrowLeft':
      return { row, column: control ? -1 : column - 1 };
    case 'ArrowRight':
      return { row, column: control ? last.column : column + 1 };
    case 'Home':
      return { row: control ? 0 : row, column: -1 };
    case 'End':
      return { row: control ? last.row : row, column: last.column };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return undefined;
  }
}

/** The first cell of the first line, below its unit. */
const start: Place = { row: 1, column: 0 };

/** The cell that the keyboard is at, and the cells selected from an anchor to it. */
export function useCursor(rowCount: number, columnCount: number) {
  const [state, setState] = useState<{ at: Place; anchor: Place }>({ at: start, anchor: start });
  const last: Place = { row: rowCount - 1, column: columnCount - 1 };
  const within = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(row, last.row)),
    column: Math.max(-1, Math.min(column, last.column)),
  });
  const at = within(state.at);
  const anchor = within(state.anchor);
  const range: Range = {
    top: Math.min(at.row, anchor.row),
    bottom: Math.max(at.row, anchor.row),
    left: Math.min(at.column, anchor.column),
    right: Math.max(at.column, anchor.column),
  };
  const several = range.top !== range.bottom || range.left !== range.right;
  return {
    at,
    last,
    range,
    several,
    isSelected: ({ row, column }: Place) =>
      several && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
    /** Goes to a place; `extend` keeps the anchor, so that the cells up to there are selected. */
    go: (to: Place, extend = false) => setState({ at: within(to), anchor: extend ? anchor : within(to) }),
    selectAll: () => setState({ at: { row: 0, column: -1 }, anchor: last }),
  };
}

export type Cursor = ReturnType<typeof useCursor>;
