import { BOOLEAN_TYPE, CellTag, INLINE_TYPE, NUMBER_TYPE, SHARED_TYPE, STRING_TYPE, TYPES } from './cell-tag.ts';
import { type CellContext, putCell } from './cell-value.ts';
import { RichTextScanner } from './rich-text-scanner.ts';
import type { RowBuilder } from './row-builder.ts';
import {
  closedItself,
  HALF,
  isBlank,
  LT,
  type Region,
  SLASH,
  skipBlanks,
  skipTag,
  THREE,
  UNUSUAL,
  word,
  wordAt,
} from './tag-scanner.ts';
import { TextTable } from './text-table.ts';

const [ZERO, NINE, MINUS, POINT] = [0x30, 0x39, 0x2d, 0x2e] as const;
const VALUE = word('<v> ') & THREE;
const ODD_VALUE = word('<v  ') & HALF;
const FORMULA = word('<f  ') & HALF;
const END_OF_VALUE = word('</v>');
const END_OF_FORMULA = word('</f>');
const INLINE = word('<is>');
const END_OF_CELL = word('</c>');

/** Powers of ten that a double holds exactly: a whole number below 2^53 divided by one of them is rounded only once. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads `<c>` elements from the bytes. Each method takes the position at which it starts and answers the one behind what
 * it read, or UNUSUAL.
 */
export class CellScanner {
  readonly tag = new CellTag();
  readonly #builder: RowBuilder;
  readonly #context: CellContext;
  readonly #table = new TextTable();
  readonly #inline = new RichTextScanner(this.#table, 'is');

  constructor(builder: RowBuilder, context: CellContext) {
    this.#builder = builder;
    this.#context = context;
  }

  /** From behind `<c` to behind the whole cell. */
  scan(region: Region, from: number): number {
    const bytes = region.bytes;
    let at = this.tag.scan(region, from);
    if (at < 0) return UNUSUAL;
    if (closedItself(bytes, at)) return at;
    for (let values = 0; ; ) {
      if (bytes[at] !== LT) at = skipBlanks(bytes, at);
      const start = wordAt(region, at);
      if (start === END_OF_CELL) return at + 4;
      if ((start & HALF) === FORMULA) at = skipFormula(region, at + 2);
      else if (values++ > 0) return UNUSUAL;
      else if ((start & THREE) === VALUE) at = this.#value(region, at + 3);
      else if (start === INLINE) at = this.#inlineString(region, at + 4);
      else at = this.#oddValue(region, at);
      if (at < 0) return UNUSUAL;
    }
  }

  /** From behind `<v>` to behind `</v>`. */
  #value(region: Region, from: number): number {
    if (this.tag.type === SHARED_TYPE) return this.#sharedString(region, from);
    if (this.tag.type === NUMBER_TYPE) return this.#number(region, from);
    return this.tag.type === BOOLEAN_TYPE ? this.#boolean(region, from) : this.#text(region, from);
  }

  /** `<v/>`, `<v xml:space="preserve">`; everything else is none of ours. */
  #oddValue(region: Region, at: number): number {
    const bytes = region.bytes;
    const next = bytes[at + 2];
    if ((wordAt(region, at) & HALF) !== ODD_VALUE || !(next === SLASH || isBlank(next))) return UNUSUAL;
    const inside = skipTag(bytes, at + 2);
    if (inside < 0 || this.tag.type === INLINE_TYPE) return UNUSUAL;
    if (!closedItself(bytes, inside)) return this.#value(region, inside);
    if (this.tag.type === STRING_TYPE) this.#builder.putText(this.tag.column, '');
    return inside;
  }

  #sharedString(region: Region, from: number): number {
    const bytes = region.bytes;
    let index = 0;
    let at = from;
    for (let byte = bytes[at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!)
      index = (index * 10 + byte - ZERO) | 0;
    const text = this.#context.sharedStrings.get(index);
    const plain = text !== undefined && at > from && at - from < 9 && wordAt(region, at) === END_OF_VALUE;
    if (!plain) return this.#text(region, from);
    this.#builder.putText(this.tag.column, text);
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
    const kind = this.#context.styleKinds[this.tag.style] ?? 0;
    this.#builder.put(this.tag.column, first > from ? 0 - number : number, kind);
    return at + 4;
  }

  #boolean(region: Region, from: number): number {
    const digit = region.bytes[from]! - ZERO;
    if ((digit !== 0 && digit !== 1) || wordAt(region, from + 1) !== END_OF_VALUE) return this.#text(region, from);
    this.#builder.put(this.tag.column, digit === 1, 0);
    return from + 5;
  }

  /** A value of any other type or spelling. */
  #text(region: Region, from: number): number {
    const v = this.#table.read(region, from);
    const end = this.#table.end;
    if (v === undefined || this.tag.type === INLINE_TYPE || wordAt(region, end) !== END_OF_VALUE) return UNUSUAL;
    const cell = { type: TYPES[this.tag.type]!, style: this.tag.style, v, inline: undefined };
    putCell(this.#builder, this.#context, this.tag.column, cell);
    return end + 4;
  }

  #inlineString(region: Region, from: number): number {
    if (this.tag.type !== INLINE_TYPE) return UNUSUAL;
    const end = this.#inline.scan(region, from);
    if (end >= 0 && this.#inline.text !== undefined) this.#builder.putText(this.tag.column, this.#inline.text);
    return end;
  }
}

/** A formula is never evaluated, so what it says is passed over: from behind `<f` to behind `</f>`. */
function skipFormula(region: Region, at: number): number {
  const bytes = region.bytes;
  let end = skipTag(bytes, at);
  if (end < 0 || closedItself(bytes, end)) return end;
  while (bytes[end] !== LT) end++;
  return wordAt(region, end) === END_OF_FORMULA ? end + 4 : UNUSUAL;
}
