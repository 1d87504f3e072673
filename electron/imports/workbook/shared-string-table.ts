import type { Limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** Strings of more than a megabyte are kept by Node outside the JavaScript heap, where they cost the collector nothing. */
const BLOCK = 2 ** 21;
/** A longer string stands by itself. */
const LONGEST = 2 ** 16;
const KEPT = 2 ** 13;
const NOT_ASCII = /[^\0-\x7f]/;
/** Half of a pair, which UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The shared strings of a workbook. Their letters stand in large blocks and are cut out when a cell asks, so that half a
 * million of them cost little more than those letters; strings that are asked for often are kept cut.
 */
export class SharedStringTable {
  count = 0;
  readonly #limits: Limits;
  /** UTF-8, each byte a character. */
  readonly #blocks: string[] = [];
  #filling = Buffer.alloc(0);
  #filled = 0;
  /** Where each string starts: the number of its block times BLOCK, and the place there. It ends where the next one starts. */
  #starts: Uint32Array<ArrayBuffer>;
  /** Strings that do not fit into blocks; they take no room there. */
  readonly #apart = new Map<number, string>();
  #characters = 0;
  readonly #kept: string[] = new Array<string>(KEPT).fill('');
  readonly #keptIndex = new Int32Array(KEPT).fill(-1);
  /** The place asked for last in each slot: only a string that is asked for again is kept. */
  readonly #askedIndex = new Int32Array(KEPT).fill(-1);

  /** `expected` is a guess at the number of strings; there may be more. */
  constructor(limits: Limits, expected = 0) {
    this.#limits = limits;
    this.#starts = new Uint32Array(Math.min(2 ** 20, Math.max(2 ** 10, Math.ceil(expected))));
  }

  /** The string at a place, counted from 0. */
  get(index: number): string | undefined {
    if (!(index >= 0)) return undefined;
    const slot = index & (KEPT - 1);
    if (this.#keptIndex[slot] === index) return this.#kept[slot];
    if (index >= this.count || !Number.isInteger(index)) return undefined;
    const text = this.#cut(index);
    if (this.#askedIndex[slot] === index) {
      this.#kept[slot] = text;
      this.#keptIndex[slot] = index;
    }
    this.#askedIndex[slot] = index;
    return text;
  }

  add(text: string): void {
    const fits = text.length <= LONGEST && !LONE_SURROGATE.test(text);
    const bytes = Buffer.from(fits ? text : '');
    this.addBytes(bytes, 0, bytes.length);
    if (fits) return;
    this.#apart.set(this.count - 1, text);
    this.#characters += text.length;
    this.#checkSize();
  }

  /** Adds the string that stands there in UTF-8, which must be right. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    const length = to - from;
    if (length > 4 * LONGEST) return this.add(bytes.toString('utf8', from, to));
    if (this.#filled + length > this.#filling.length) this.#beginBlock();
    if (this.count === this.#starts.length) this.#grow();
    this.#starts[this.count] = this.#blocks.length * BLOCK + this.#filled;
    this.count++;
    const filling = this.#filling;
    let at = this.#filled;
    for (let place = from; place < to; place++) filling[at++] = bytes[place]!;
    this.#filled = at;
    this.#characters += length;
    this.#checkSize();
  }

  #cut(index: number): string {
    const start = this.#starts[index]!;
    const next = index + 1 < this.count ? this.#starts[index + 1]! : this.#blocks.length * BLOCK + this.#filled;
    const number = Math.floor(start / BLOCK);
    if (number === this.#blocks.length) this.#endBlock();
    const before = number * BLOCK;
    const text = this.#blocks[number]!.slice(start - before, next - before);
    if (text === '') return this.#apart.get(index) ?? '';
    return NOT_ASCII.test(text) ? Buffer.from(text, 'latin1').toString() : text;
  }

  #beginBlock(): void {
    if (this.#filled > 0) this.#endBlock();
    this.#filling = Buffer.allocUnsafeSlow(BLOCK);
  }

  /** A string that ends its block ends where the block does. */
  #endBlock(): void {
    this.#blocks.push(this.#filling.toString('latin1', 0, this.#filled));
    this.#filling = Buffer.alloc(0);
    this.#filled = 0;
  }

  #grow(): void {
    const starts = new Uint32Array(this.count * 2);
    starts.set(this.#starts);
    this.#starts = starts;
  }

  #checkSize(): void {
    if (this.count > this.#limits.sharedStrings || this.#characters > this.#limits.sharedCharacters) {
      refuse('too_large', 'The workbook holds more text than this program reads.');
    }
  }
}
