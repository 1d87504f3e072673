import type ExcelJS from 'exceljs';
import type { ColumnKind, ExportTable } from '../contract/exports.ts';
import { writeCell } from './cell.ts';
import { cellText } from './neutral.ts';
import type { Workbook } from './workbook.ts';

const INK = 'FF212B32';
const BLUE = 'FF005EB8';
const PALE = 'FFF0F4F5';
const LINE = 'FFAEB7BD';
const FONT = 'Arial';
const A4 = 9;
/** Row of the headings; the first row of the table is the next one. */
export const HEADING_ROW = 4;

/** A table for one sheet; a column may ask for a width in characters, and a page of text for no filter buttons. */
export type SheetTable = Omit<ExportTable, 'definitions' | 'columns'> & {
  readonly filter?: boolean;
  readonly columns: readonly (ExportTable['columns'][number] & { readonly width?: number })[];
};

const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: LINE } };
const narrow: Record<ColumnKind, number> = {
  text: 10,
  long_text: 44,
  wte: 12,
  minutes: 12,
  rate: 11,
  count: 10,
  date: 13,
};
const isText = (kind: ColumnKind) => kind === 'text' || kind === 'long_text';

/**
 * A sheet with its title in row 1, what it is of in row 2, real headings in row 4 that stay in view and are printed on
 * every page, and the rows below. A4 landscape, as wide as the page, numbered.
 */
export function addTableSheet(workbook: Workbook, name: string, table: SheetTable): ExcelJS.Worksheet {
  const sheet = addPrintedSheet(workbook, name, table.title, HEADING_ROW);
  writeHead(sheet, table.title, table.subtitle);
  for (const [index, { heading, kind }] of table.columns.entries()) {
    const cell = sheet.getCell(HEADING_ROW, index + 1);
    writeCell(cell, heading, 'text');
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = fill(BLUE);
    cell.alignment = { horizontal: isText(kind) ? 'left' : 'right', vertical: 'middle', wrapText: true };
    cell.border = { bottom: thin };
    sheet.getColumn(index + 1).width = table.columns[index]?.width ?? widthOf(table, index);
  }
  for (const [index, { kind: rowKind, values }] of table.rows.entries())
    for (const [column, value] of values.entries()) {
      const kind = table.columns[column]?.kind ?? 'text';
      const cell = sheet.getCell(HEADING_ROW + 1 + index, column + 1);
      writeCell(cell, value, kind);
      cell.font = { name: FONT, size: 10, bold: rowKind !== 'row', color: { argb: INK } };
      cell.alignment = {
        horizontal: isText(kind) ? 'left' : 'right',
        vertical: 'top',
        wrapText: isText(kind),
      };
      cell.border = { bottom: thin };
      if (rowKind !== 'row') cell.fill = fill(PALE);
    }
  if (table.rows.length && table.filter !== false)
    sheet.autoFilter = {
      from: { row: HEADING_ROW, column: 1 },
      to: { row: HEADING_ROW + table.rows.length, column: table.columns.length },
    };
  return sheet;
}

/** An empty sheet set up for print; rows to `headingRow` stay in view, and that row is printed on every page. */
export function addPrintedSheet(workbook: Workbook, name: string, title: string, headingRow: number): ExcelJS.Worksheet {
  return workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headingRow, xSplit: 0, showGridLines: false, activeCell: 'A1' }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headingRow}:${headingRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${printed(title)}&RPage &P of &N` },
  });
}

export function writeHead(sheet: ExcelJS.Worksheet, title: string, subtitle: string): void {
  writeCell(sheet.getCell(1, 1), title, 'text');
  sheet.getCell(1, 1).font = { name: FONT, size: 16, bold: true, color: { argb: INK } };
  sheet.getRow(1).height = 24;
  writeCell(sheet.getCell(2, 1), subtitle, 'text');
  sheet.getCell(2, 1).font = { name: FONT, size: 10, color: { argb: INK } };
}

/** Text for a page footer, where & starts a code and 255 characters are the limit of the whole. */
const printed = (text: string) => cellText(text).replace(/\s+/gu, ' ').slice(0, 110).replace(/&/g, '&&');

const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Wide enough for the heading's longest word and the usual cell, never so wide that a page shrinks to nothing. */
function widthOf({ columns, rows }: SheetTable, index: number): number {
  const { kind, heading } = columns[index] ?? { kind: 'text', heading: '' };
  const word = Math.max(...heading.split(/\s/u).map((part) => part.length)) + 3;
  if (kind !== 'text') return Math.max(narrow[kind], word);
  let longest = word;
  for (const { values } of rows.slice(0, 500)) {
    const value = values[index];
    if (typeof value === 'string') longest = Math.max(longest, value.length + 2);
  }
  return Math.min(Math.max(longest, narrow.text), 40);
}
