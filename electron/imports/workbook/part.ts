import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import type { Archive, Entry } from './archive.ts';
import { crc32 } from './crc.ts';
import { blocks } from './file-bytes.ts';
import { FileRefusalError, refuse, refuseDamaged } from './refusal.ts';

const STORED = 0;
const DEFLATED = 8;

/** Packed bytes that are read at once: so few that they are used, and gone, before the collector takes them for lasting. */
const PACKED_BLOCK = 2 ** 15;

/**
 * Unpacks one part, a block at a time. Stops as soon as the part is longer than its header says; at the end refuses one
 * that is shorter or whose checksum is wrong, so that a flipped bit never becomes a figure.
 */
export async function* readPart(archive: Archive, entry: Entry, blockSize = 2 ** 17): AsyncGenerator<Buffer> {
  if (entry.encrypted) refuse('password_protected', 'The file is protected by a password.');
  let length = 0;
  let crc = 0;
  try {
    for await (const block of await unpack(archive, entry, blockSize)) {
      length += block.length;
      if (length > entry.bytes) refuseDamaged(entry.name, 'is longer than it says');
      crc = crc32(block, crc);
      yield block;
    }
  } catch (error) {
    if (error instanceof FileRefusalError) throw error;
    refuseDamaged(entry.name, 'cannot be unpacked', error);
  }
  if (length < entry.bytes) refuseDamaged(entry.name, 'is shorter than it says');
  if (crc !== entry.crc) refuseDamaged(entry.name, 'was changed on its way here (its checksum is wrong)');
}

async function unpack(archive: Archive, entry: Entry, blockSize: number): Promise<AsyncIterable<Buffer>> {
  const start = await entry.start();
  const packed = blocks(archive.file, start, start + entry.packedBytes, PACKED_BLOCK);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED)
    refuseDamaged(entry.name, `is packed in a way (${entry.method}) that Excel does not use`);
  const source = Readable.from(packed, { objectMode: false, highWaterMark: PACKED_BLOCK });
  const inflate = zlib.createInflateRaw({ chunkSize: blockSize });
  source.on('error', (error) => inflate.destroy(error));
  inflate.on('close', () => source.destroy());
  return source.pipe(inflate);
}
