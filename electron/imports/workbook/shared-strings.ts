import type { Archive, Entry } from './archive.ts';
import { type PartScanner, scanPart } from './part-scanner.ts';
import { RichTextScanner } from './rich-text-scanner.ts';
import { SharedStringTable } from './shared-string-table.ts';
import {
  closedItself,
  GT,
  LT,
  type Region,
  skipBlanks,
  skipTag,
  standsAt,
  THREE,
  UNUSUAL,
  word,
  wordAt,
} from './tag-scanner.ts';
import { TextTable } from './text-table.ts';
import { readXml } from './xml.ts';
import { textOf, unescapeExcel } from './xml-text.ts';

/** What a string usually takes in the XML, tags included. */
const BYTES_FOR_EACH = 32;

/** The texts that cells of type `s` refer to by their place; an item without text is an empty text. */
export async function readSharedStrings(archive: Archive, entry: Entry | undefined): Promise<SharedStringTable> {
  const table = new SharedStringTable(archive.limits, (entry?.bytes ?? 0) / BYTES_FOR_EACH);
  if (entry === undefined) return table;
  const scanner = new SharedStringScanner(table);
  const scanning = scanPart(archive, entry, scanner);
  for (;;) {
    const step = await scanning.next();
    if (step.done !== true) continue;
    return step.value ? table : readWithSaxes(archive, entry);
  }
}

const ITEM = word('<si>');
const TEXT = word('<t> ') & THREE;
const END_OF_TEXT = word('</t>');
const END_OF_ITEM = word('</si');
const EMPTY_ITEM = Buffer.from('<si/>');
const ODD_ITEM = Buffer.from('<si ');
const [AMPERSAND, UNDERSCORE, LETTER_X] = [0x26, 0x5f, 0x78] as const;
const END_OF_TABLE = Buffer.from('</sst');

class SharedStringScanner implements PartScanner {
  readonly root = 'sst';
  readonly container = 'sst';
  readonly element = 'si';
  readonly table: SharedStringTable;
  done = false;
  readonly #item = new RichTextScanner(new TextTable(), 'si');

  constructor(table: SharedStringTable) {
    this.table = table;
  }

  scan(region: Region, from: number, end: number): number {
    const bytes = region.bytes;
    let at = from;
    makeWorkForCollector(bytes, from, end);
    for (;;) {
      at = skipBlanks(bytes, at);
      if (at >= end) return at;
      if (standsAt(bytes, at, END_OF_TABLE)) {
        this.done = true;
        return at;
      }
      at = this.#readItem(region, at);
      if (at < 0 || at > end) return UNUSUAL;
    }
  }

  #readItem(region: Region, at: number): number {
    const bytes = region.bytes;
    let inside = at + 4;
    if (wordAt(region, at) === ITEM) {
      const end = (wordAt(region, inside) & THREE) === TEXT ? this.#plainText(region, inside + 3) : UNUSUAL;
      if (end >= 0) return end;
    } else {
      if (!standsAt(bytes, at, EMPTY_ITEM) && !standsAt(bytes, at, ODD_ITEM)) return UNUSUAL;
      inside = skipTag(bytes, at + 1);
    }
    if (inside < 0) return UNUSUAL;
    const empty = closedItself(bytes, inside);
    const end = empty ? inside : this.#item.scan(region, inside);
    if (end >= 0) this.table.add((empty ? undefined : this.#item.text) ?? '');
    return end;
  }

  /** The usual item is a single text that needs no unescaping. */
  #plainText(region: Region, from: number): number {
    const bytes = region.bytes;
    const to = endOfPlain(bytes, from);
    if (to < 0 || wordAt(region, to) !== END_OF_TEXT) return UNUSUAL;
    if (wordAt(region, to + 4) !== END_OF_ITEM || bytes[to + 8] !== GT) return UNUSUAL;
    this.table.addBytes(bytes, from, to);
    return to + 9;
  }
}

/** A larger string would lie outside the young generation. */
const PIECE = 2 ** 15;

/**
 * Turns the bytes into strings that nobody keeps. Unpacked blocks lie outside the JavaScript heap, and unlike rows of cells
 * a table of strings leaves next to nothing inside it: without these the collector would not come by before tens of
 * megabytes of blocks read long ago had piled up.
 */
function makeWorkForCollector(bytes: Buffer, from: number, end: number): void {
  for (let at = from; at < end; at += PIECE) bytes.toString('latin1', at, Math.min(end, at + PIECE));
}

/** Where the text ends that starts here; UNUSUAL where it holds an entity, an escape, a control character or broken UTF-8. */
function endOfPlain(bytes: Buffer, from: number): number {
  let high = false;
  for (let at = from; ; at++) {
    const byte = bytes[at]!;
    if (byte === LT) return high && textOf(bytes, from, at) === undefined ? UNUSUAL : at;
    if (byte >= 0x80) high = true;
    else if (byte < 0x20 || byte === AMPERSAND || (byte === UNDERSCORE && bytes[at + 1] === LETTER_X)) return UNUSUAL;
  }
}

async function readWithSaxes(archive: Archive, entry: Entry): Promise<SharedStringTable> {
  const table = new SharedStringTable(archive.limits);
  let text = '';
  let reading = false;
  let phonetic = 0;
  const listener = {
    open(name: string) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') reading = phonetic === 0;
    },
    text(more: string) {
      if (reading) text += more;
    },
    close(name: string) {
      if (name === 't') reading = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') table.add(unescapeExcel(text));
    },
  };
  for await (const _ of readXml(archive, entry, listener));
  return table;
}
