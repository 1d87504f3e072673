import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { SaveOutcome, SaveRequest } from '#contract';

const KINDS: Readonly<Record<string, string>> = {
  ics: 'Calendar',
  xlsx: 'Excel workbook',
  docx: 'Word document',
  pdf: 'PDF document',
  csv: 'Comma-separated values',
  'mwp-return': 'Theme 2 return bundle',
  sqlite: 'Planner data',
};

function filters(name: string): FileFilter[] {
  const extension = extname(name).slice(1);
  const kind = KINDS[extension];
  return kind === undefined ? [] : [{ name: kind, extensions: [extension] }];
}

let lastFolder: string | null = null;

/**
 * Asks where to save, and has it written there. The dialog asks before it gives the name of a file that is there
 * already. The page offers a name and never learns or chooses a folder beforehand.
 */
export async function saveAs(
  window: BrowserWindow,
  { suggestedName, bytes }: SaveRequest,
  write: (path: string, bytes: Uint8Array) => Promise<string | null>,
): Promise<SaveOutcome> {
  const name = basename(suggestedName.replaceAll('\\', '/'));
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as',
    defaultPath: join(lastFolder ?? app.getPath('documents'), name),
    filters: filters(name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === undefined || filePath === '') return { kind: 'cancelled' };
  lastFolder = dirname(filePath);
  const problem = await write(filePath, bytes);
  return problem === null ? { kind: 'saved', path: filePath } : { kind: 'failed', message: problem };
}
