import zlib from 'node:zlib';

/** Bytes of a block: the last one may be shorter. */
export const BLOCK = 2 ** 16;
/** So many blocks lie open, 6 MB of them. */
const OPEN = 96;
/** Node keeps the last piece that it packed or unpacked for longer than it is of use. */
const PIECE = 2 ** 13;
/** How often, for each block, one may be opened anew before all of them are left open. */
const PATIENCE = 8;

/**
 * Blocks of bytes of which the ones used last lie open and all others packed, so that a table of a million strings takes
 * little more memory than one of a hundred thousand. Cells mostly ask for strings in the order of the table, and then each
 * block is packed and unpacked once. Where they ask in any order, opening blocks again and again would cost more than
 * their room is worth: then they all stay open.
 */
export class PackedBlocks {
  /** How many blocks there are. */
  count = 0;
  /** Each block in the place where it lies open, which others may take over. */
  readonly #places: Buffer[] = [];
  readonly #blockIn: number[] = [];
  readonly #openAt: (Buffer | undefined)[] = [];
  readonly #packed: (Buffer | undefined)[] = [];
  #next = 0;
  #opened = 0;

  /** Begins one more block and answers the room for its bytes; it may be filled until another one begins or is opened. */
  begin(): Buffer {
    if (this.#opened > 0) throw new Error('a block is begun after others were opened again');
    const room = this.#placeFor(this.count);
    this.count++;
    return room;
  }

  /** The bytes of a block, good until the next call. */
  get(block: number): Buffer {
    return this.#openAt[block] ?? this.#open(block);
  }

  #open(block: number): Buffer {
    const packed = this.#packed[block];
    if (packed === undefined) throw new RangeError(`no block ${block}`);
    this.#opened++;
    const room = this.#placeFor(block);
    zlib.inflateRawSync(packed, { chunkSize: PIECE }).copy(room);
    return room;
  }

  /** A place that is free, or that of the block which has been open longest. */
  #placeFor(block: number): Buffer {
    const place = this.#places.length < OPEN || this.#opened > PATIENCE * this.count ? this.#places.length : this.#next;
    let room = this.#places[place];
    if (room === undefined) this.#places.push((room = Buffer.allocUnsafeSlow(BLOCK)));
    else {
      this.#next = (place + 1) % this.#places.length;
      this.#close(this.#blockIn[place]!, room);
    }
    this.#blockIn[place] = block;
    this.#openAt[block] = room;
    return room;
  }

  #close(block: number, bytes: Buffer): void {
    this.#openAt[block] = undefined;
    if (this.#packed[block] !== undefined) return;
    const packed = zlib.deflateRawSync(bytes, { level: 1, chunkSize: PIECE });
    const kept = Buffer.allocUnsafeSlow(packed.length);
    packed.copy(kept);
    this.#packed[block] = kept;
  }
}
