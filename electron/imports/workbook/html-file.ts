import type { SheetRow } from './cell.ts';
import { decoderFor, encodingOfMark } from './encoding.ts';
import type { FileBytes } from './file-bytes.ts';
import { scanHtml } from './html-scanner.ts';
import { type HtmlCell, HtmlTables } from './html-table.ts';
import type { Limits } from './limits.ts';
import { MergeFiller } from './merged-rows.ts';
import type { MergedBlock } from './merges.ts';
import type { OpenedFile, RowOptions } from './open.ts';
import { refuse } from './refusal.ts';
import { RowBuilder } from './row-builder.ts';

const ROWS_AT_ONCE = 500;
/** Each is found by reading the page again. */
const MOST_TABLES = 50;

/**
 * Opens a web page that some systems export under the name of a workbook: each table is a sheet, each value text. A page
 * without a table is refused.
 */
export async function openHtml(file: FileBytes, limits: Limits): Promise<OpenedFile> {
  if (file.size > limits.smallPartBytes) refuse('too_large', 'This is a web page, and larger than this program reads.');
  const page = decodePage(await file.read(0, file.size));
  const tables = tablesWithText(page);
  if (tables.length > MOST_TABLES) refuse('too_large', `The page has more than ${MOST_TABLES} tables.`);
  if (tables.length === 0) refuse('html_not_a_workbook', 'This is a web page without a table.');
  const name = (i: number): string => (tables.length === 1 ? 'Table' : `Table ${i + 1}`);
  return {
    kind: 'opened',
    format: 'html',
    date1904: false,
    sheets: tables.map((_, index) => ({ index, name: name(index), hidden: false })),
    rows: (sheet, options) => readTable(page, tables[sheet]!, limits, options),
    share: () => null,
    close: () => file.close(),
  };
}

/** By byte order mark, else by what the page says of itself, if its bytes bear it out, else UTF-8 or windows-1252. */
function decodePage(bytes: Buffer): string {
  const said = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
  for (const encoding of [encodingOfMark(bytes), said, 'utf-8', 'windows-1252']) {
    const page = encoding === undefined ? undefined : decoded(bytes, encoding);
    if (page !== undefined) return page;
  }
  return refuse('html_not_a_workbook', 'This is a web page in an unknown encoding.');
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    const decoder = decoderFor(encoding);
    return decoder.decode(bytes) + decoder.end();
  } catch {
    return undefined;
  }
}

function tablesWithText(page: string): number[] {
  const found = new Set<number>();
  const tables = new HtmlTables((table, _, cells) => {
    if (cells.some(({ text }) => text !== '')) found.add(table);
  });
  for (const _ of scanHtml(page, tables));
  tables.finish();
  return [...found].sort((a, b) => a - b);
}

async function* readTable(
  page: string,
  wanted: number,
  limits: Limits,
  options: RowOptions = {},
): AsyncGenerator<SheetRow[]> {
  const builder = new RowBuilder(limits);
  const merges = new Map<number, MergedBlock[]>();
  const filler = options.fillMerged === undefined ? undefined : new MergeFiller(merges, options.fillMerged.belowRow);
  const fill = (rows: SheetRow[]): SheetRow[] => (filler === undefined ? rows : rows.map((row) => filler.fill(row)));
  let waiting = 0;
  const tables = new HtmlTables((table, row, cells) => {
    if (table !== wanted) return;
    waiting++;
    merges.set(row, cells.map(({ block }) => block).filter(isMerged));
    putRow(builder, row, cells);
  });
  for (const _ of scanHtml(page, tables)) {
    if (waiting < ROWS_AT_ONCE) continue;
    waiting = 0;
    yield fill(builder.take());
  }
  tables.finish();
  yield fill(builder.take());
}

function isMerged({ top, left, bottom, right }: MergedBlock): boolean {
  return bottom > top || right > left;
}

function putRow(builder: RowBuilder, row: number, cells: readonly HtmlCell[]): void {
  builder.begin(row);
  for (const { block, text } of cells) {
    if (text !== '') builder.putText(block.left, text);
  }
  builder.finish();
}
