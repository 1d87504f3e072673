import type ExcelJS from 'exceljs';
import type { ColumnKind, ReturnDocument, ReturnFigure, ReturnMeasure, ReturnStatus, TableRow } from '#contract';
import { writeCell } from '../../exports/cell.ts';
import type { SheetTable } from '../../exports/layout.ts';
import { addTableSheet, HEADING_ROW } from '../../exports/sheet.ts';
import { newWorkbook, workbookBytes, workbookFileName } from '../../exports/workbook.ts';
import { addDataSheet } from './data-sheet.ts';
import { addMeasures } from './measure-sheet.ts';
import { changesTable, evidenceTable, restatementsTable } from './workbook-beside.ts';
import {
  coverTable,
  linesTable,
  rosterTable,
  sharedTable,
  STATUS_COLUMN,
  temporaryTable,
  wordingTable,
  workforceTable,
} from './workbook-tables.ts';
import { valueInWords } from './calculations/words.ts';

/** Dark on pale, so that each word keeps a contrast of 4.5 to 1 or better, on paper too. */
const statusColours: Record<ReturnStatus, { ink: string; paper: string }> = {
  blue: { ink: 'FF003087', paper: 'FFD8E6F5' },
  green: { ink: 'FF00401E', paper: 'FFD5EBDC' },
  amber: { ink: 'FF6B3900', paper: 'FFFFE9CC' },
  red: { ink: 'FF7A140C', paper: 'FFFADBD8' },
};

/** A return as a workbook for people, with one sheet ("Data") from which another copy of the planner reads it back. */
export async function returnWorkbook(document: ReturnDocument): Promise<Uint8Array> {
  const workbook = await newWorkbook(`Theme 2 return, ${document.trust.name}, ${document.title}`, document.madeAt);
  addTableSheet(workbook, 'Cover', coverTable(document)).pageSetup.fitToHeight = 1;
  colourStatuses(addTableSheet(workbook, 'Lines', linesTable(document)), document);
  if (document.lines.some(({ evidenceItems }) => evidenceItems.length > 0))
    addTableSheet(workbook, 'Evidence', evidenceTable(document));
  addTableSheet(workbook, 'Wording', wordingTable(document));
  if (document.figures.length) addFigures(workbook, document);
  addMeasures(workbook, document);
  if (document.workforce.rows.length) addTableSheet(workbook, 'Workforce', workforceTable(document));
  if (document.rosters.fill.length) addTableSheet(workbook, 'Shift fill', rosterTable(document));
  if (document.rosters.temporary.length) addTableSheet(workbook, 'Temporary staffing', temporaryTable(document));
  const { practices, challenges } = document.shared;
  if (practices.length + challenges.length > 0) addTableSheet(workbook, 'Shared', sharedTable(document));
  if (document.sinceBefore) addTableSheet(workbook, 'What changed', changesTable(document, document.sinceBefore));
  if (document.restatements.length > 0) addTableSheet(workbook, 'Corrections', restatementsTable(document));
  addDataSheet(workbook, document);
  return workbookBytes(workbook);
}

/** The name to suggest: "Theme 2 return RX1 2026-Q2.xlsx". */
export function returnFileName({ trust, period }: ReturnDocument): string {
  return workbookFileName(`Theme 2 return ${trust.code} ${period}`);
}

function colourStatuses(sheet: ExcelJS.Worksheet, document: ReturnDocument): void {
  for (const [index, { status }] of document.lines.entries()) {
    if (status === null) continue;
    const cell = sheet.getCell(HEADING_ROW + 1 + index, STATUS_COLUMN);
    const { ink, paper } = statusColours[status];
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: paper } };
    cell.font = { ...cell.font, bold: true, color: { argb: ink } };
  }
}

/** Column of the value in the table of figures, from 1: each row holds what its own kind says. */
const VALUE_COLUMN = 4;

function addFigures(workbook: ExcelJS.Workbook, document: ReturnDocument): void {
  const measures = document.figures.flatMap((figure) => figure.measures.map((measure) => ({ figure, measure })));
  const rows = measures.map(({ figure, measure }): TableRow => {
    const remarks = [decidedInWords(figure, measure), measure.note, ...figure.warnings]
      .filter((text) => text !== null)
      .join(' ');
    const { reference, title, of, source } = figure;
    const words = typeof measure.value === 'string' ? measure.value : null;
    const values = [
      reference,
      title,
      measure.title,
      words,
      unitOf(measure.kind),
      measure.formula,
      inputsInWords(measure),
      of,
      source,
      remarks,
    ];
    return { kind: 'row', values };
  });
  const sheet = addTableSheet(workbook, 'Figures', {
    title: 'Figures and how they were made',
    subtitle: `${document.trust.name} (${document.trust.code}) · ${document.title}; an empty cell is not known`,
    columns: figureColumns,
    rows,
  });
  for (const [index, { measure }] of measures.entries())
    if (typeof measure.value !== 'string')
      writeCell(sheet.getCell(HEADING_ROW + 1 + index, VALUE_COLUMN), measure.value, measure.kind);
}

const figureColumns: SheetTable['columns'] = [
  { heading: 'Line', kind: 'text', width: 7 },
  { heading: 'Figure', kind: 'text', width: 17 },
  { heading: 'Measure', kind: 'text', width: 18 },
  { heading: 'Value', kind: 'count', width: 13 },
  { heading: 'Unit', kind: 'text', width: 10 },
  { heading: 'Formula', kind: 'long_text', width: 22 },
  { heading: 'Inputs', kind: 'long_text', width: 24 },
  { heading: 'Of', kind: 'text', width: 16 },
  { heading: 'Source', kind: 'long_text', width: 22 },
  { heading: 'Remarks', kind: 'long_text', width: 24 },
];

function unitOf(kind: ColumnKind): string {
  if (kind === 'wte') return 'WTE';
  if (kind === 'rate') return 'per cent';
  if (kind === 'figure') return 'times';
  return kind === 'minutes' ? 'hours' : kind === 'count' ? 'number' : kind === 'date' ? 'date' : 'text';
}

/** That a figure was changed, from what, and why; null for one that was not. */
function decidedInWords({ decision }: ReturnFigure, { kind, workedOut }: ReturnMeasure): string | null {
  if (workedOut === undefined) return null;
  return `Overruled: worked out as ${valueInWords(kind, workedOut)}. ${decision?.reason ?? ''}`.trim();
}

function inputsInWords({ inputs }: ReturnMeasure): string {
  return inputs.map(({ title, kind, value }) => `${title} ${valueInWords(kind, value)}`).join('; ');
}
