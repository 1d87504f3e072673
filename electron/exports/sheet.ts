import type ExcelJS from 'exceljs';
import type { ColumnKind, TableValue } from '../contract/exports.ts';
import { writeCell } from './cell.ts';
import { columnWidths, isWords, rowHeight, type SheetTable } from './layout.ts';
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

const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: LINE } };
/**
 * A sheet with its title in row 1, what it is of in row 2, for whom it is in row 3, real headings in row 4 that stay in view and are printed on
 * every page, and the rows below. A4 landscape, as wide as the page, numbered.
 */
export function addTableSheet(workbook: Workbook, name: string, table: SheetTable): ExcelJS.Worksheet {
  const sheet = addPrintedSheet(workbook, name, table.title, HEADING_ROW);
  writeHead(sheet, table.title, table.subtitle);
  if (table.notice) writeNotice(sheet, table.notice);
  const widths = columnWidths(table);
  for (const [index, { heading, kind }] of table.columns.entries()) {
    const cell = sheet.getCell(HEADING_ROW, index + 1);
    writeCell(cell, heading, 'text');
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = fill(BLUE);
    cell.alignment = { horizontal: sideOf('', kind), indent: 1, vertical: 'middle', wrapText: true };
    cell.border = { bottom: thin };
    sheet.getColumn(index + 1).width = widths[index] ?? 10;
  }
  sheet.getRow(HEADING_ROW).height = rowHeight(
    table.columns.map(({ heading }) => heading),
    widths,
  );
  for (const [index, { kind: rowKind, values }] of table.rows.entries()) {
    const row = HEADING_ROW + 1 + index;
    sheet.getRow(row).height = rowHeight(values, widths);
    for (const [column, value] of values.entries()) {
      const kind = table.columns[column]?.kind ?? 'text';
      const cell = sheet.getCell(row, column + 1);
      writeCell(cell, value, kind);
      cell.font = { name: FONT, size: 10, bold: rowKind !== 'row', color: { argb: INK } };
      cell.alignment = { horizontal: sideOf(value, kind), indent: 1, vertical: 'top', wrapText: isWords(value, kind) };
      cell.border = { bottom: thin };
      if (rowKind !== 'row') cell.fill = fill(PALE);
    }
  }
  if (table.rows.length && table.filter !== false)
    sheet.autoFilter = {
      from: { row: HEADING_ROW, column: 1 },
      to: { row: HEADING_ROW + table.rows.length, column: table.columns.length },
    };
  return sheet;
}

/** An empty sheet set up for print; rows to `headingRow` stay in view, and that row is printed on every page. */
export function addPrintedSheet(
  workbook: Workbook,
  name: string,
  title: string,
  headingRow: number,
): ExcelJS.Worksheet {
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

/** Below the head, in the row before the headings. */
function writeNotice(sheet: ExcelJS.Worksheet, notice: string): void {
  const cell = sheet.getCell(HEADING_ROW - 1, 1);
  writeCell(cell, notice, 'text');
  cell.font = { name: FONT, size: 10, italic: true, color: { argb: INK } };
}

/** Text for a page footer, where & starts a code and 255 characters are the limit of the whole. */
const printed = (text: string) => cellText(text).replace(/\s+/gu, ' ').slice(0, 110).replace(/&/g, '&&');

/** Words and dates stand on the left, numbers on the right. */
const sideOf = (value: TableValue, kind: ColumnKind) =>
  kind === 'date' || kind === 'text' || kind === 'long_text' || (value !== '' && isWords(value, kind))
    ? 'left'
    : 'right';

const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
