import { type FileHandle, open } from 'node:fs/promises';
import zlib from 'node:zlib';

/** How an entry is written, and what its headers claim where that is not the truth. */
export interface EntryOptions {
  readonly stored?: boolean;
  /** Sizes and checksum behind the data instead of in the entry's header, as streaming writers do. */
  readonly descriptor?: boolean;
  readonly zip64?: boolean;
  readonly claims?: {
    readonly bytes?: number;
    readonly packedBytes?: number;
    readonly crc?: number;
    readonly flags?: number;
  };
  readonly level?: number;
}

type Content = string | Uint8Array | Iterable<string | Uint8Array>;

interface Written {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
  readonly zip64: boolean;
}

/** Writes a zip file piece by piece, so that tests can make files that no well-behaved library would. */
export class ZipWriter {
  readonly #handle: FileHandle;
  readonly #written: Written[] = [];
  #offset = 0;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w'));
  }

  async add(name: string, content: Content, options: EntryOptions = {}): Promise<void> {
    const offset = this.#offset;
    const header = describe(name, offset, options);
    await this.#put(localHeader(header));
    const { crc, bytes, packedBytes } = await this.#pack(pieces(content), options);
    const real = { ...header, crc, bytes, packedBytes, ...options.claims };
    this.#written.push(real);
    if (options.descriptor) await this.#put(descriptor(real));
    else await this.#handle.write(localHeader(real), 0, undefined, offset);
  }

  /** Writes the directory; `trailing` is put behind it, as some servers do. */
  async close(trailing: string | Uint8Array = ''): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#written) await this.#put(centralHeader(entry));
    const size = this.#offset - start;
    if (this.#written.some((entry) => entry.zip64)) await this.#put(zip64End(this.#written.length, size, start));
    await this.#put(end(this.#written.length, size, start));
    await this.#put(Buffer.from(trailing as string));
    await this.#handle.close();
  }

  async #pack(content: Iterable<Buffer>, options: EntryOptions) {
    let [crc, bytes, packedBytes] = [0, 0, 0];
    const put = async (packed: Buffer): Promise<void> => {
      packedBytes += packed.length;
      await this.#put(packed);
    };
    const counted = function* (): Generator<Buffer> {
      for (const piece of content) {
        crc = zlib.crc32(piece, crc);
        bytes += piece.length;
        yield piece;
      }
    };
    if (options.stored) for (const piece of counted()) await put(piece);
    else for await (const packed of deflated(counted(), options.level ?? 6)) await put(packed);
    return { crc, bytes, packedBytes };
  }

  async #put(bytes: Buffer): Promise<void> {
    await this.#handle.write(bytes, 0, bytes.length, this.#offset);
    this.#offset += bytes.length;
  }
}

function* pieces(content: Content): Generator<Buffer> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield Buffer.from(content as string);
  else for (const piece of content) yield Buffer.from(piece as string);
}

async function* deflated(content: Iterable<Buffer>, level: number): AsyncGenerator<Buffer> {
  const deflate = zlib.createDeflateRaw({ level, chunkSize: 2 ** 18 });
  const feeding = (async () => {
    for (const piece of content) {
      if (!deflate.write(piece)) await new Promise((resume) => deflate.once('drain', resume));
    }
    deflate.end();
  })();
  yield* deflate as AsyncIterable<Buffer>;
  await feeding;
}

function describe(name: string, offset: number, options: EntryOptions): Written {
  return {
    name: Buffer.from(name),
    flags: 0x800 | (options.descriptor ? 8 : 0) | (options.claims?.flags ?? 0),
    method: options.stored ? 0 : 8,
    crc: 0,
    packedBytes: 0,
    bytes: 0,
    offset,
    zip64: options.zip64 ?? false,
  };
}

function localHeader(entry: Written): Buffer {
  const extra = entry.zip64 ? zip64Extra([entry.bytes, entry.packedBytes]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(entry.zip64 ? 45 : 20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.packedBytes, 18);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.bytes, 22);
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
}

function centralHeader(entry: Written): Buffer {
  const extra = entry.zip64 ? zip64Extra([entry.bytes, entry.packedBytes, entry.offset]) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(entry.zip64 ? 45 : 20, 6);
  header.writeUInt16LE(entry.flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.packedBytes, 20);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.bytes, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.offset, 42);
  return Buffer.concat([header, entry.name, extra]);
}

function zip64Extra(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  for (const [i, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + 8 * i);
  return extra;
}

function descriptor(entry: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(entry.crc, 4);
  bytes.writeUInt32LE(entry.packedBytes, 8);
  bytes.writeUInt32LE(entry.bytes, 12);
  return bytes;
}

function zip64End(entries: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  bytes.writeBigUInt64LE(BigInt(entries), 24);
  bytes.writeBigUInt64LE(BigInt(entries), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(start + size), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

function end(entries: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(Math.min(entries, 0xffff), 8);
  bytes.writeUInt16LE(Math.min(entries, 0xffff), 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
}
