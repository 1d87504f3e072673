import type { ColumnKind, ExportTable, TableValue } from '../contract/exports.ts';

/** A table for one sheet; a column may ask for a width in characters, and a page of text for no filter buttons. */
export type SheetTable = Omit<ExportTable, 'definitions' | 'columns'> & {
  readonly filter?: boolean;
  /** For whom it is, below what it is of. */
  readonly notice?: string;
  readonly columns: readonly (ExportTable['columns'][number] & { readonly width?: number })[];
};

const narrow: Record<ColumnKind, number> = {
  text: 10,
  long_text: 44,
  wte: 12,
  minutes: 12,
  rate: 11,
  share: 11,
  figure: 14,
  number: 12,
  count: 10,
  date: 13,
};
const WIDEST = 40;

/** Points of one line of 10 point text, and of the tallest row that a sheet takes. */
const LINE_HEIGHT = 13;
const TALLEST = 409;

/** Width of each column in characters: its headings' longest word and its usual cell fit, and it never shrinks a page to nothing. */
export function columnWidths({ columns, rows }: SheetTable): number[] {
  return columns.map(({ kind, heading, width }, index) => {
    if (width !== undefined) return width;
    const word = Math.max(...heading.split(/\s/u).map((part) => part.length)) + 4;
    if (kind !== 'text') return Math.max(narrow[kind], word);
    let longest = Math.max(word, narrow.text);
    for (const { values } of rows.slice(0, 500)) {
      const value = values[index];
      if (typeof value === 'string') longest = Math.max(longest, value.length + 3);
    }
    return Math.min(longest, WIDEST);
  });
}

/** True where a cell holds words, which stand on the left and are wrapped; a date in a column of dates is not words. */
export function isWords(value: TableValue, kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'long_text' || (typeof value === 'string' && kind !== 'date');
}

/** Height of a row in points, so that its wrapped words are seen whole also where the program does not measure them. */
export function rowHeight(values: readonly TableValue[], widths: readonly number[]): number {
  const lines = values.map((value, column) =>
    typeof value === 'string' ? linesOf(value, widths[column] ?? WIDEST) : 1,
  );
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE_HEIGHT + 3);
}

/** Widths are counted in digits; a letter of ordinary words takes a little less. */
const LETTER = 0.75;

/** Lines that text takes when words are not broken. */
function linesOf(text: string, width: number): number {
  const room = Math.max(4, Math.floor((width - 1.5) / LETTER));
  let lines = 0;
  for (const part of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const { length } of part.split(' ')) {
      if (used > 0 && used + 1 + length > room) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + length;
      lines += Math.floor(used / (room + 1));
      used %= room + 1;
    }
  }
  return lines;
}
