/** What the reader accepts at most. Each limit is checked while reading, before the memory is spent. */
export interface Limits {
  /** Bytes of the file as it lies on disk. */
  readonly fileBytes: number;
  /** Rows of a sheet, and the largest row number (that of Excel). */
  readonly rows: number;
  /** Columns of a sheet in which at least one cell has a value. */
  readonly columns: number;
  /** Entries of the zip file. */
  readonly entries: number;
  /** Unpacked bytes that the zip's directory declares, all entries together. */
  readonly declaredBytes: number;
  /** Unpacked bytes for each packed byte that an entry of `largePartBytes` or more may declare. */
  readonly ratio: number;
  readonly largePartBytes: number;
  /** Unpacked bytes of a part that is held whole: the workbook, its styles, its relationships. */
  readonly smallPartBytes: number;
  /** Bytes of one row, one shared string or one line of a text file. */
  readonly rowBytes: number;
  /** Entries of the shared string table, and their text together, in bytes. */
  readonly sharedStrings: number;
  readonly sharedCharacters: number;
  /** Text of all cells of one sheet together, in characters; a shared string counts each time it is used. */
  readonly sheetCharacters: number;
  /** Cells up to a row's last value, of all rows together that are wider than `columns`: the price of values far right. */
  readonly wideCells: number;
}

const MEBI = 2 ** 20;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 200 * MEBI,
  rows: 1_048_576,
  columns: 512,
  entries: 20_000,
  declaredBytes: 4096 * MEBI,
  ratio: 300,
  largePartBytes: 50 * MEBI,
  smallPartBytes: 64 * MEBI,
  rowBytes: 16 * MEBI,
  sharedStrings: 4_000_000,
  sharedCharacters: 128 * MEBI,
  sheetCharacters: 1024 * MEBI,
  wideCells: 256 * MEBI,
};

/** Excel's last column, XFD; a larger one is no cell of a workbook. */
export const LAST_COLUMN = 16_384;
