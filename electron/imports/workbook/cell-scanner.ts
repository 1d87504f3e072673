import { type CellContext, putCell } from './cell-value.ts';
import { LAST_COLUMN } from './limits.ts';
import { RichTextScanner } from './rich-text-scanner.ts';
import type { RowBuilder } from './row-builder.ts';
import * as tag from './tag-scanner.ts';
import { TextTable } from './text-table.ts';

const {
  closedItself,
  GT,
  HALF,
  LT,
  QUOTE,
  SLASH,
  skipAttribute,
  skipBlanks,
  skipTag,
  SPACE,
  THREE,
  UNUSUAL,
  word,
  wordAt,
} = tag;
type Region = tag.Region;

const [LETTER_A, LETTER_Z, ZERO, NINE, MINUS, POINT] = [0x41, 0x5a, 0x30, 0x39, 0x2d, 0x2e] as const;
const REFERENCE = word(' r="');
const STYLE = word(' s="');
const TYPE = word(' t="');
const VALUE = word('<v> ') & THREE;
const END_OF_VALUE = word('</v>');
const INLINE = word('<is>');
const END_OF_CELL = word('</c>');

/** The types of cells (ECMA-376 part 1, 18.18.11); a cell's type is an index here. */
const TYPES = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'];
const [NUMBER_TYPE, SHARED_TYPE, STRING_TYPE, INLINE_TYPE, BOOLEAN_TYPE] = [0, 1, 2, 3, 4] as const;
/** The types that are a single letter and the quotation mark behind it, as the first half of a word. */
const LETTERS = TYPES.map((type) => (type.length === 1 ? word(`${type}"  `) & HALF : UNUSUAL));
const STRING = word('str"');
const [INLI, NEST, R_QUOTE] = [word('inli'), word('neSt'), word('r"  ') & HALF];

/** Powers of ten that a double holds exactly: a whole number below 2^53 divided by one of them is rounded only once. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads `<c>` elements from the bytes. Each method takes the position at which it starts and answers the one behind what
 * it read, or UNUSUAL.
 */
export class CellScanner {
  /** The column of a cell that does not say its own. */
  next = 0;
  /** Whether the row said its number; if not, a cell may say it, which is unusual. */
  rowIsKnown = false;
  readonly #builder: RowBuilder;
  readonly #context: CellContext;
  readonly #table = new TextTable();
  readonly #inline = new RichTextScanner(this.#table, 'is');
  #column = 0;
  #style = 0;
  #type: number = NUMBER_TYPE;

  constructor(builder: RowBuilder, context: CellContext) {
    this.#builder = builder;
    this.#context = context;
  }

  /** From behind `<c` to behind the whole cell. */
  scan(region: Region, from: number): number {
    const bytes = region.bytes;
    let at = this.#attributes(region, from);
    if (at < 0) return UNUSUAL;
    this.next = this.#column + 1;
    if (closedItself(bytes, at)) return at;
    for (let values = 0; ; ) {
      if (bytes[at] !== LT) at = skipBlanks(bytes, at);
      const start = wordAt(region, at);
      if (start === END_OF_CELL) return at + 4;
      if (bytes[at + 1] === 0x66) at = skipFormula(region, at + 2);
      else if (values++ > 0) return UNUSUAL;
      else if ((start & THREE) === VALUE) at = this.#value(region, at + 3);
      else if (start === INLINE) at = this.#inlineString(region, at + 4);
      else at = this.#oddValue(region, at);
      if (at < 0) return UNUSUAL;
    }
  }

  #attributes(region: Region, from: number): number {
    const bytes = region.bytes;
    this.#column = this.next;
    this.#style = 0;
    this.#type = NUMBER_TYPE;
    let at = from;
    while (at >= 0) {
      const byte = bytes[at];
      if (byte === GT) return this.#column < LAST_COLUMN ? at + 1 : UNUSUAL;
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

  #reference(bytes: Buffer, from: number): number {
    let column = 0;
    let at = from;
    let byte = bytes[at]!;
    for (; byte >= LETTER_A && byte <= LETTER_Z; byte = bytes[++at]!) column = (column * 26 + byte - 0x40) | 0;
    if (at === from || at - from > 3 || !this.rowIsKnown) return UNUSUAL;
    this.#column = column - 1;
    while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
    return byte === QUOTE ? at + 1 : UNUSUAL;
  }

  #styleIndex(bytes: Buffer, from: number): number {
    let style = 0;
    let at = from;
    let byte = bytes[at]!;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) style = (style * 10 + byte - ZERO) | 0;
    this.#style = style;
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
    this.#type = type;
    return at;
  }

  /** From behind `<v>` to behind `</v>`. */
  #value(region: Region, from: number): number {
    if (this.#type === SHARED_TYPE) return this.#sharedString(region, from);
    if (this.#type === NUMBER_TYPE) return this.#number(region, from);
    return this.#type === BOOLEAN_TYPE ? this.#boolean(region, from) : this.#text(region, from);
  }

  /** `<v/>`, `<v xml:space="preserve">`; everything else is none of ours. */
  #oddValue(region: Region, at: number): number {
    const bytes = region.bytes;
    const next = bytes[at + 2];
    if (bytes[at] !== LT || bytes[at + 1] !== 0x76 || !(next === SLASH || tag.isBlank(next))) return UNUSUAL;
    const inside = skipTag(bytes, at + 2);
    if (inside < 0 || this.#type === INLINE_TYPE) return UNUSUAL;
    if (!closedItself(bytes, inside)) return this.#value(region, inside);
    if (this.#type === STRING_TYPE) this.#builder.putText(this.#column, '');
    return inside;
  }

  #sharedString(region: Region, from: number): number {
    const bytes = region.bytes;
    let index = 0;
    let at = from;
    for (let byte = bytes[at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!)
      index = (index * 10 + byte - ZERO) | 0;
    const text = this.#context.sharedStrings[index];
    const plain = text !== undefined && at > from && at - from < 9 && wordAt(region, at) === END_OF_VALUE;
    if (!plain) return this.#text(region, from);
    this.#builder.putText(this.#column, text);
    return at + 4;
  }

  #number(region: Region, from: number): number {
    const bytes = region.bytes;
    const first = bytes[from] === MINUS ? from + 1 : from;
    let at = first;
    let byte = bytes[at]!;
    let whole = 0;
    const limit = first + 9;
    for (; byte >= ZERO && byte <= NINE && at < limit; byte = bytes[++at]!) whole = (whole * 10 + byte - ZERO) | 0;
    let number = whole;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) number = number * 10 + byte - ZERO;
    let decimals = 0;
    if (byte === POINT && at > first) {
      const point = at;
      byte = bytes[++at]!;
      for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) number = number * 10 + byte - ZERO;
      decimals = at - point - 1;
    }
    const exact = at > first && number <= Number.MAX_SAFE_INTEGER && decimals < POWERS.length;
    if (!exact || wordAt(region, at) !== END_OF_VALUE) return this.#text(region, from);
    if (decimals > 0) number /= POWERS[decimals]!;
    const kind = this.#context.styleKinds[this.#style] ?? 0;
    this.#builder.put(this.#column, first > from ? 0 - number : number, kind);
    return at + 4;
  }

  #boolean(region: Region, from: number): number {
    const digit = region.bytes[from]! - ZERO;
    if ((digit !== 0 && digit !== 1) || wordAt(region, from + 1) !== END_OF_VALUE) return this.#text(region, from);
    this.#builder.put(this.#column, digit === 1, 0);
    return from + 5;
  }

  /** A value of any other type or spelling. */
  #text(region: Region, from: number): number {
    const v = this.#table.read(region, from);
    const end = this.#table.end;
    if (v === undefined || this.#type === INLINE_TYPE || wordAt(region, end) !== END_OF_VALUE) return UNUSUAL;
    const cell = { type: TYPES[this.#type]!, style: this.#style, v, inline: undefined };
    putCell(this.#builder, this.#context, this.#column, cell);
    return end + 4;
  }

  #inlineString(region: Region, from: number): number {
    if (this.#type !== INLINE_TYPE) return UNUSUAL;
    const end = this.#inline.scan(region, from);
    if (end >= 0 && this.#inline.text !== undefined) this.#builder.putText(this.#column, this.#inline.text);
    return end;
  }
}

const END_OF_FORMULA = word('</f>');

/** A formula is never evaluated, so what it says is passed over: from behind `<f` to behind `</f>`. */
function skipFormula(region: Region, at: number): number {
  const bytes = region.bytes;
  let end = skipTag(bytes, at);
  if (end < 0 || closedItself(bytes, end)) return end;
  while (bytes[end] !== LT) end++;
  return wordAt(region, end) === END_OF_FORMULA ? end + 4 : UNUSUAL;
}
