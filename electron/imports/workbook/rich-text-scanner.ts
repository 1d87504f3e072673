import {
  closedItself,
  GT,
  isBlank,
  LT,
  type Region,
  SLASH,
  skipBlanks,
  skipTag,
  standsAt,
  THREE,
  UNUSUAL,
  word,
  wordAt,
} from './tag-scanner.ts';
import type { TextTable } from './text-table.ts';

const TEXT = word('<t> ') & THREE;
const END_OF_TEXT = word('</t>');
const RUN = Buffer.from('<r>');
const END_OF_RUN = Buffer.from('</r>');
const RUN_STYLE = Buffer.from('<rPr');
const END_OF_RUN_STYLE = Buffer.from('</rPr>');
const PHONETIC = Buffer.from('<rPh');
const END_OF_PHONETIC = Buffer.from('</rPh>');
const PHONETIC_STYLE = Buffer.from('<phoneticPr');

/**
 * Reads the inside of a shared (`si`) or inline (`is`) string from the bytes: plain text, or runs of formatted text put
 * together; how it is pronounced (`rPh`) is left out. Answers the position behind the closing tag, or UNUSUAL.
 */
export class RichTextScanner {
  /** The text read last; `undefined` where the string holds no text element at all. */
  text: string | undefined;
  readonly #table: TextTable;
  readonly #closing: Buffer;
  readonly #closingWord: number;

  constructor(table: TextTable, element: 'si' | 'is') {
    this.#table = table;
    this.#closing = Buffer.from(`</${element}>`);
    this.#closingWord = word(`</${element}`);
  }

  scan(region: Region, from: number): number {
    const bytes = region.bytes;
    let at = from;
    if ((wordAt(region, at) & THREE) === TEXT) {
      this.text = this.#table.read(region, at + 3);
      const end = this.#table.end;
      if (this.text === undefined || wordAt(region, end) !== END_OF_TEXT) return UNUSUAL;
      if (wordAt(region, end + 4) === this.#closingWord && bytes[end + 8] === GT) return end + 9;
      at = end + 4;
    } else this.text = undefined;
    while (at >= 0) {
      if (bytes[at] !== LT) at = skipBlanks(bytes, at);
      if ((wordAt(region, at) & THREE) === TEXT) at = this.#text(region, at + 3, true);
      else if (standsAt(bytes, at, this.#closing)) return at + this.#closing.length;
      else if (standsAt(bytes, at, RUN)) at += RUN.length;
      else if (standsAt(bytes, at, END_OF_RUN)) at += END_OF_RUN.length;
      else at = this.#other(region, at);
    }
    return UNUSUAL;
  }

  #other(region: Region, at: number): number {
    const bytes = region.bytes;
    if (isOddText(bytes, at)) return this.#textWithAttributes(region, at, true);
    if (standsAt(bytes, at, RUN_STYLE)) return skipRunStyle(bytes, at);
    if (standsAt(bytes, at, PHONETIC_STYLE)) return skipEmptyElement(bytes, at);
    if (!standsAt(bytes, at, PHONETIC)) return UNUSUAL;
    const inside = skipTag(bytes, at + 1);
    if (inside < 0 || closedItself(bytes, inside)) return UNUSUAL;
    const end = this.#textWithAttributes(region, inside, false);
    return end >= 0 && standsAt(bytes, end, END_OF_PHONETIC) ? end + END_OF_PHONETIC.length : UNUSUAL;
  }

  #textWithAttributes(region: Region, at: number, counts: boolean): number {
    const inside = skipTag(region.bytes, at + 1);
    if (inside < 0 || region.bytes[at + 1] !== 0x74) return UNUSUAL;
    if (!closedItself(region.bytes, inside)) return this.#text(region, inside, counts);
    if (counts) this.text ??= '';
    return inside;
  }

  /** From behind `<t>` to behind `</t>`. */
  #text(region: Region, from: number, counts: boolean): number {
    const text = this.#table.read(region, from);
    const end = this.#table.end;
    if (text === undefined || wordAt(region, end) !== END_OF_TEXT) return UNUSUAL;
    if (counts) this.text = this.text === undefined ? text : this.text + text;
    return end + 4;
  }
}

/** `<t xml:space="preserve">`, `<t/>`. */
function isOddText(bytes: Buffer, at: number): boolean {
  const next = bytes[at + 2];
  return bytes[at] === LT && bytes[at + 1] === 0x74 && (next === SLASH || isBlank(next));
}

function skipEmptyElement(bytes: Buffer, at: number): number {
  if (bytes[at] !== LT) return UNUSUAL;
  const end = skipTag(bytes, at + 1);
  return end >= 0 && closedItself(bytes, end) ? end : UNUSUAL;
}

/** Font, size and colour of a run: a list of empty elements. */
function skipRunStyle(bytes: Buffer, from: number): number {
  let at = skipTag(bytes, from + 1);
  if (at >= 0 && closedItself(bytes, at)) return at;
  while (at >= 0) {
    at = skipBlanks(bytes, at);
    if (standsAt(bytes, at, END_OF_RUN_STYLE)) return at + END_OF_RUN_STYLE.length;
    at = skipEmptyElement(bytes, at);
  }
  return UNUSUAL;
}
