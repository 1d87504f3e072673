import { createHash } from 'node:crypto';
import type ExcelJS from 'exceljs';
import { documentFormat, type ReturnDocument, returnDocument } from '#contract';
import { writeCell } from '../../exports/cell.ts';
import { undoInert } from '#contract';
import { addPrintedSheet } from '../../exports/sheet.ts';
import type { Workbook } from '../../exports/workbook.ts';
import { type DocumentRecord, documentOf, recordsOf } from './calculations/records.ts';

/** The sheet from which a return is read back, and its headings. */
export const DATA_SHEET = 'Data';
export const dataHeadings = ['Path', 'Type', 'Value'] as const;

const CHECKSUM = '#sha256';
const types = new Set<string>([
  'record',
  'list',
  'text',
  'number',
  'true',
  'false',
  'null',
] satisfies DocumentRecord['type'][]);

/** The whole document, one value a row, and a checksum over all rows so that a change by hand is noticed. */
export function addDataSheet(workbook: Workbook, document: ReturnDocument): void {
  const records = recordsOf(document);
  const sheet = addPrintedSheet(workbook, DATA_SHEET, 'Data for the LMNS copy of the planner', 1);
  for (const [column, heading] of dataHeadings.entries()) {
    writeCell(sheet.getCell(1, column + 1), heading, 'text');
    sheet.getCell(1, column + 1).font = { name: 'Arial', size: 10, bold: true };
  }
  writeRecord(sheet, 2, { path: CHECKSUM, type: 'text', value: checksum(records) });
  for (const [index, record] of records.entries()) writeRecord(sheet, index + 3, record);
  sheet.columns = [{ width: 40 }, { width: 10 }, { width: 90 }];
  // Whoever prints the workbook gets what says whose return it is, and not hundreds of rows for a machine.
  sheet.pageSetup.printArea = 'A$1:C$16';
}

function writeRecord(sheet: ExcelJS.Worksheet, row: number, { path, type, value }: DocumentRecord): void {
  writeCell(sheet.getCell(row, 1), path, 'text');
  writeCell(sheet.getCell(row, 2), type, 'text');
  writeCell(sheet.getCell(row, 3), value, 'count');
  if (typeof value === 'number') sheet.getCell(row, 3).numFmt = '0';
}

/** What the rows below the headings hold, each as path, type and value as a sheet gives them. */
export type DataReading =
  | { readonly kind: 'read'; readonly document: ReturnDocument }
  | { readonly kind: 'refused'; readonly message: string };

type DataCell = string | number | null;

/** Reads the rows of a data sheet back into the document that they were written from. */
export function readDataRows(rows: readonly (readonly [DataCell, DataCell, DataCell])[]): DataReading {
  const records = rows.map(readRecord);
  if (records.some((record) => record === null)) return refused('has rows that the planner did not write');
  const [sum, ...kept] = records as DocumentRecord[];
  const format = kept.find(({ path }) => path === 'format')?.value;
  if (sum?.path !== CHECKSUM || format !== documentFormat) return refused('is not that of a Theme 2 return');
  const version = kept.find(({ path }) => path === 'version')?.value;
  if (typeof version === 'number' && version > 1)
    return {
      kind: 'refused',
      message: 'This return was made by a newer version of the planner. Update this one, then read it again.',
    };
  if (sum.value !== checksum(kept)) return refused('was changed after the return was made');
  const parsed = returnDocument.safeParse(documentOf(kept));
  return parsed.success ? { kind: 'read', document: parsed.data } : refused('is not whole');
}

function readRecord([path, type, value]: readonly [DataCell, DataCell, DataCell]): DocumentRecord | null {
  if (typeof type !== 'string' || !types.has(type)) return null;
  const own = typeof value === 'string' ? undoInert(value) : value;
  return {
    path: undoInert(String(path ?? '')),
    type: type as DocumentRecord['type'],
    value: type === 'text' ? String(own ?? '') : type === 'number' || type === 'list' ? own : null,
  };
}

function checksum(records: readonly DocumentRecord[]): string {
  const hash = createHash('sha256');
  for (const { path, type, value } of records) hash.update(JSON.stringify([path, type, value]) + '\n');
  return hash.digest('hex');
}

const refused = (why: string): DataReading => ({
  kind: 'refused',
  message: `The sheet “${DATA_SHEET}” ${why}. Ask the trust for the workbook as the planner made it.`,
});
