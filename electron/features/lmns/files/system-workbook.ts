import type ExcelJS from 'exceljs';
import { type ReturnDocument, type ReturnStatus, statusWords, type SystemCompile, type TableRow } from '#contract';
import { writeCell } from '../../../exports/cell.ts';
import { isWords, rowHeight, type SheetTable } from '../../../exports/layout.ts';
import { SharedStyles } from '../../../exports/share-styles.ts';
import { addTableSheet, HEADING_ROW } from '../../../exports/sheet.ts';
import { newWorkbook, workbookBytes } from '../../../exports/workbook.ts';
import { dateInWords } from '../../../core/dates.ts';
import { evidenceTable } from '../../returns/workbook-beside.ts';
import { linesTable, rosterTable, sharedTable, temporaryTable, workforceTable } from '../../returns/workbook-tables.ts';
import { untoldLines } from '../calculations/untold.ts';
import { FIRST_TRUST, type SystemHead, systemTables } from './system-tables.ts';

/** Dark on pale, with a contrast of 4.5 to 1 or better. */
const statusColours: Record<ReturnStatus, { ink: string; paper: string }> = {
  blue: { ink: 'FF003087', paper: 'FFD8E6F5' },
  green: { ink: 'FF00401E', paper: 'FFD5EBDC' },
  amber: { ink: 'FF6B3900', paper: 'FFFFE9CC' },
  red: { ink: 'FF7A140C', paper: 'FFFADBD8' },
};
const byWord = new Map(
  Object.entries(statusWords).map(([status, word]) => [word, statusColours[status as ReturnStatus]]),
);

const sheetTitles: Readonly<Record<string, string>> = {
  system: 'The system',
  lines: 'Lines by trust',
  measures: 'Measures',
  trends: 'Trends',
  gaps: 'Gaps',
  restatements: 'Corrections',
};

/**
 * The compiled system on top, then a sheet for each trust with its return as it was received. Counts of people stand on
 * the system's sheets alone, where small ones are protected across trusts. `at` is ISO 8601.
 */
export async function systemWorkbook(
  head: SystemHead,
  system: SystemCompile,
  documents: readonly ReturnDocument[],
  at: string,
): Promise<Uint8Array> {
  const workbook = await newWorkbook(`Theme 2, ${head.name}, ${system.title}`, at);
  const styles = new SharedStyles();
  for (const { name, table } of systemTables(head, system)) {
    if (table.rows.length === 0) continue;
    const sheet = addTableSheet(workbook, sheetTitles[name] ?? name, table);
    if (name === 'lines') colour(sheet, table, FIRST_TRUST, system.trusts.length);
    styles.share(sheet);
  }
  const names = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()));
  const untold = untoldLines(system.measures, system.period);
  for (const document of documents) {
    const own = withoutTelling(document, untold.get(document.trust.code));
    styles.share(addTrust(workbook, sheetName(document, names), own));
  }
  return workbookBytes(workbook);
}

const LEFT_OUT = 'Left out: a small number of people of the system could be worked out from it.';

/** A return without the sentences of figures by which a number could be told that the system's sheets leave out. */
function withoutTelling(document: ReturnDocument, untold: ReadonlySet<string> | undefined): ReturnDocument {
  if (!untold) return document;
  const lines = document.lines.map((line) => ({
    ...line,
    evidenceItems: untold.has(line.reference)
      ? line.evidenceItems.map((item) => (item.kind === 'figure' ? { ...item, detail: LEFT_OUT } : item))
      : line.evidenceItems,
  }));
  return { ...document, lines };
}

/** "RX1 Thistledown": 31 characters at most, none that Excel forbids, and no name twice. */
function sheetName({ trust: { code, name } }: ReturnDocument, taken: Set<string>): string {
  const plain = `${code} ${name}`
    .replace(/[\\/?*[\]:']+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 31)
    .trim();
  const own = taken.has(plain.toLowerCase()) ? code : plain;
  taken.add(own.toLowerCase());
  return own;
}

function colour(sheet: ExcelJS.Worksheet, { rows }: SheetTable, first: number, columns: number): void {
  for (const index of rows.keys())
    for (let column = first; column < first + columns; column++) {
      const cell = sheet.getCell(HEADING_ROW + 1 + index, column);
      const look = byWord.get(String(cell.value));
      if (!look) continue;
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: look.paper } };
      cell.font = { ...cell.font, bold: true, color: { argb: look.ink } };
    }
}

/** Tables of a trust's return below each other on its sheet: each under its title, all of one width. */
function addTrust(workbook: ExcelJS.Workbook, name: string, document: ReturnDocument): ExcelJS.Worksheet {
  const lines = linesTable(document);
  const { practices, challenges } = document.shared;
  const parts: SheetTable[] = [
    ...(document.lines.some(({ evidenceItems }) => evidenceItems.length > 0) ? [evidenceTable(document)] : []),
    ...(document.workforce.rows.length > 0 ? [workforceTable(document)] : []),
    ...(document.rosters.fill.length > 0 ? [rosterTable(document)] : []),
    ...(document.rosters.temporary.length > 0 ? [temporaryTable(document)] : []),
    ...(practices.length + challenges.length > 0 ? [sharedTable(document)] : []),
  ];
  const { trust, title, madeAt, signatures } = document;
  const signed = signatures.submitted
    ? `submitted by the ${signatures.submitted.role} on ${dateInWords(signatures.submitted.at.slice(0, 10))}`
    : `made on ${dateInWords(madeAt.slice(0, 10))}`;
  const sheet = addTableSheet(workbook, name, {
    ...lines,
    title: `${trust.name} (${trust.code})`,
    subtitle: `${title} · ${signed} · counts of people stand on the sheet “Measures”`,
  });
  colour(sheet, lines, lines.columns.findIndex(({ heading }) => heading === 'Status') + 1, 1);
  let row = HEADING_ROW + lines.rows.length + 3;
  for (const part of parts) row = addPart(sheet, row, part) + 2;
  return sheet;
}

const FONT = { name: 'Arial', size: 10, color: { argb: 'FF212B32' } };

/** Column in which the other tables of a trust's sheet begin: the first has room for the number of a line alone. */
const PART = 2;

/** Writes a table from a row on; answers its last row. */
function addPart(sheet: ExcelJS.Worksheet, from: number, { title, subtitle, columns, rows }: SheetTable): number {
  writeCell(sheet.getCell(from, PART), title, 'text');
  sheet.getCell(from, PART).font = { ...FONT, size: 12, bold: true };
  writeCell(sheet.getCell(from + 1, PART), subtitle, 'text');
  sheet.getCell(from + 1, PART).font = FONT;
  const widths = columns.map((_, index) => sheet.getColumn(index + PART).width ?? 10);
  const written: TableRow[] = [{ kind: 'group', values: columns.map(({ heading }) => heading) }, ...rows];
  for (const [index, own] of written.entries()) {
    const row = from + 2 + index;
    // The title of a group stands over the empty cells beside it; everything else is wrapped in its own.
    const isTitle = index > 0 && own.kind === 'group';
    if (!isTitle) sheet.getRow(row).height = rowHeight(own.values, widths);
    for (const [column, value] of own.values.entries()) {
      const cell = sheet.getCell(row, column + PART);
      const kind = columns[column]?.kind ?? 'text';
      writeCell(cell, value, index === 0 ? 'text' : kind);
      cell.font = { ...FONT, bold: own.kind !== 'row' };
      cell.alignment = {
        vertical: 'top',
        wrapText: typeof value === 'string' && !isTitle,
        ...(index === 0 && !isWords('', kind) ? { horizontal: 'right' } : {}),
      };
      cell.border = { bottom: { style: 'thin', color: { argb: 'FFAEB7BD' } } };
    }
  }
  return from + 1 + written.length;
}
