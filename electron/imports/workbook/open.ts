import type { SheetRow } from './cell.ts';
import { streamNames } from './compound-file.ts';
import { type FileBytes, openBytes } from './file-bytes.ts';
import { HEAD_BYTES, kindOfFile } from './file-kind.ts';
import { openHtml } from './html-file.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type FileRefusal, FileRefusalError, refuse } from './refusal.ts';
import { openText } from './text-file.ts';
import { openXlsx } from './xlsx-file.ts';

export { type FileRefusal, FileRefusalError, type FileRefusalReason } from './refusal.ts';

/** A worksheet of an opened file, in the workbook's order. */
export interface SheetInfo {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

export interface RowOptions {
  readonly fillMerged?: { readonly belowRow: number };
}

export interface OpenedFile {
  readonly kind: 'opened';
  readonly format: 'xlsx' | 'csv' | 'html';
  /** True where day 0 is 1 January 1904. */
  readonly date1904: boolean;
  readonly sheets: readonly SheetInfo[];
  /** Encoding and delimiter of a text file, for the reader's eyes; absent for a workbook. */
  readonly text?: { readonly encoding: string; readonly delimiter: string };
  /**
   * Streams the rows of a sheet that hold a value, in order of the file, some hundreds at a time. With `fillMerged`, each
   * cell of a merged block that begins below `fillMerged.belowRow` has the block's value; rows without a value of their
   * own stay away. Throws a FileRefusalError where the part turns out to be damaged or over a limit.
   */
  rows(sheet: number, options?: RowOptions): AsyncIterable<readonly SheetRow[]>;
  /**
   * Takes it that a large sheet merges no cells below its headings: whether it does stands behind its rows, and a pass to
   * look there first costs as much as unpacking it all. `rows` throws MergedCellsBehind at the end of one that does, and
   * fills them when it is asked again.
   */
  assumeUnmerged?(): void;
  /** About which part of the sheet is read whose rows were given last, from 0 to 1; null where that cannot be told. */
  share(): number | null;
  close(): Promise<void>;
}

/**
 * Opens a workbook or text file for reading, by what it is rather than by its name. Says why where it cannot be read or
 * holds no cell with a value; every limit that the file's own directory can tell is checked before anything is unpacked.
 */
export async function openFile(path: string, limits: Partial<Limits> = {}): Promise<OpenedFile | FileRefusal> {
  let file: FileBytes | undefined;
  try {
    const all = { ...DEFAULT_LIMITS, ...limits };
    file = await openBytes(path, all);
    const opened = await openKind(file, all);
    if (!(await hasRows(opened))) refuse('no_rows', 'There is not a single value in the file.');
    return opened;
  } catch (error) {
    await file?.close();
    if (error instanceof FileRefusalError) return error.refusal;
    throw error;
  }
}

async function openKind(file: FileBytes, limits: Limits): Promise<OpenedFile> {
  const head = await file.read(0, HEAD_BYTES);
  switch (kindOfFile(head)) {
    case 'zip':
      return openXlsx(file, limits);
    case 'text':
      return openText(file, limits);
    case 'empty':
      return refuse('empty_file', 'The file is empty: it has no bytes at all.');
    case 'compound':
      return refuseCompound(file);
    case 'old_xls':
      return refuse('legacy_xls', 'This is an Excel file of the old kind (.xls).');
    case 'html':
      return openHtml(file, limits);
    case 'web_archive':
      return refuse('html_not_a_workbook', 'This is a web archive that was given the name of a workbook.');
    case 'xml_spreadsheet':
      return refuse('not_a_workbook', 'This is an XML spreadsheet; Excel can save it as an Excel Workbook (.xlsx).');
    case 'other':
      return refuse('not_a_workbook', 'This is neither a workbook nor a text file.');
  }
}

/** Encrypted workbooks and old Excel files share a container; its list of streams tells them apart. */
export async function refuseCompound(file: FileBytes): Promise<never> {
  const names = await streamNames(file);
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) {
    return refuse('password_protected', 'The file is protected by a password.');
  }
  if (names.includes('WordDocument') || names.some((name) => name.startsWith('__properties_version'))) {
    return refuse('not_a_workbook', 'This is a document or message of another program.');
  }
  return refuse('legacy_xls', 'This is an Excel file of the old kind (.xls).');
}

async function hasRows(opened: OpenedFile): Promise<boolean> {
  for (const sheet of opened.sheets) {
    for await (const rows of opened.rows(sheet.index)) if (rows.length > 0) return true;
  }
  return false;
}
