import { implementation } from '../context.ts';
import { tableWorkbook } from './table-workbook.ts';
import { workbookFileName } from './workbook.ts';

const on = implementation.exports;

export const exportsHandlers = on.router({
  table: on.table.handler(async ({ input, context: { now } }) => {
    const bytes = await tableWorkbook(input, now());
    return { fileName: workbookFileName(input.title), contents: Buffer.from(bytes).toString('base64') };
  }),
});
