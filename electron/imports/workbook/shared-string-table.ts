import type { Limits } from './limits.ts';
import { BLOCK, PackedBlocks } from './packed-blocks.ts';
import { refuse } from './refusal.ts';

const KEPT = 2 ** 13;
/** Half of a pair, which UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The shared strings of a workbook. Their letters stand in blocks and are cut out when a cell asks, so that a million of
 * them cost little; strings that are asked for often are kept cut.
 */
export class SharedStringTable {
  count = 0;
  readonly #limits: Limits;
  /** UTF-8. */
  readonly #blocks = new PackedBlocks();
  /** The block begun last, and the bytes in it. */
  #filling: Buffer = Buffer.alloc(0);
  #filled = 0;
  /** Where each string ends: the number of its block times BLOCK, and the place there. It starts where the one before ends, or its block does. */
  #ends: Uint32Array<ArrayBuffer>;
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
    this.#ends = new Uint32Array(Math.min(2 ** 20, Math.max(2 ** 10, Math.ceil(expected))));
  }

  /** The string at a place, counted from 0; to be asked when all are there. */
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
    const bytes = Buffer.from(text);
    const fits = bytes.length < BLOCK && !LONE_SURROGATE.test(text);
    this.addBytes(bytes, 0, fits ? bytes.length : 0);
    if (fits) return;
    this.#apart.set(this.count - 1, text);
    this.#characters += text.length;
    this.#checkSize();
  }

  /** Adds the string that stands there in UTF-8, which must be right. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    const length = to - from;
    if (length >= BLOCK) return this.add(bytes.toString('utf8', from, to));
    if (this.#blocks.count === 0 || this.#filled + length >= BLOCK) {
      this.#filling = this.#blocks.begin();
      this.#filled = 0;
    }
    const filling = this.#filling;
    let at = this.#filled;
    for (let place = from; place < to; place++) filling[at++] = bytes[place]!;
    this.#filled = at;
    if (this.count === this.#ends.length) this.#grow();
    this.#ends[this.count] = (this.#blocks.count - 1) * BLOCK + at;
    this.count++;
    this.#characters += length;
    this.#checkSize();
  }

  #cut(index: number): string {
    const end = this.#ends[index]!;
    const before = index === 0 ? 0 : this.#ends[index - 1]!;
    const block = Math.floor(end / BLOCK);
    const start = Math.max(before, block * BLOCK);
    if (start === end) return this.#apart.get(index) ?? '';
    return this.#blocks.get(block).toString('utf8', start % BLOCK, end % BLOCK);
  }

  #grow(): void {
    const ends = new Uint32Array(this.count * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }

  #checkSize(): void {
    if (this.count > this.#limits.sharedStrings || this.#characters > this.#limits.sharedCharacters) {
      refuse('too_large', 'The workbook holds more text than this program reads.');
    }
  }
}
