import type { Region } from './tag-scanner.ts';
import { textOf } from './xml-text.ts';

const SLOTS = 2 ** 14;
const ARENA_BYTES = 2 ** 20;
/** Longer texts seldom come twice. */
const LONGEST = 128;

/** Every byte of a word `<`; and the bits that tell whether one byte of a word is zero (Mycroft's test). */
const ALL_LT = 0x3c3c3c3c;
const [ONES, HIGH_BITS] = [0x01010101, 0x80808080 | 0];

/**
 * Reads texts up to the next `<` and remembers the last ones by their bytes: a roster says the same few words in a hundred
 * thousand rows, and making a string costs more than finding it again. Forgets all when full, so its memory is fixed.
 */
export class TextTable {
  /** Where the text read last ended: at a `<`. */
  end = 0;
  readonly #texts: string[] = new Array<string>(SLOTS).fill('');
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Int32Array(SLOTS).fill(-1);
  /** The hash met last in each slot: only what comes a second time is kept. */
  readonly #seen = new Int32Array(SLOTS);
  readonly #arena = Buffer.alloc(ARENA_BYTES + 4);
  readonly #words = new DataView(this.#arena.buffer, this.#arena.byteOffset, this.#arena.length);
  #used = 0;

  /** The text from here to the next `<`; `undefined` as in `textOf`. */
  read(region: Region, from: number): string | undefined {
    const words = region.words;
    let at = from;
    let hash = 0;
    let word = words.getInt32(at, true);
    let marks = zeroBytes(word ^ ALL_LT);
    while (marks === 0) {
      hash = Math.imul(hash ^ word, 0x9e3779b1);
      at += 4;
      word = words.getInt32(at, true);
      marks = zeroBytes(word ^ ALL_LT);
    }
    const rest = bytesBefore(marks);
    const last = word & maskOf(rest);
    hash = Math.imul(hash ^ last ^ rest, 0x9e3779b1);
    this.end = at + rest;
    const length = this.end - from;
    if (length === 0) return '';
    if (length > LONGEST) return textOf(region.bytes, from, this.end);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (this.#lengths[slot] === length && this.#isAt(this.#starts[slot]!, words, from, at, last))
      return this.#texts[slot];
    if (this.#seen[slot] === hash) return this.#add(slot, region.bytes, from);
    this.#seen[slot] = hash;
    return textOf(region.bytes, from, this.end);
  }

  /** Compares whole words up to `lastWord`, then what is left of the last one. */
  #isAt(start: number, words: DataView, from: number, lastWord: number, last: number): boolean {
    const arena = this.#words;
    const shift = start - from;
    let at = from;
    for (; at < lastWord; at += 4) if (arena.getInt32(at + shift, true) !== words.getInt32(at, true)) return false;
    return (arena.getInt32(at + shift, true) & maskOf(this.end - lastWord)) === last;
  }

  #add(slot: number, bytes: Buffer, from: number): string | undefined {
    const text = textOf(bytes, from, this.end);
    if (text === undefined) return undefined;
    const length = this.end - from;
    if (this.#used + length > ARENA_BYTES) {
      this.#used = 0;
      this.#lengths.fill(-1);
    }
    bytes.copy(this.#arena, this.#used, from, this.end);
    this.#starts[slot] = this.#used;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    this.#used += length;
    return text;
  }
}

/** The high bit of the lowest byte that is zero; bits of higher bytes may be set too. 0 where no byte is zero. */
function zeroBytes(word: number): number {
  return (word - ONES) & ~word & HIGH_BITS;
}

function bytesBefore(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}

function maskOf(bytes: number): number {
  return (1 << (bytes * 8)) - 1;
}
