import type { Archive, Entry } from './archive.ts';
import { readPart } from './part.ts';
import { FileRefusalError, refuse } from './refusal.ts';
import { type Attributes, readXml, XmlParser } from './xml.ts';

/** A block of merged cells; rows count from 1, columns from 0, both ends belong to it. */
export interface MergedBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** No sheet that people made has more; each is kept, so their number is bounded. */
const MOST_BLOCKS = 400_000;
const END_OF_DATA = Buffer.from('</sheetData>');

/**
 * The merged blocks of a sheet, by their first row. They stand behind the rows, so the rows are unpacked and passed over;
 * only what follows them is read as XML. A block over a whole column costs no more than any other.
 */
export async function readMerges(archive: Archive, entry: Entry): Promise<ReadonlyMap<number, readonly MergedBlock[]>> {
  const found = (await readBehindRows(archive, entry)) ?? (await readWhole(archive, entry));
  return found.byTop;
}

/** `undefined` where the rows' end is not spelt in the usual way, or what follows is no XML of its own. */
async function readBehindRows(archive: Archive, entry: Entry): Promise<MergeListener | undefined> {
  const listener = new MergeListener();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parser: XmlParser | undefined;
  let last = Buffer.alloc(0);
  try {
    for await (const block of readPart(archive, entry)) {
      let rest = block;
      if (parser === undefined) {
        const seam = Buffer.concat([last, block]);
        const end = seam.indexOf(END_OF_DATA);
        last = Buffer.from(seam.subarray(Math.max(0, seam.length - END_OF_DATA.length + 1)));
        if (end < 0) continue;
        parser = new XmlParser(entry.name, listener, archive.limits.rowBytes);
        parser.write('<worksheet>');
        rest = seam.subarray(end + END_OF_DATA.length);
      }
      parser.write(decoder.decode(rest, { stream: true }));
    }
    parser?.write(decoder.decode());
    parser?.close();
  } catch (error) {
    const unusual =
      error instanceof TypeError || (error instanceof FileRefusalError && error.refusal.reason === 'damaged_zip');
    if (unusual) return undefined;
    throw error;
  }
  return parser === undefined ? undefined : listener;
}

async function readWhole(archive: Archive, entry: Entry): Promise<MergeListener> {
  const listener = new MergeListener();
  for await (const _ of readXml(archive, entry, listener));
  return listener;
}

class MergeListener {
  readonly byTop = new Map<number, MergedBlock[]>();
  #count = 0;

  open(name: string, attributes: Attributes): void {
    if (name !== 'mergeCell') return;
    const block = blockOf(attributes['ref'] ?? '');
    if (block === undefined) return;
    if (++this.#count > MOST_BLOCKS) refuse('too_large', 'The sheet has more merged cells than this program reads.');
    const others = this.byTop.get(block.top);
    if (others === undefined) this.byTop.set(block.top, [block]);
    else others.push(block);
  }
}

/** The block that a reference such as A4:B7 names; undefined where it names none. */
export function blockOf(reference: string): MergedBlock | undefined {
  const parts = /^\s*\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\s*$/i.exec(reference);
  if (!parts) return undefined;
  const [columnA, columnB] = [columnOf(parts[1]!), columnOf(parts[3]!)];
  const [rowA, rowB] = [Number(parts[2]), Number(parts[4])];
  return {
    top: Math.min(rowA, rowB),
    left: Math.min(columnA, columnB),
    bottom: Math.max(rowA, rowB),
    right: Math.max(columnA, columnB),
  };
}

/** `A` is 0, `XFD` is 16,383. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}
