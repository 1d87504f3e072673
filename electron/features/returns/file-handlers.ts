import type { ReturnDocument, ReturnFileFormat } from '#contract';
import { implementation } from '../../context.ts';
import { tablesJson, tablesZip } from '../../exports/csv.ts';
import { paperDocx } from '../../exports/papers/docx.ts';
import { paperPdf } from '../../exports/papers/pdf.ts';
import { requireReturn } from './access.ts';
import { highlightReport } from './calculations/highlight-report.ts';
import { returnTables } from './return-tables.ts';
import { standingDocument } from './standing.ts';

const on = implementation.returns;

/** A return in one of its formats, with the name to suggest. */
async function returnFile(
  document: ReturnDocument,
  format: ReturnFileFormat,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { trust, period, madeAt, appVersion } = document;
  const of = `${trust.code} ${period}`;
  switch (format) {
    case 'docx':
      return { name: `Theme 2 highlight report ${of}.docx`, bytes: await paperDocx(highlightReport(document)) };
    case 'pdf':
      return { name: `Theme 2 highlight report ${of}.pdf`, bytes: await paperPdf(highlightReport(document)) };
    case 'csv':
      return { name: `Theme 2 return ${of} tables.zip`, bytes: tablesZip(returnTables(document), madeAt) };
    default: {
      const head = { trust: trust.code, name: trust.name, period, madeAt, appVersion };
      return { name: `Theme 2 return ${of}.json`, bytes: Buffer.from(tablesJson(head, returnTables(document))) };
    }
  }
}

export const returnFileHandlers = {
  file: on.file.handler(async ({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    const document = standingDocument(context, trust, row, input.submission);
    if (!document) throw errors.NOT_THERE();
    const { name, bytes } = await returnFile(document, input.format);
    return { fileName: name, contents: Buffer.from(bytes).toString('base64') };
  }),
};
