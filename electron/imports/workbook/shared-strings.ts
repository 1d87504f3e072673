import type { Archive, Entry } from './archive.ts';
import { type PartScanner, scanPart } from './part-scanner.ts';
import { refuse } from './refusal.ts';
import { RichTextScanner } from './rich-text-scanner.ts';
import { closedItself, type Region, skipBlanks, skipTag, standsAt, UNUSUAL } from './tag-scanner.ts';
import { TextTable } from './text-table.ts';
import { readXml } from './xml.ts';
import { unescapeExcel } from './xml-text.ts';

/** The texts that cells of type `s` refer to by their place; an item without text is an empty text. */
export async function readSharedStrings(archive: Archive, entry: Entry | undefined): Promise<readonly string[]> {
  if (entry === undefined) return [];
  const scanner = new SharedStringScanner(new SharedStringTable(archive));
  const scanning = scanPart(archive, entry, scanner);
  for (;;) {
    const step = await scanning.next();
    if (step.done !== true) continue;
    return step.value ? scanner.table.texts : readWithSaxes(archive, entry);
  }
}

/** The table as it grows, within its limits. */
class SharedStringTable {
  readonly texts: string[] = [];
  readonly #archive: Archive;
  #characters = 0;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  add(text: string): void {
    this.texts.push(text);
    this.#characters += text.length;
    const { sharedStrings, sharedCharacters } = this.#archive.limits;
    if (this.texts.length > sharedStrings || this.#characters > sharedCharacters) {
      refuse('too_large', 'The workbook holds more text than this program reads.');
    }
  }
}

const ITEM = Buffer.from('<si>');
const EMPTY_ITEM = Buffer.from('<si/>');
const ODD_ITEM = Buffer.from('<si ');
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
    let inside = at + ITEM.length;
    if (!standsAt(bytes, at, ITEM)) {
      if (!standsAt(bytes, at, EMPTY_ITEM) && !standsAt(bytes, at, ODD_ITEM)) return UNUSUAL;
      inside = skipTag(bytes, at + 1);
    }
    if (inside < 0) return UNUSUAL;
    const empty = closedItself(bytes, inside);
    const end = empty ? inside : this.#item.scan(region, inside);
    if (end >= 0) this.table.add((empty ? undefined : this.#item.text) ?? '');
    return end;
  }
}

async function readWithSaxes(archive: Archive, entry: Entry): Promise<readonly string[]> {
  const table = new SharedStringTable(archive);
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
  return table.texts;
}
