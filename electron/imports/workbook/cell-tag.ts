import { LAST_COLUMN } from './limits.ts';
import { GT, HALF, QUOTE, type Region, SLASH, SPACE, skipAttribute, UNUSUAL, word, wordAt } from './tag-scanner.ts';

/** The types of cells (ECMA-376 part 1, 18.18.11); a cell's type is an index here. */
export const TYPES = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'];
export const NUMBER_TYPE = 0;
export const SHARED_TYPE = 1;
export const STRING_TYPE = 2;
export const INLINE_TYPE = 3;
export const BOOLEAN_TYPE = 4;

const [LETTER_A, LETTER_Z, ZERO, NINE] = [0x41, 0x5a, 0x30, 0x39] as const;
const REFERENCE = word(' r="');
const STYLE = word(' s="');
const TYPE = word(' t="');
/** The types that are a single letter and the quotation mark behind it, as the first half of a word. */
const LETTERS = TYPES.map((type) => (type.length === 1 ? word(`${type}"  `) & HALF : UNUSUAL));
const STRING = word('str"');
const [INLI, NEST, R_QUOTE] = [word('inli'), word('neSt'), word('r"  ') & HALF];

/** Reads the opening tag of a cell: where it is, how it looks, and what it holds. */
export class CellTag {
  column = 0;
  style = 0;
  type: number = NUMBER_TYPE;
  /** Whether the row said its number; if not, a cell may say it, which is unusual. */
  rowIsKnown = false;
  /** The column of a cell that does not say its own. */
  #next = 0;

  /** Makes ready for the cells of a new row. */
  begin(rowIsKnown: boolean): void {
    this.rowIsKnown = rowIsKnown;
    this.#next = 0;
  }

  /** From behind `<c` to behind its `>`. */
  scan(region: Region, from: number): number {
    const bytes = region.bytes;
    this.column = this.#next;
    this.style = 0;
    this.type = NUMBER_TYPE;
    let at = from;
    while (at >= 0) {
      const byte = bytes[at];
      if (byte === GT) {
        this.#next = this.column + 1;
        return this.column < LAST_COLUMN ? at + 1 : UNUSUAL;
      }
      if (byte === SPACE) {
        const start = wordAt(region, at);
        if (start === REFERENCE) at = this.#reference(bytes, at + 4);
        else if (start === TYPE) at = this.#typeName(region, at + 4);
        else if (start === STYLE) at = this.#styleIndex(bytes, at + 4);
        else at = skipAttribute(bytes, at);
      } else if (byte === SLASH && bytes[at + 1] === GT) at++;
      else at = skipAttribute(bytes, at);
    }
    return UNUSUAL;
  }

  /** Letters and digits; the digits say the row once more, and are not compared with it. */
  #reference(bytes: Buffer, from: number): number {
    let column = 0;
    let at = from;
    let byte = bytes[at]!;
    for (; byte >= LETTER_A && byte <= LETTER_Z; byte = bytes[++at]!) column = (column * 26 + byte - 0x40) | 0;
    if (at === from || at - from > 3 || !this.rowIsKnown) return UNUSUAL;
    this.column = column - 1;
    while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
    return byte === QUOTE ? at + 1 : UNUSUAL;
  }

  #styleIndex(bytes: Buffer, from: number): number {
    let style = 0;
    let at = from;
    let byte = bytes[at]!;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) style = (style * 10 + byte - ZERO) | 0;
    this.style = style;
    return byte === QUOTE && at - from < 9 ? at + 1 : UNUSUAL;
  }

  #typeName(region: Region, at: number): number {
    const start = wordAt(region, at);
    if ((start & HALF) === LETTERS[SHARED_TYPE]) return this.#hasType(SHARED_TYPE, at + 2);
    if (start === STRING) return this.#hasType(STRING_TYPE, at + 4);
    if (start === INLI && wordAt(region, at + 4) === NEST && (wordAt(region, at + 8) & HALF) === R_QUOTE) {
      return this.#hasType(INLINE_TYPE, at + 10);
    }
    const type = LETTERS.indexOf(start & HALF);
    return type < 0 ? UNUSUAL : this.#hasType(type, at + 2);
  }

  #hasType(type: number, at: number): number {
    this.type = type;
    return at;
  }
}
