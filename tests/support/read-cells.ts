import type { CellValue, NumberKind } from '../../electron/imports/workbook/cell.ts';
import type { Limits } from '../../electron/imports/workbook/limits.ts';
import { openFile, type RowOptions } from '../../electron/imports/workbook/open.ts';

/** The filled cells of a sheet by their place, `B7`; dates and times stay numbers. */
export type Cells = Record<string, CellValue>;

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: Cells;
  /** The number kinds of the cells that are not plain numbers. */
  readonly kinds: Record<string, NumberKind>;
  /** The row numbers in the order in which they came. */
  readonly rows: number[];
}

/** Opens a file and reads every cell of it; throws what `rows` throws, and an error with the reason of a refusal. */
export async function readCells(
  path: string,
  options: RowOptions = {},
  limits: Partial<Limits> = {},
): Promise<ReadSheet[]> {
  const opened = await openFile(path, limits);
  if (opened.kind === 'refused') throw new Error(opened.reason);
  try {
    const sheets: ReadSheet[] = [];
    for (const { index, name, hidden } of opened.sheets) {
      const sheet: ReadSheet = { name, hidden, cells: {}, kinds: {}, rows: [] };
      for await (const batch of opened.rows(index, options)) {
        for (const row of batch) {
          sheet.rows.push(row.row);
          for (const [column, value] of row.values.entries()) {
            const place = columnName(column) + row.row;
            if (value !== null) sheet.cells[place] = value;
            const kind = row.kindOf(column);
            if (kind !== 'number') sheet.kinds[place] = kind;
          }
        }
      }
      sheets.push(sheet);
    }
    return sheets;
  } finally {
    await opened.close();
  }
}

/** 0 is `A`, 26 is `AA`. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** How the reading of a file ends: `opened`, or the reason of its refusal, whether told at once or while its rows were read. */
export async function stayingOf(path: string, limits: Partial<Limits> = {}): Promise<string> {
  const opened = await openFile(path, limits);
  if (opened.kind === 'refused') return opened.reason;
  try {
    for (const { index } of opened.sheets) for await (const _ of opened.rows(index));
    return 'opened';
  } catch (error) {
    const refusal = (error as { refusal?: { reason: string } }).refusal;
    if (refusal === undefined) throw error;
    return refusal.reason;
  } finally {
    await opened.close();
  }
}
