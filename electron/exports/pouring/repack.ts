import { deflateRawSync } from 'node:zlib';
import type { Archive, Entry } from '../../imports/workbook/archive.ts';
import { crc32 } from '../../imports/workbook/crc.ts';

const [STORED, DEFLATED, UTF8_NAME] = [0, 8, 0x800] as const;

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly bytes: number;
  readonly packed: Buffer;
}

/**
 * The zip file again with some parts changed, by `partKey`, or left out (null). Every other part is copied as it is
 * packed, byte for byte, in its old order.
 */
export async function repack(archive: Archive, changes: ReadonlyMap<string, string | null>): Promise<Uint8Array> {
  const parts: Packed[] = [];
  for (const [key, entry] of archive.entries) {
    const change = changes.get(key);
    if (change === null) continue;
    parts.push(change === undefined ? await copied(archive, entry) : packed(entry.name, Buffer.from(change)));
  }
  return zipOf(parts);
}

/** Some files as one zip file, in the order in which they are given. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  return zipOf(files.map(({ name, bytes }) => packed(name, Buffer.from(bytes))));
}

async function copied({ file }: Archive, entry: Entry): Promise<Packed> {
  const bytes = await file.read(await entry.start(), entry.packedBytes);
  return { name: Buffer.from(entry.name), method: entry.method, crc: entry.crc, bytes: entry.bytes, packed: bytes };
}

function packed(name: string, bytes: Buffer): Packed {
  const deflated = deflateRawSync(bytes);
  const smaller = deflated.length < bytes.length;
  return {
    name: Buffer.from(name),
    method: smaller ? DEFLATED : STORED,
    crc: crc32(bytes, 0),
    bytes: bytes.length,
    packed: smaller ? deflated : bytes,
  };
}

/** PKWARE's APPNOTE, 4.3: each part behind its header, then the directory. Times are nought: see `setZipTime`. */
function zipOf(parts: readonly Packed[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    describe(part, header, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    describe(part, entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, part.name);
    pieces.push(header, part.name, part.packed);
    offset += header.length + part.name.length + part.packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]));
}

/** What a part's own header and its entry in the directory share, from the version needed on. */
function describe({ name, method, crc, bytes, packed: { length } }: Packed, header: Buffer, at: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(UTF8_NAME, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(length, at + 14);
  header.writeUInt32LE(bytes, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}
