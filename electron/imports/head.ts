import { type SheetHead } from './recognise/headings.ts';
import type { SheetRow } from './workbook/cell.ts';
import type { OpenedFile } from './workbook/open.ts';

/** So many rows show what a sheet holds: its titles, its headings, and values enough to tell how they are written. */
const enoughRows = 400;

/** The first rows of a sheet once more, the cells of merged blocks below the headings filled. */
export async function withMerged(file: OpenedFile, { index, rows }: SheetHead, headerRow: number): Promise<SheetRow[]> {
  const filled: SheetRow[] = [];
  for await (const some of file.rows(index, { fillMerged: { belowRow: headerRow } })) {
    filled.push(...some);
    if (filled.length >= rows.length) break;
  }
  return filled.slice(0, rows.length);
}

/** The first rows of each visible sheet, and enough of them below a row of headings that is known already. */
export async function readHeads(file: OpenedFile, headerRow = 0): Promise<SheetHead[]> {
  const heads: SheetHead[] = [];
  for (const { index, name, hidden } of file.sheets) {
    if (hidden) continue;
    const rows: SheetRow[] = [];
    for await (const some of file.rows(index)) {
      rows.push(...some);
      const last = rows[rows.length - 1];
      if (rows.length >= enoughRows && last !== undefined && last.row >= headerRow + enoughRows) break;
    }
    heads.push({ index, name, rows });
  }
  return heads;
}
