import { type Archive, type Entry, openArchive } from '../../imports/workbook/archive.ts';
import type { NumberKind } from '../../imports/workbook/cell.ts';
import { HEAD_BYTES, kindOfFile } from '../../imports/workbook/file-kind.ts';
import { DEFAULT_LIMITS } from '../../imports/workbook/limits.ts';
import { refuseCompound } from '../../imports/workbook/open.ts';
import { readPackage } from '../../imports/workbook/package.ts';
import { readPart } from '../../imports/workbook/part.ts';
import { FileRefusalError, refuse } from '../../imports/workbook/refusal.ts';
import { readSharedStrings } from '../../imports/workbook/shared-strings.ts';
import { readStyles } from '../../imports/workbook/styles.ts';
import { encodingOf, readSmallXml } from '../../imports/workbook/xml.ts';
import { readSheetText, type SheetText, type WrittenCell } from './sheet-text.ts';
import { attributeOf, tagsOf, textBetween } from './xml-pieces.ts';

/** Largest template, and largest part of one that is read. */
const TEMPLATE_BYTES = 10_000_000;
const limits = { ...DEFAULT_LIMITS, fileBytes: TEMPLATE_BYTES, smallPartBytes: 24 * 2 ** 20, declaredBytes: 2 ** 28 };

export interface TemplateSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** `partKey` of its part. */
  readonly part: string;
  readonly text: SheetText;
}

export interface DefinedName {
  readonly name: string;
  /** Of the sheet that alone knows it; null where the whole workbook does. */
  readonly sheet: number | null;
  readonly refersTo: string;
}

/** Somebody else's workbook, read so that cells can be filled in without touching the rest. */
export interface Template {
  readonly archive: Archive;
  readonly workbook: { readonly entry: Entry; readonly xml: string };
  readonly calcChain: Entry | undefined;
  readonly date1904: boolean;
  readonly sheets: readonly TemplateSheet[];
  readonly names: readonly DefinedName[];
  readonly styles: readonly NumberKind[];
  /** It holds macros: they are kept and never run. */
  readonly macros: boolean;
  /** It is signed: a signature does not outlast a change. */
  readonly signed: boolean;
  /** What a cell shows, without its format; null for nothing. */
  textOf(cell: WrittenCell): string | null;
}

export type OpenedTemplate =
  | { readonly kind: 'opened'; readonly template: Template }
  | { readonly kind: 'refused'; readonly message: string };

/** Opens a workbook for filling in; says why where it cannot be. */
export async function openTemplate(contents: Uint8Array): Promise<OpenedTemplate> {
  try {
    return { kind: 'opened', template: await read(Buffer.from(contents)) };
  } catch (error) {
    if (error instanceof FileRefusalError) return { kind: 'refused', message: error.refusal.message };
    throw error;
  }
}

async function read(bytes: Buffer): Promise<Template> {
  if (bytes.length > TEMPLATE_BYTES) refuse('too_large', 'The workbook is larger than 10 MB.');
  const file = {
    size: bytes.length,
    readTo: 0,
    read: (position: number, length: number) => Promise.resolve(bytes.subarray(position, position + length)),
    close: () => Promise.resolve(),
  };
  const kind = kindOfFile(bytes.subarray(0, HEAD_BYTES));
  if (kind === 'empty') refuse('empty_file', 'The file is empty: it has no bytes at all.');
  if (kind === 'compound') await refuseCompound(file);
  if (kind === 'old_xls') refuse('legacy_xls', 'This is an Excel file of the old kind (.xls).');
  if (kind !== 'zip') refuse('not_a_workbook', 'This is not a workbook that can be filled in.');
  const archive = await openArchive(file, limits);
  const parts = await readPackage(archive);
  const xml = await partText(archive, parts.workbook);
  const strings = await readSharedStrings(archive, parts.sharedStrings);
  const sheets: TemplateSheet[] = [];
  for (const { name, hidden, part, entry } of parts.sheets) {
    const text = entry && readSheetText(await partText(archive, entry));
    if (text) sheets.push({ name, hidden, part, text });
  }
  if (sheets.length === 0) refuse('no_rows', 'There is no sheet of cells in the workbook.');
  const keys = [...archive.entries.keys()];
  return {
    archive,
    workbook: { entry: parts.workbook, xml },
    calcChain: parts.calcChain,
    date1904: parts.date1904,
    sheets,
    names: definedNames(
      xml,
      parts.sheets.map(({ name }) => sheets.findIndex((sheet) => sheet.name === name)),
    ),
    styles: await readStyles(archive, parts.styles),
    macros: keys.some((key) => /(^|\/)vbaproject\.bin$/.test(key)),
    signed: keys.some((key) => key.startsWith('_xmlsignatures/')),
    textOf({ type, text }) {
      if (text === null || text === '') return null;
      if (type === 's') return strings.get(Number(text)) ?? null;
      return type === 'b' ? (text === '1' ? 'TRUE' : 'FALSE') : text;
    },
  };
}

/** A part's text, once saxes has found it to be sound XML without a document type. */
async function partText(archive: Archive, entry: Entry): Promise<string> {
  await readSmallXml(archive, entry, { open: () => undefined });
  const blocks: Buffer[] = [];
  for await (const block of readPart(archive, entry)) blocks.push(block);
  const bytes = Buffer.concat(blocks);
  if (encodingOf(bytes.subarray(0, 256)).toLowerCase() !== 'utf-8')
    refuse('not_a_workbook', 'A sheet of this workbook is written in an unusual encoding; Excel can save it anew.');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Text of another part by its key; undefined where the file has none. */
export async function otherPart({ archive }: Template, key: string): Promise<string | undefined> {
  const entry = archive.entries.get(key);
  return entry && partText(archive, entry);
}

function definedNames(xml: string, sheets: readonly number[]): DefinedName[] {
  const names: DefinedName[] = [];
  let open: { name: string; sheet: number | null; from: number } | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'definedName') continue;
    if (tag.kind === 'open') {
      const local = attributeOf(tag, 'localSheetId');
      const sheet = local === undefined ? null : (sheets[Number(local)] ?? -1);
      open = { name: attributeOf(tag, 'name') ?? '', sheet, from: tag.end };
    } else if (open && tag.kind === 'close') {
      names.push({ name: open.name, sheet: open.sheet, refersTo: textBetween(xml, open.from, tag.start).trim() });
      open = undefined;
    }
  }
  return names;
}
