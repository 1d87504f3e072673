import exceljs from 'exceljs';
import { type CellValue, isCellError } from '../../electron/imports/workbook/cell.ts';
import { type Cells, columnName } from './read-cells.ts';

/** What exceljs, reading the whole file, finds in each sheet, in our terms: dates as serial numbers, formulas by their result. */
export async function readWithExceljs(path: string): Promise<{ name: string; cells: Cells }[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const date1904 = workbook.properties.date1904 === true;
  return workbook.worksheets.map((sheet) => {
    const cells: Cells = {};
    sheet.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        const value = cell.isMerged && cell.master !== cell ? null : plain(cell.value, date1904);
        if (value !== null) cells[columnName(column - 1) + number] = value;
      });
    });
    return { name: sheet.name, cells };
  });
}

function plain(value: exceljs.CellValue | undefined, date1904: boolean): CellValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  if (typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return { error: value.error };
  if ('text' in value) return plain(value.text, date1904);
  if ('result' in value) return plain(value.result, date1904);
  return null;
}

/** The places where two readings differ; numbers within a millisecond of a day are the same, and so are no text and no cell. */
export function differences(ours: Cells, theirs: Cells): string[] {
  const places = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...places].filter((place) => !same(ours[place] ?? null, theirs[place] ?? null));
}

function same(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= 1 / 86_400_000;
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b || ((a ?? '') === '' && (b ?? '') === '');
}
