import { type FileHandle, open } from 'node:fs/promises';
import type { Limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** An open file of known length, read by position, so that several readers can share it. */
export interface FileBytes {
  readonly size: number;
  /** Where the bytes end that were read last: how far a reader of one part is. */
  readonly readTo: number;
  /** Up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a file within the limit on its size; refuses one that cannot be opened. */
export async function openBytes(path: string, limits: Limits): Promise<FileBytes> {
  const handle = await openHandle(path);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) refuse('cannot_open', 'This is a folder or a device, not a file.');
    if (stat.size > limits.fileBytes) {
      const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
      refuse('too_large', `The file is ${megabytes(stat.size)} MB; the limit is ${megabytes(limits.fileBytes)} MB.`);
    }
    let readTo = 0;
    return {
      size: stat.size,
      get readTo() {
        return readTo;
      },
      read(position, length) {
        readTo = Math.min(position + length, stat.size);
        return readAt(handle, position, length);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openHandle(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    return refuse('cannot_open', 'The file cannot be opened.', error);
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The bytes from `start` to before `end`, in blocks. */
export async function* blocks(
  file: FileBytes,
  start: number,
  end: number,
  blockSize = 2 ** 17,
): AsyncGenerator<Buffer> {
  for (let position = start; position < end; ) {
    const block = await file.read(position, Math.min(blockSize, end - position));
    if (block.length === 0) return;
    position += block.length;
    yield block;
  }
}
