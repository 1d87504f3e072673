import type { LmnsFile, SystemCompile } from '#contract';
import { type Context, implementation } from '../../../context.ts';
import { tablesJson, tablesZip } from '../../../exports/csv.ts';
import { paperDocx } from '../../../exports/papers/docx.ts';
import { paperPdf } from '../../../exports/papers/pdf.ts';
import { addTableSheet } from '../../../exports/sheet.ts';
import { newWorkbook, workbookBytes } from '../../../exports/workbook.ts';
import { periodTitle } from '../../returns/calculations/periods.ts';
import { definitionsOf } from '../../returns/definitions.ts';
import { blankReturn } from '../blank/context.ts';
import { blankFileName, blankWorkbook } from '../blank/write.ts';
import { boardPaper, type PaperHead } from '../calculations/board-paper.ts';
import { systemReturn } from '../calculations/system-return.ts';
import { compileSystem } from '../compile-service.ts';
import { countingReceipts } from '../counting.ts';
import { readAnsweredLines } from '../lines.ts';
import { documentOf } from '../receipt-repository.ts';
import { type LmnsRow, requireLmns } from '../repository.ts';
import { ownTables } from './own-tables.ts';
import { systemTables } from './system-tables.ts';
import { systemWorkbook } from './system-workbook.ts';

const on = implementation.lmns;

interface Asked {
  readonly lmns: LmnsRow;
  readonly period: string;
}

const headOf = (context: Context, { name, kind }: LmnsRow): PaperHead => ({
  name,
  kind,
  version: context.version,
  at: context.now(),
  definitions: definitionsOf(context.reference),
});

/** A file made from the compile, with the ending of its name. */
async function compiledFile(
  context: Context,
  { lmns, period }: Asked,
  kind: Exclude<LmnsFile, `return ${string}`>,
  system: SystemCompile,
): Promise<{ name: string; bytes: Uint8Array }> {
  const head = headOf(context, lmns);
  const of = `${lmns.name} ${period}`;
  switch (kind) {
    case 'paper docx':
      return { name: `Theme 2 board paper ${of}.docx`, bytes: await paperDocx(boardPaper(head, system)) };
    case 'paper pdf':
      return { name: `Theme 2 board paper ${of}.pdf`, bytes: await paperPdf(boardPaper(head, system)) };
    case 'csv':
      return { name: `Theme 2 system ${of} tables.zip`, bytes: tablesZip(systemTables(lmns, system), head.at) };
    case 'json': {
      const about = { system: lmns.name, kind: lmns.kind, period, madeAt: head.at, appVersion: head.version };
      return { name: `Theme 2 system ${of}.json`, bytes: Buffer.from(tablesJson(about, systemTables(lmns, system))) };
    }
    default: {
      const receipts = countingReceipts(context, lmns).filter((receipt) => receipt.period === period);
      const documents = receipts.map((receipt) => documentOf(context.database, receipt));
      return { name: `Theme 2 system ${of}.xlsx`, bytes: await systemWorkbook(lmns, system, documents, head.at) };
    }
  }
}

/** The system's own return. */
async function ownReturn(
  context: Context,
  { lmns, period }: Asked,
  kind: Extract<LmnsFile, `return ${string}`>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const head = headOf(context, lmns);
  const lines = readAnsweredLines(context, lmns, period);
  const name = `Theme 2 return ${lmns.name} ${period}`;
  if (kind === 'return xlsx') {
    const workbook = await newWorkbook(name, head.at);
    for (const { name: sheet, table } of ownTables(lmns, period, lines)) addTableSheet(workbook, sheet, table);
    return { name: `${name}.xlsx`, bytes: await workbookBytes(workbook) };
  }
  const paper = systemReturn(head, periodTitle(period), lines);
  return kind === 'return docx'
    ? { name: `${name}.docx`, bytes: await paperDocx(paper) }
    : { name: `${name}.pdf`, bytes: await paperPdf(paper) };
}

/** A name that every file system takes. */
const plainName = (name: string) =>
  name
    .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
const isOwn = (kind: LmnsFile): kind is Extract<LmnsFile, `return ${string}`> => kind.startsWith('return ');

export const lmnsFileHandlers = {
  blank: on.blank.handler(async ({ input, context }) => {
    const lmns = requireLmns(context.database, input.lmns);
    const blank = blankReturn(context, lmns, input.period, input.code);
    const contents = Buffer.from(await blankWorkbook(blank)).toString('base64');
    return { fileName: blankFileName(blank), contents };
  }),

  file: on.file.handler(async ({ input: { kind, period, ...input }, context, errors }) => {
    const asked = { lmns: requireLmns(context.database, input.lmns), period };
    const write = async () => {
      if (isOwn(kind)) return ownReturn(context, asked, kind);
      const system = compileSystem(context, asked.lmns, period);
      return system && compiledFile(context, asked, kind, system);
    };
    const written = await write();
    if (!written) throw errors.NO_RETURNS();
    return { fileName: plainName(written.name), contents: Buffer.from(written.bytes).toString('base64') };
  }),
};
