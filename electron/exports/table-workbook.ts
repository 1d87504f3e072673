import type { ExportTable } from '../contract/exports.ts';
import { addTableSheet } from './sheet.ts';
import { newWorkbook, workbookBytes } from './workbook.ts';

/** A table as a screen shows it as a workbook: the table, and its definitions on a sheet of their own. `at` is ISO 8601. */
export async function tableWorkbook(
  table: ExportTable & { readonly notice?: string },
  at: string,
): Promise<Uint8Array> {
  const title = titleOf(table);
  const workbook = await newWorkbook(title, at);
  addTableSheet(workbook, 'Table', { ...table, title });
  if (table.definitions.length)
    addTableSheet(workbook, 'Definitions', {
      title: 'Definitions',
      subtitle: title,
      columns: [
        { heading: 'Term', kind: 'text' },
        { heading: 'What it means', kind: 'long_text' },
      ],
      rows: table.definitions.map(({ term, meaning }) => ({ kind: 'row', values: [term, meaning] })),
    });
  return workbookBytes(workbook);
}

/** What a sheet is called, with whose it is where nothing else at its head says so. */
const titleOf = ({ title, subtitle, of }: ExportTable): string =>
  of === undefined || `${title} ${subtitle}`.includes(of) ? title : `${title}, ${of}`;
