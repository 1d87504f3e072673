import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { temporaryFolder } from './database.ts';

/** A file of this text, in UTF-8 unless it is said how. */
export function textFile(text: string, encode: (text: string) => Uint8Array = (plain) => Buffer.from(plain)): string {
  const path = join(temporaryFolder(), 'odd.csv');
  writeFileSync(path, encode(text));
  return path;
}

export type Cell = string | number | boolean | null | { error: string };

/** A workbook of these sheets; `formats` are number formats by heading. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  {
    formats = {},
    date1904 = false,
    hidden = [] as readonly string[],
  }: { formats?: Record<string, string>; date1904?: boolean; hidden?: readonly string[] } = {},
): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name, { state: hidden.includes(name) ? 'hidden' : 'visible' });
    for (const [index, cells] of rows.entries()) {
      for (const [place, cell] of cells.entries()) {
        if (cell === null) continue;
        const target = sheet.getCell(index + 1, place + 1);
        target.value = typeof cell === 'object' ? { formula: '1/0', result: { error: cell.error as '#REF!' } } : cell;
        const format = formats[String(rows[0]?.[place])];
        if (format !== undefined && index > 0) target.numFmt = format;
      }
    }
  }
  const path = join(temporaryFolder(), 'odd.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}
