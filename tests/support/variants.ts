import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { openFile } from '../../electron/imports/workbook/open.ts';
import { temporaryFolder } from './database.ts';

/** The table of a sample: its title lines, its headings, and its rows by number. */
export interface Table {
  readonly titles: readonly string[];
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly CellValue[] }[];
}

/** Reads the table of a sample's first sheet, merged cells filled. */
export async function readTable(path: string, headerRow: number): Promise<Table> {
  const opened = await openFile(path);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const titles: string[] = [];
  let headings: string[] = [];
  const rows: { row: number; cells: readonly CellValue[] }[] = [];
  for await (const some of opened.rows(0, { fillMerged: { belowRow: headerRow } })) {
    for (const { row, values } of some) {
      if (row < headerRow) titles.push(String(values[0] ?? ''));
      else if (row === headerRow) headings = values.map((value) => (typeof value === 'string' ? value : ''));
      else rows.push({ row, cells: values });
    }
  }
  await opened.close();
  return { titles, headerRow, headings, rows };
}

export interface Writing {
  /** Rows of headings: one, or a row of groups above one. */
  readonly headings: readonly (readonly (string | null)[])[];
  /** Blocks of the first row of headings to merge, as places from and to. */
  readonly merges?: readonly (readonly [number, number])[];
  readonly cover?: readonly string[];
  /** What becomes of a row's cells. */
  cells(cells: readonly CellValue[]): readonly CellValue[];
}

/** Writes a table as a workbook in which the last row of headings, and every row, keep their numbers. */
export async function writeTable(table: Table, { headings, merges = [], cover, cells }: Writing): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  if (cover) for (const [index, line] of cover.entries()) sheetOf(workbook, 'Cover').getCell(index + 1, 1).value = line;
  const sheet = sheetOf(workbook, 'Export');
  const firstHeading = table.headerRow - headings.length + 1;
  for (const [index, title] of table.titles.slice(0, firstHeading - 1).entries())
    sheet.getCell(index + 1, 1).value = title;
  for (const [index, line] of headings.entries()) put(sheet, firstHeading + index, line);
  for (const [from, to] of merges) sheet.mergeCells(firstHeading, from + 1, firstHeading, to + 1);
  for (const { row, cells: values } of table.rows) put(sheet, row, cells(values));
  const path = join(temporaryFolder(), 'variant.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  return workbook.getWorksheet(name) ?? workbook.addWorksheet(name);
}

function put(sheet: ExcelJS.Worksheet, row: number, cells: readonly CellValue[]): void {
  for (const [place, cell] of cells.entries()) {
    if (cell === null) continue;
    sheet.getCell(row, place + 1).value = typeof cell === 'object' ? { error: cell.error as '#REF!' } : cell;
  }
}
