import type ExcelJS from 'exceljs';
import type { MeasureDefinition, PlanLine } from '#contract';
import { writeCell } from '../../../exports/cell.ts';
import { addTableSheet } from '../../../exports/sheet.ts';
import { newWorkbook, type Workbook, workbookBytes, workbookFileName } from '../../../exports/workbook.ts';
import { isOwn } from '../../returns/calculations/own-measures.ts';
import { periodTitle } from '../../returns/calculations/periods.ts';
import {
  BLANK_VERSION,
  blankFormat,
  coverRows,
  FIRST_ROW,
  lineColumns,
  MARK_MEASURE,
  measureColumns,
  PROSE_LIMIT,
  SHARING,
  sheetNames,
  statusList,
  WORKFORCE_ROWS,
  workforceColumns,
} from './layout.ts';

/** What a blank workbook is of. */
export interface BlankReturn {
  readonly system: { readonly name: string; readonly kind: 'LMNS' | 'ICB' };
  /** The trust it is for; null for any. */
  readonly trust: { readonly code: string; readonly name: string } | null;
  readonly period: string;
  /** The day by which the LMNS wants it back; null where none is set. */
  readonly due: string | null;
  readonly lines: readonly PlanLine[];
  readonly staffGroups: readonly string[];
  readonly bands: readonly string[];
  readonly measures: readonly MeasureDefinition[];
  readonly appVersion: string;
  /** ISO 8601. */
  readonly at: string;
}

export const blankFileName = ({ system, trust, period }: BlankReturn): string =>
  workbookFileName(`Theme 2 return to fill in ${trust?.code ?? system.name} ${period}`);

/** A workbook that a trust without the planner fills in, with lists, dates and numbers that are checked as they are typed. */
export async function blankWorkbook(blank: BlankReturn): Promise<Uint8Array> {
  const workbook = await newWorkbook(`Theme 2 return, ${blank.system.name}, ${periodTitle(blank.period)}`, blank.at);
  addCover(workbook, blank);
  addLines(workbook, blank);
  addWorkforce(workbook, blank);
  if (blank.measures.length > 0) addMeasures(workbook, blank);
  addLists(workbook, blank);
  addMark(workbook, blank);
  // Without a password: it keeps typing to the cells that are asked for, and locks nobody out.
  for (const sheet of workbook.worksheets)
    await sheet.protect('', { spinCount: 1, formatColumns: true, formatRows: true, autoFilter: true, sort: true });
  return workbookBytes(workbook);
}

const of = ({ system, period }: BlankReturn) => `${system.name} · ${periodTitle(period)}`;
const ENTRY: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } };

/** Opens a cell to be filled in, with its rule. */
function open(cell: ExcelJS.Cell, format: string, rule?: ExcelJS.DataValidation): void {
  cell.protection = { locked: false };
  cell.fill = ENTRY;
  cell.numFmt = format;
  cell.font = { name: 'Arial', size: 10 };
  const words = format === '@';
  cell.alignment = { vertical: 'top', horizontal: words ? 'left' : 'right', wrapText: words, indent: 1 };
  cell.border = {
    bottom: { style: 'thin', color: { argb: 'FFAEB7BD' } },
    right: { style: 'thin', color: { argb: 'FFAEB7BD' } },
  };
  if (rule) cell.dataValidation = rule;
}

const told = (
  error: string,
): Pick<ExcelJS.DataValidation, 'allowBlank' | 'showErrorMessage' | 'errorTitle' | 'error'> => ({
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: 'Please check',
  error,
});
const chosen = (column: string, count: number): ExcelJS.DataValidation => ({
  type: 'list',
  formulae: [`${sheetNames.lists}!$${column}$1:$${column}$${count}`],
  ...told('Choose one from the list.'),
});
const day: ExcelJS.DataValidation = {
  type: 'date',
  operator: 'between',
  formulae: [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2099, 11, 31))],
  ...told('Enter a date, such as 30/09/2026.'),
};
const amount: ExcelJS.DataValidation = {
  type: 'decimal',
  operator: 'between',
  formulae: [0, 9999],
  ...told('Enter a number of whole-time equivalents, such as 12.6.'),
};
const prose: ExcelJS.DataValidation = {
  type: 'textLength',
  operator: 'lessThanOrEqual',
  formulae: [PROSE_LIMIT],
  ...told(`Use ${PROSE_LIMIT.toLocaleString('en-GB')} characters or fewer.`),
};

function addCover(workbook: Workbook, blank: BlankReturn): void {
  const rows = [
    ...Object.values(coverRows).map(({ label }) => [label, null]),
    ['LMNS or ICB', `${blank.system.name} (${blank.system.kind})`],
    ['Period', periodTitle(blank.period)],
    ['Wanted by', blank.due],
    [
      'How to fill it in',
      'Fill in the pale yellow cells of this sheet and of the sheets “Lines” and “Workforce”. Leave blank what you do not know: a blank is not a nought.',
    ],
    ['Names', 'Use roles, never names, and nothing about a patient or a single member of staff.'],
    [
      'When it is filled in',
      'Save it and send it back to the LMNS. Sheets and headings must stay as they are, for the LMNS’s planner reads them.',
    ],
  ];
  const sheet = addTableSheet(workbook, sheetNames.cover, {
    title: 'Theme 2 return to fill in',
    subtitle: of(blank),
    filter: false,
    columns: [
      { heading: 'Item', kind: 'text', width: 32 },
      { heading: 'To fill in', kind: 'long_text', width: 70 },
    ],
    rows: rows.map((values) => ({ kind: 'row', values })),
  });
  const { code, name, role, submitted, census } = coverRows;
  open(sheet.getCell(code.row, 2), '@', {
    type: 'textLength',
    operator: 'between',
    formulae: [2, 10],
    ...told('Enter the trust’s ODS code, such as RX1.'),
  });
  open(sheet.getCell(name.row, 2), '@');
  open(sheet.getCell(role.row, 2), '@');
  open(sheet.getCell(submitted.row, 2), 'dd/mm/yyyy', day);
  open(sheet.getCell(census.row, 2), 'dd/mm/yyyy', day);
  for (const row of [submitted.row, census.row]) sheet.getCell(row, 2).alignment = { horizontal: 'left', indent: 1 };
  writeCell(sheet.getCell(12, 2), blank.due, 'date');
  sheet.getCell(12, 2).alignment = { horizontal: 'left', indent: 1 };
  if (blank.trust) {
    writeCell(sheet.getCell(code.row, 2), blank.trust.code, 'text');
    writeCell(sheet.getCell(name.row, 2), blank.trust.name, 'text');
  }
}

function addLines(workbook: Workbook, blank: BlankReturn): void {
  const sheet = addTableSheet(workbook, sheetNames.lines, {
    title: 'Lines that a trust answers',
    subtitle: of(blank),
    filter: false,
    columns: [
      { heading: 'Line', kind: 'text', width: 7 },
      { heading: 'Action', kind: 'text', width: 22 },
      { heading: 'What is asked', kind: 'long_text', width: 38 },
      ...lineColumns.map(({ heading, width }) => ({ heading, kind: 'text' as const, width })),
    ],
    rows: blank.lines.map(({ reference, title, sentence }) => ({
      kind: 'row',
      values: [reference, title, sentence, ...lineColumns.map(() => null)],
    })),
  });
  for (const index of blank.lines.keys())
    for (const { field, column } of lineColumns) {
      const cell = sheet.getCell(FIRST_ROW + index, column);
      if (field === 'status') open(cell, '@', chosen('A', statusList.length));
      else if (field === 'sharing') open(cell, '@', chosen('B', SHARING.length));
      else if (field === 'due') open(cell, 'dd/mm/yyyy', day);
      else open(cell, '@', prose);
    }
}

function addWorkforce(workbook: Workbook, blank: BlankReturn): void {
  const columns = Object.values(workforceColumns);
  const sheet = addTableSheet(workbook, sheetNames.workforce, {
    title: 'Establishment by staff group and band',
    subtitle: `${of(blank)} · whole-time equivalents; leave blank what is not known`,
    filter: false,
    columns: columns.map(({ heading, width }) => ({ heading, kind: 'text', width })),
    rows: [],
  });
  for (let row = FIRST_ROW; row < FIRST_ROW + WORKFORCE_ROWS; row++) {
    const { staffGroup, band, required, funded, inPost, tool, assessed } = workforceColumns;
    open(sheet.getCell(row, staffGroup.column), '@', chosen('C', blank.staffGroups.length));
    open(sheet.getCell(row, band.column), '@', chosen('D', blank.bands.length));
    for (const { column } of [required, funded, inPost]) open(sheet.getCell(row, column), '0.00', amount);
    open(sheet.getCell(row, tool.column), '@');
    open(sheet.getCell(row, assessed.column), 'dd/mm/yyyy', day);
  }
}

function addMeasures(workbook: Workbook, blank: BlankReturn): void {
  const sheet = addTableSheet(workbook, sheetNames.measures, {
    title: 'Measures',
    subtitle: `${of(blank)} · numerator and denominator, never the rate alone`,
    filter: false,
    columns: [
      { heading: 'Id', kind: 'text', width: 16 },
      { heading: 'Measure', kind: 'text', width: 26 },
      { heading: 'Of', kind: 'text', width: 9 },
      { heading: 'What is the numerator', kind: 'long_text', width: 32 },
      { heading: 'What is the denominator', kind: 'long_text', width: 32 },
      { heading: 'Leave out', kind: 'long_text', width: 26 },
      { heading: 'Numerator', kind: 'text', width: 13 },
      { heading: 'Denominator', kind: 'text', width: 13 },
      { heading: 'Figures are of', kind: 'text', width: 14 },
    ],
    rows: blank.measures.map(({ id, shortName, unit, numerator, denominator, exclusions }) => ({
      kind: 'row',
      values: [id, shortName, unitWords[unit], numerator, denominator ?? 'none', exclusions, null, null, null],
    })),
  });
  for (const [index, { denominator }] of blank.measures.entries()) {
    const row = FIRST_ROW + index;
    const rule = { ...amount, formulae: [-9_999_999, 9_999_999], ...told('Enter a number.') };
    open(sheet.getCell(row, measureColumns.numerator), '0.##', rule);
    if (denominator !== null) open(sheet.getCell(row, measureColumns.denominator), '0.##', rule);
    open(sheet.getCell(row, measureColumns.on), 'dd/mm/yyyy', day);
  }
}

const unitWords: Record<MeasureDefinition['unit'], string> = {
  wte: 'WTE',
  heads: 'people',
  minutes: 'hours',
  count: 'number',
  days: 'days',
};

function addLists(workbook: Workbook, { staffGroups, bands }: BlankReturn): void {
  const sheet = workbook.addWorksheet(sheetNames.lists, { state: 'hidden' });
  for (const [column, words] of [statusList, SHARING, staffGroups, bands].entries())
    for (const [row, word] of words.entries()) writeCell(sheet.getCell(row + 1, column + 1), word, 'text');
}

function addMark(workbook: Workbook, { system, period, appVersion, at, measures }: BlankReturn): void {
  const sheet = workbook.addWorksheet(sheetNames.mark, { state: 'hidden' });
  const rows = [
    ['format', blankFormat],
    ['version', String(BLANK_VERSION)],
    ['system', system.name],
    ['kind', system.kind],
    ['period', period],
    ['app', appVersion],
    ['made', at],
    // What the LMNS asks beside the packs travels along: whoever reads it back may not know it.
    ...measures.filter(isOwn).map((measure) => [MARK_MEASURE, JSON.stringify(measure)]),
  ];
  for (const [row, cells] of rows.entries())
    for (const [column, text] of cells.entries()) writeCell(sheet.getCell(row + 1, column + 1), text, 'text');
}
