import type { ProblemGroup } from '#contract';
import { groupedBy } from '../core/grouped.ts';
import { cellText } from '../exports/neutral.ts';
import { type OriginalValue, writeOriginal } from '../exports/original-cell.ts';
import { writeCell } from '../exports/cell.ts';
import { addPrintedSheet, addTableSheet, HEADING_ROW, writeHead } from '../exports/sheet.ts';
import { newWorkbook, workbookBytes } from '../exports/workbook.ts';
import { type KeptCell, kindOfCell, valueOf } from './kept-cell.ts';
import type { JudgedRow } from './read-rows.ts';
import { columnLetter } from './recognise/columns.ts';
import { isCellError } from './workbook/cell.ts';

/** The problem rows of a file, and what is needed to write them as the file had them. */
export interface ProblemRows {
  readonly fileName: string;
  readonly sheet: string;
  /** The file's headings by column. */
  readonly headings: readonly string[];
  /** Field to the place of its column, from 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly date1904: boolean;
  readonly namesDropped: boolean;
  readonly rows: readonly JudgedRow[];
  readonly groups: readonly ProblemGroup[];
}

/** A workbook takes so many rows; whoever mends more than that mends the export that they came from. */
const mostRows = 10_000;
/** So many rows are written before other work is let through. */
const slice = 200;
const FONT = 'Arial';
const WRONG = 'FFFFE0DD';
const EDGE = 'FFD5281B';
const BLUE = 'FF005EB8';
const GREY = 'FFF0F4F5';
/** Days between the first day of the 1904 system and that of 1900. */
const days1904 = 1462;

/**
 * The problem rows as a workbook to send back to whoever made the file: the columns in their order with their values, the
 * cells to mend filled and noted, and beside each row in words what was read and what is expected. Mended there, it can be
 * imported as it is. `at` is ISO 8601.
 */
export async function problemWorkbook(file: ProblemRows, at: string): Promise<Uint8Array> {
  const title = `Rows to mend: ${file.fileName}`;
  const workbook = await newWorkbook(title, at);
  const byRow = problemsByRow(file.rows);
  const front = ['Original sheet', 'Original row', 'What is wrong'];
  const sheet = addPrintedSheet(workbook, 'Rows to mend', title, HEADING_ROW);
  sheet.views = [{ state: 'frozen', ySplit: HEADING_ROW, xSplit: front.length, showGridLines: true, activeCell: 'A1' }];
  writeHead(sheet, title, subtitle(file, byRow.length));
  for (const [index, heading] of [...front, ...file.headings].entries()) {
    const cell = sheet.getCell(HEADING_ROW, index + 1);
    writeCell(cell, heading, 'text');
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = fill(BLUE);
    cell.alignment = { vertical: 'middle', wrapText: true };
    sheet.getColumn(index + 1).width =
      index === 2 ? 52 : index < 2 ? 11 : Math.min(28, Math.max(11, heading.length + 3));
  }
  for (const [index, problems] of byRow.slice(0, mostRows).entries()) {
    const row = HEADING_ROW + 1 + index;
    writeCell(sheet.getCell(row, 1), file.sheet, 'text');
    writeCell(sheet.getCell(row, 2), problems[0]!.row, 'count');
    writeCell(sheet.getCell(row, 3), problems.map((one) => inWords(one, file)).join('\n'), 'long_text');
    for (let column = 1; column <= front.length; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.fill = fill(GREY);
      cell.font = { name: FONT, size: 10 };
      cell.alignment = { vertical: 'top', wrapText: column === front.length };
    }
    const cells = problems.find((one) => one.cells.length > 0)?.cells ?? [];
    for (let place = 0; place < file.headings.length; place += 1) {
      writeOriginal(sheet.getCell(row, front.length + place + 1), originalOf(cells[place] ?? null, file.date1904));
    }
    for (const problem of problems) {
      const place = file.places.get(problem.field ?? '');
      if (place === undefined) continue;
      const cell = sheet.getCell(row, front.length + place + 1);
      cell.fill = fill(WRONG);
      const edge = { style: 'medium' as const, color: { argb: EDGE } };
      cell.border = { top: edge, bottom: edge, left: edge, right: edge };
      cell.note = cellText(inWords(problem, file)).slice(0, 1000);
    }
    if (index % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  addKinds(workbook, file);
  return workbookBytes(workbook);
}

function addKinds(workbook: Parameters<typeof addTableSheet>[0], { groups, fileName }: ProblemRows): void {
  addTableSheet(workbook, 'Kinds of problem', {
    title: 'Kinds of problem',
    subtitle: fileName,
    columns: [
      { heading: 'In the column', kind: 'text' },
      { heading: 'Read', kind: 'text' },
      { heading: 'Expected', kind: 'text' },
      { heading: 'In words', kind: 'long_text' },
      { heading: 'Rows', kind: 'count' },
      { heading: 'First row', kind: 'count' },
    ],
    rows: groups.map(({ column, read, expected, message, count, firstRow }) => ({
      kind: 'row' as const,
      values: [column, read || '(empty)', expected, message, count, firstRow],
    })),
  });
}

/** The problems row by row, in the order of the file. */
function problemsByRow(rows: readonly JudgedRow[]): JudgedRow[][] {
  return [...groupedBy(rows, ({ row }) => row).values()].sort(([one], [other]) => one.row - other.row);
}

function subtitle({ sheet, namesDropped }: ProblemRows, rows: number): string {
  const many = rows > mostRows ? `the first ${mostRows} of ${rows} rows` : rows === 1 ? '1 row' : `${rows} rows`;
  const of = sheet === '' ? '' : ` of the sheet ${sheet}`;
  const names = namesDropped ? ' Names are left out.' : '';
  return `${many}${of}. Mend the filled cells and send this back: it can be imported as it is.${names}`;
}

function inWords({ field, read, expected, message }: JudgedRow, { headings, places }: ProblemRows): string {
  const place = places.get(field ?? '');
  const column = place === undefined ? '' : ` in ${headings[place] || `column ${columnLetter(place)}`}`;
  const wanted = expected ? ` Expected: ${expected}.` : '';
  return `${message ?? ''} Read${column}: ${read || '(empty)'}.${wanted}`.trim();
}

/** Dates of a workbook that counts from 1904 are written in the usual count, from 1900. */
function originalOf(cell: KeptCell, date1904: boolean): OriginalValue {
  const value = valueOf(cell);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (isCellError(value)) return value.error;
  const kind = kindOfCell(cell);
  const shift = date1904 && (kind === 'date' || kind === 'datetime') ? days1904 : 0;
  return { number: value + shift, kind };
}

const fill = (argb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb } });
