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

/** The longest part of a name that says whose a file is, and the longest name. */
const MOST_OF = 40;
const MOST = 100;

/** The name of a file with a table: whose it is first, so that those of several trusts lie apart; `mark`, never cut, is last. */
export function tableFileName({ title, of }: { readonly title: string; readonly of?: string }, mark = ''): string {
  const whose = of === undefined || title.includes(of) ? '' : cut(plainName(of), MOST_OF);
  const room = MOST - whose.length - mark.length - 2;
  return workbookFileName([whose, cut(plainName(title), room), mark].filter(Boolean).join(' '));
}

/** The beginning of a name, at the end of a word where there is one. */
const cut = (name: string, most: number): string =>
  name.length <= most
    ? name
    : name
        .slice(0, most + 1)
        .replace(/ [^ ]*$/, '')
        .slice(0, most);

const plainName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** A name that every file system takes: letters, digits, spaces, dots and hyphens, with `.xlsx` behind. */
export function workbookFileName(title: string): string {
  return `${
    plainName(title)
      .slice(0, MOST)
      .replace(/[. ]+$/, '') || 'Table'
  }.xlsx`;
}
