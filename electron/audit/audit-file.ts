import type { ExportedFile } from '#contract';
import type { Context } from '../context.ts';
import { tableCsv } from '../exports/csv.ts';
import { tableWorkbook } from '../exports/table-workbook.ts';
import { workbookFileName } from '../exports/workbook.ts';
import { allEntries, auditTable, HOW_TO_VERIFY } from './file.ts';

/** The whole audit as a file for the auditor, with the hashes and the sentence that says how to verify them. */
export async function auditFile({ database, audit, now }: Context, format: 'xlsx' | 'csv'): Promise<ExportedFile> {
  audit.flush();
  const rows = allEntries(database);
  const table = auditTable(rows, now().slice(0, 10));
  const name = workbookFileName(`Audit to ${now().slice(0, 10)}`);
  if (format === 'xlsx') {
    const bytes = await tableWorkbook({ ...table, notice: HOW_TO_VERIFY }, now());
    return { fileName: name, contents: Buffer.from(bytes).toString('base64') };
  }
  const csv = `${tableCsv({ ...table, rows: auditTable(rows, '', rows.length).rows })}"${HOW_TO_VERIFY.replaceAll('"', '""')}"\r\n`;
  return { fileName: name.replace(/xlsx$/, 'csv'), contents: Buffer.from(csv).toString('base64') };
}
