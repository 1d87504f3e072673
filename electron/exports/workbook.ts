import type ExcelJS from 'exceljs';
import { cellText } from './neutral.ts';
import { setZipTime } from './zip-time.ts';

export type Workbook = ExcelJS.Workbook;

const APP = 'Maternity Workforce Planner';

/** An empty workbook in British English that names no person; `at` is its time, ISO 8601. */
export async function newWorkbook(title: string, at: string): Promise<Workbook> {
  // Loaded when a workbook is first made: it is two thirds of all our code, and no start needs it.
  const exceljs = await import('exceljs');
  const workbook = new exceljs.default.Workbook();
  workbook.creator = APP;
  workbook.lastModifiedBy = APP;
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  workbook.title = cellText(title);
  return Object.assign(workbook, { language: 'en-GB' });
}

/** The workbook's bytes: the same for the same content and time. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  setZipTime(bytes, workbook.modified.toISOString());
  return bytes;
}

/** A name that every file system takes: letters, digits, spaces, dots and hyphens, with `.xlsx` behind. */
export function workbookFileName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${plain.slice(0, 100).replace(/[. ]+$/, '') || 'Table'}.xlsx`;
}
