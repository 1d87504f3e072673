import type { ExportedFile, ExportTable } from '#contract';
import type { Context } from '../../context.ts';
import { tableWorkbook } from '../../exports/table-workbook.ts';
import { workbookFileName } from '../../exports/workbook.ts';
import type { Sharing } from './sharing.ts';

/** The table as a workbook that leaves the trust; what it tells is kept, and what a file before left out of it is said. */
export async function sharedFile(table: ExportTable, sharing: Sharing, { now }: Context): Promise<ExportedFile> {
  const bytes = await tableWorkbook(table, now());
  const leftOut = sharing.remember(table.title);
  return { fileName: workbookFileName(table.title), contents: Buffer.from(bytes).toString('base64'), leftOut };
}
