import type { Archive, Entry } from './archive.ts';
import { readPart } from './part.ts';
import { refuse } from './refusal.ts';
import { closedItself, LT, type Region, skipTag } from './tag-scanner.ts';
import { encodingOf } from './xml.ts';

/** Reads the elements of one kind that fill a container: rows of the sheet data, strings of the table. */
export interface PartScanner {
  readonly root: string;
  readonly container: string;
  readonly element: string;
  /** True once the container's closing tag was met. */
  readonly done: boolean;
  /** Reads whole elements from `from` to before `end`; answers where it stopped, or a negative number if it cannot. */
  scan(region: Region, from: number, end: number): number;
  /** Takes what follows the container, from its closing tag on, piece by piece. */
  behind?(piece: Buffer): void;
}

/** Enough of a part's end to see that its root element is closed. */
const TAIL_BYTES = 256;

/**
 * Unpacks a part and lets the scanner read it, block by block; yields after each. Returns false where the part is not in
 * the usual form: what was read until then is right, but saxes has to read on.
 */
export async function* scanPart(archive: Archive, entry: Entry, scanner: PartScanner): AsyncGenerator<void, boolean> {
  const carry = new Carry();
  const opening = Buffer.from(`<${scanner.element}`);
  let place: 'head' | 'elements' | 'tail' = 'head';
  for await (const block of readPart(archive, entry)) {
    carry.push(block);
    if (place === 'tail') scanner.behind?.(block);
    if (place === 'head') {
      const head = readHead(carry.region().bytes, scanner);
      if (head === 'unusual') return false;
      if (head !== 'longer') {
        place = head.empty ? 'tail' : 'elements';
        carry.drop(head.end);
      }
    }
    if (place === 'elements') {
      const region = carry.region();
      const cut = lastWhole(region.bytes, carry.length, opening, scanner);
      if (scanner.scan(region, 0, cut) < 0) return false;
      if (scanner.done) {
        place = 'tail';
        scanner.behind?.(behindOf(region.bytes, scanner));
      } else carry.drop(cut);
      yield;
    }
    if (place === 'tail') carry.drop(Math.max(0, carry.length - TAIL_BYTES));
    if (carry.length > archive.limits.rowBytes)
      refuse('too_large', `The part "${entry.name}" has a row or text without end.`);
  }
  if (place === 'head') return false;
  if (place === 'elements') {
    const { bytes } = carry.region();
    if (scanner.scan(carry.region(), 0, carry.length) < 0 || !scanner.done) return false;
    scanner.behind?.(behindOf(bytes, scanner));
  }
  yield;
  const ending = carry.region().bytes.toString('latin1', Math.max(0, carry.length - TAIL_BYTES), carry.length);
  return new RegExp(`</${scanner.root}>\\s*$`).test(ending);
}

/** The last closing tag of the container ends it: nothing behind it is called so. */
const behindOf = (bytes: Buffer, { container }: PartScanner): Buffer =>
  bytes.subarray(Math.max(0, bytes.lastIndexOf(`</${container}`)));

/** Elements cannot contain their like, so all before the last opening tag is whole; or all, once the container closes. */
function lastWhole(bytes: Buffer, length: number, opening: Buffer, scanner: PartScanner): number {
  const cut = bytes.lastIndexOf(opening, length);
  if (cut > 0) return cut;
  return bytes.includes(`</${scanner.container}`) ? length : 0;
}

type Head = 'longer' | 'unusual' | { readonly end: number; readonly empty: boolean };

/** What comes before the elements: it may hold no comment, no DOCTYPE and no prefixes, and must be UTF-8. */
function readHead(bytes: Buffer, scanner: PartScanner): Head {
  const start = bytes.indexOf(`<${scanner.container}`);
  const end = start < 0 ? -1 : skipTag(bytes, start + 1);
  if (end < 0) return bytes.indexOf('<!') >= 0 || isOtherEncoding(bytes) ? 'unusual' : 'longer';
  const before = bytes.subarray(0, end);
  const usual = before.indexOf('<!') < 0 && before.indexOf(`<${scanner.root}`) >= 0 && !isOtherEncoding(before);
  return usual ? { end, empty: closedItself(bytes, end) } : 'unusual';
}

function isOtherEncoding(head: Buffer): boolean {
  return !/^(utf-?8|(us-)?ascii)$/i.test(encodingOf(head));
}

/** A `<` and zeros: what a region promises behind its end. */
const FENCE = Buffer.from([LT, 0, 0, 0, 0, 0, 0, 0]);

/** The bytes not read yet, in one piece, fenced off. */
class Carry {
  length = 0;
  #store = Buffer.allocUnsafeSlow(2 ** 19);
  #words = wordsOf(this.#store);

  push(block: Buffer): void {
    const needed = this.length + block.length + FENCE.length;
    if (needed > this.#store.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#store.length * 2));
      this.#store.copy(larger, 0, 0, this.length);
      this.#store = larger;
      this.#words = wordsOf(larger);
    }
    block.copy(this.#store, this.length);
    this.length += block.length;
    FENCE.copy(this.#store, this.length);
  }

  region(): Region {
    return { bytes: this.#store.subarray(0, this.length + 1), words: this.#words };
  }

  drop(count: number): void {
    this.#store.copyWithin(0, count, this.length);
    this.length -= count;
    FENCE.copy(this.#store, this.length);
  }
}

function wordsOf(store: Buffer): DataView {
  return new DataView(store.buffer, store.byteOffset, store.length);
}
