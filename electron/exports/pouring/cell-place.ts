/** A cell of a sheet: rows count from 1, columns from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `A` is 0, `XFD` is 16,383. */
function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}

function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** `C5` and `$C$5` as a place; undefined for anything that names no cell of a sheet. */
export function placeOf(reference: string): CellPlace | undefined {
  const parts = /^\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*$/i.exec(reference);
  if (!parts) return undefined;
  const place = { row: Number(parts[2]), column: columnNumber(parts[1]!) };
  return place.row >= 1 && place.row <= LAST_ROW && place.column < LAST_COLUMN ? place : undefined;
}

export const cellName = ({ row, column }: CellPlace): string => `${columnLetters(column)}${row}`;

/** A block of cells; both ends belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `B2:D9`, `B2`, `B:B` or `2:9` as an area; undefined for anything else. */
export function areaOf(reference: string): Area | undefined {
  const text = reference.trim().replace(/\$/g, '');
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(text);
  if (columns) return { top: 1, bottom: LAST_ROW, left: columnNumber(columns[1]!), right: columnNumber(columns[2]!) };
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  if (rows) return { top: Number(rows[1]), bottom: Number(rows[2]), left: 0, right: LAST_COLUMN - 1 };
  const [from = '', to = from] = text.split(':');
  const [a, b] = [placeOf(from), placeOf(to)];
  if (!a || !b) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export const holds = (area: Area, { row, column }: CellPlace): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
