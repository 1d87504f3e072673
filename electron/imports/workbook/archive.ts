import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { FileBytes } from './file-bytes.ts';
import type { Limits } from './limits.ts';
import { FileRefusalError, refuse } from './refusal.ts';

/** One file inside a zip file, as the zip's directory describes it. */
export interface Entry {
  /** As spelt in the zip file, for messages. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the packed bytes start in the file; the entry's own header has to be read for it. */
  start(): Promise<number>;
}

/** The directory of a zip file: entries by `partKey`. */
export interface Archive {
  readonly file: FileBytes;
  readonly limits: Limits;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Part names are compared without case, with `/` between folders and none in front (ECMA-376 part 2, 6.2.2). */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** Reads the directory of a zip file and checks all it declares against the limits, before anything is unpacked. */
export async function openArchive(file: FileBytes, limits: Limits): Promise<Archive> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  let count = 0;
  const zip = await openDirectory(file);
  try {
    for await (const found of zip.eachEntry()) {
      if (++count > limits.entries) refuse('too_large', `The file holds more than ${limits.entries} parts.`);
      const entry = describe(zip, found);
      declared += entry.bytes;
      checkSizes(entry, declared, limits);
      const key = partKey(entry.name);
      if (key.endsWith('/')) continue;
      if (entries.has(key)) refuse('damaged_zip', `The file is damaged: it holds "${entry.name}" twice.`);
      entries.set(key, entry);
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return { file, limits, entries };
}

function describe(zip: yauzl.ZipFile, found: yauzl.Entry): Entry {
  return {
    name: yauzl.getFileNameLowLevel(found.generalPurposeBitFlag, found.fileNameRaw, found.extraFields, false),
    method: found.compressionMethod,
    encrypted: found.isEncrypted(),
    crc: found.crc32,
    packedBytes: found.compressedSize,
    bytes: found.uncompressedSize,
    start: async () => (await zip.readLocalFileHeaderPromise(found, { minimal: true })).fileDataStart,
  };
}

function checkSizes(entry: Entry, declared: number, limits: Limits): void {
  if (declared > limits.declaredBytes) {
    refuse('too_large', 'Unpacked, the file would be larger than this program reads.');
  }
  if (entry.bytes >= limits.largePartBytes && entry.bytes > limits.ratio * entry.packedBytes) {
    refuse('too_large', `The part "${entry.name}" unpacks to more than ${limits.ratio} times its size.`);
  }
}

async function openDirectory(file: FileBytes): Promise<yauzl.ZipFile> {
  const size = await endOfZip(file);
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true };
  try {
    return await yauzl.fromRandomAccessReaderPromise(new PositionReader(file, size), size, options);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Where the zip file ends: some servers append a line break or more, which would otherwise hide its directory. */
async function endOfZip(file: FileBytes): Promise<number> {
  const tailStart = Math.max(0, file.size - 22 - 2 * 0xffff);
  const tail = await file.read(tailStart, file.size - tailStart);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue;
    const end = at + 22 + tail.readUInt16LE(at + 20);
    if (end <= tail.length) return tailStart + end;
  }
  return refuse('damaged_zip', 'The file is cut short: the end of the workbook is missing.');
}

/** Lets yauzl read the directory through our open file, never past its end. */
class PositionReader extends yauzl.RandomAccessReader {
  readonly #file: FileBytes;
  readonly #size: number;

  constructor(file: FileBytes, size: number) {
    super();
    this.#file = file;
    this.#size = size;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    if (length === 0) return void setImmediate(done, null);
    if (position + length > this.#size) return void setImmediate(done, new Error('unexpected end of file'));
    this.#file.read(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        done(bytes.length < length ? new Error('unexpected end of file') : null);
      },
      (error: Error) => done(error),
    );
  }

  override _readStreamForRange(): Readable {
    return Readable.from([]);
  }
}

function asRefusal(error: unknown): Error {
  if (error instanceof FileRefusalError) return error;
  const why = error instanceof Error ? error.message : String(error);
  if (/strong encryption/.test(why)) {
    return new FileRefusalError('password_protected', 'The file is protected by a password.', { cause: error });
  }
  return new FileRefusalError('damaged_zip', 'The file is damaged: its list of parts cannot be read.', {
    cause: error,
  });
}
