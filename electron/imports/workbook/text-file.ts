import type { SheetRow } from './cell.ts';
import { DelimitedText, UnclosedQuote } from './delimited-text.ts';
import { declaredDelimiter, delimiterOf } from './delimiter.ts';
import { decoderFor, encodingOfMark } from './encoding.ts';
import { blocks, type FileBytes } from './file-bytes.ts';
import { HEAD_BYTES } from './file-kind.ts';
import { LAST_COLUMN, type Limits } from './limits.ts';
import type { OpenedFile } from './open.ts';
import { refuse } from './refusal.ts';
import { RowBuilder } from './row-builder.ts';

/** How a text file is written. */
export interface TextForm {
  readonly encoding: string;
  readonly delimiter: string;
  /** True where the first line only names the delimiter. */
  readonly declared: boolean;
}

/** Opens a text file as a workbook of one sheet. */
export async function openText(file: FileBytes, limits: Limits): Promise<OpenedFile> {
  const form = await readTextForm(file);
  return {
    kind: 'opened',
    format: 'csv',
    date1904: false,
    sheets: [{ index: 0, name: 'Text', hidden: false }],
    text: { encoding: form.encoding, delimiter: form.delimiter },
    rows: () => readTextRows(file, form, limits),
    share: () => file.readTo / Math.max(1, file.size),
    close: () => file.close(),
  };
}

/** Finds out encoding and delimiter; the whole file decides between UTF-8 and windows-1252. */
async function readTextForm(file: FileBytes): Promise<TextForm> {
  const head = await file.read(0, HEAD_BYTES);
  const encoding = encodingOfMark(head) ?? ((await isUtf8(file)) ? 'utf-8' : 'windows-1252');
  const text = decoderFor(encoding)
    .decode(head)
    .replace(/^\ufeff/, '');
  const declared = declaredDelimiter(text);
  return { encoding, delimiter: declared ?? delimiterOf(text), declared: declared !== undefined };
}

async function isUtf8(file: FileBytes): Promise<boolean> {
  const decoder = decoderFor('utf-8');
  try {
    for await (const block of blocks(file, 0, file.size)) decoder.decode(block);
    decoder.end();
    return true;
  } catch {
    return false;
  }
}

/** Streams the lines of a text file as rows. Every value is text; an empty field is an empty cell. */
async function* readTextRows(file: FileBytes, form: TextForm, limits: Limits): AsyncGenerator<SheetRow[]> {
  const builder = new RowBuilder(limits);
  const records = new DelimitedText(form.delimiter);
  const put = (text: string, last: boolean): SheetRow[] => {
    for (const { line, fields } of records.read(text, last)) {
      if (line > 1 || !form.declared) putRecord(builder, line, fields);
    }
    if (records.waiting > limits.rowBytes) {
      refuse('too_large', `The row that starts in line ${records.line} does not end; a quotation mark may be missing.`);
    }
    return builder.take();
  };
  try {
    for await (const text of decoded(file, form.encoding)) yield put(text, false);
    yield put('', true);
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    refuse('not_a_workbook', `A quotation mark that opens in the row of line ${error.line} is never closed.`);
  }
}

function putRecord(builder: RowBuilder, line: number, fields: readonly string[]): void {
  builder.begin(line);
  for (let column = 0; column < fields.length; column++) {
    const field = fields[column]!;
    if (field === '') continue;
    if (column >= LAST_COLUMN) refuse('too_large', `Line ${line} has more than ${LAST_COLUMN} fields.`);
    builder.putText(column, field);
  }
  builder.finish();
}

async function* decoded(file: FileBytes, encoding: string): AsyncGenerator<string> {
  const decoder = decoderFor(encoding);
  let first = true;
  for await (const block of blocks(file, 0, file.size)) {
    const text = orRefuse(() => decoder.decode(block));
    if (text.includes('\0')) refuse('not_a_workbook', 'The file holds bytes that are no text.');
    yield first ? text.replace(/^\ufeff/, '') : text;
    first = false;
  }
  yield orRefuse(() => decoder.end());
}

function orRefuse(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    return refuse('not_a_workbook', 'The file holds bytes that are no text.', error);
  }
}
