import type { ImportFormat } from '../formats.ts';
import type { SheetRow } from '../workbook/cell.ts';
import { type Column, columnsUnderRow, columnsUnderTwoRows } from './columns.ts';
import { type Fit, fitLayout } from './fit.ts';

/** The first rows of a visible sheet. */
export interface SheetHead {
  readonly index: number;
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** One way to read a sheet: these rows are its headings, and it is a file of this layout. */
export interface Reading extends Fit {
  readonly sheet: SheetHead;
  /** The last row of headings; the rows below it are the file's rows. */
  readonly headerRow: number;
  readonly headingRows: 1 | 2;
  readonly columns: readonly Column[];
  /** False where no row with a value stands below the headings. */
  readonly hasRows: boolean;
}

/** Headings are looked for in so many rows: titles and prompts above them are few. */
export const headingsWithin = 60;

export function isFilled({ values }: SheetRow): boolean {
  return values.some((cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''));
}

/** The best reading of a sheet as each of the formats, where at least one heading is known. */
export function readingsOf(sheet: SheetHead, formats: readonly ImportFormat[], headerRow?: number): Reading[] {
  const rows = sheet.rows.filter(isFilled);
  const best = new Map<string, Reading>();
  for (const [index, row] of rows.entries()) {
    if (headerRow === undefined ? row.row > headingsWithin : row.row !== headerRow) continue;
    const above = rows[index - 1];
    const found = [{ headingRows: 1 as const, columns: columnsUnderRow(row) }];
    const both =
      above?.row === row.row - 1 ? [{ headingRows: 2 as const, columns: columnsUnderTwoRows(above, row) }] : [];
    for (const headings of [...found, ...both]) {
      for (const format of formats) {
        for (const layout of format.layouts) {
          const fit = fitLayout(format, layout, headings.columns);
          const reading = { ...fit, ...headings, sheet, headerRow: row.row, hasRows: index < rows.length - 1 };
          const known = best.get(format.kind);
          if (known === undefined || isBetter(reading, known)) best.set(format.kind, reading);
        }
      }
    }
  }
  return [...best.values()].filter(({ fields }) => fields.size > 0 || headerRow !== undefined);
}

/** How many headings a reading explains; a heading that two columns have explains nothing yet. */
export function strength({ fields, doubtful }: Fit): number {
  return fields.size - doubtful.size;
}

function isBetter(reading: Reading, known: Reading): boolean {
  if (reading.complete !== known.complete) return reading.complete;
  return strength(reading) > strength(known);
}
