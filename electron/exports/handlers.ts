import { implementation } from '../context.ts';
import { tableCsv } from './csv.ts';
import { tableWorkbook } from './table-workbook.ts';
import { tableFileName } from './workbook.ts';

const on = implementation.exports;

/** A screen shows the trust's own people every number; so does what is saved of it. */
const WITHIN_TRUST = 'For use inside the trust: small numbers and names are as the screen shows them.';

export const exportsHandlers = on.router({
  table: on.table.handler(async ({ input, context: { now } }) => {
    const bytes = await tableWorkbook({ ...input, notice: WITHIN_TRUST }, now());
    return { fileName: tableFileName(input), contents: Buffer.from(bytes).toString('base64') };
  }),
  csv: on.csv.handler(({ input }) => ({
    // A line of words would be in the way of other programs: the name says for whom it is.
    fileName: tableFileName(input, 'inside the trust').replace(/xlsx$/, 'csv'),
    contents: Buffer.from(tableCsv(input)).toString('base64'),
  })),
});
