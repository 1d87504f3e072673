import { createDecipheriv, createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BackupHeader } from './backup-file.ts';
import { openLock } from './lock.ts';
import { headerOf } from './own-folder.ts';

const TAG = 16;

/** Unpacks the body of a backup into `out`. Throws where it is cut off, was altered, or does not come to what the header says. */
async function unpack(
  path: string,
  header: BackupHeader,
  from: number,
  key: Buffer | null,
  out: NodeJS.WritableStream,
): Promise<void> {
  const { size } = await stat(path);
  const sealed = key === null ? null : header.sealed;
  const end = size - (sealed === null ? 0 : TAG) - 1;
  if (end < from) throw new Error('cut off');
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      bytes += part.length;
      if (bytes > header.bytes) throw new Error('longer than its header says');
      hash.update(part);
      yield part;
    }
  }
  const body = createReadStream(path, { start: from, end });
  if (sealed === null || key === null) await pipeline(body, createGunzip(), counted, out);
  else {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'));
    decipher.setAAD(await bytesAt(path, 0, from)).setAuthTag(await bytesAt(path, end + 1, TAG));
    await pipeline(body, decipher, createGunzip(), counted, out);
  }
  if (bytes !== header.bytes || hash.digest('hex') !== header.sha256) throw new Error('not what its header says');
}

async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    return (await file.read(Buffer.alloc(length), 0, length, position)).buffer;
  } finally {
    await file.close();
  }
}

/** What is wrong with a backup that was just written, or null: it is read back whole with the key it was locked with. */
export async function proveBody(
  path: string,
  header: BackupHeader,
  from: number,
  key: Buffer | null,
): Promise<string | null> {
  const nowhere = new Writable({ write: (_, __, done) => done() });
  try {
    await unpack(path, header, from, key, nowhere);
    return null;
  } catch (error) {
    return `The backup could not be read back: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly header: BackupHeader }
  | { readonly kind: 'refused'; readonly code: UnpackRefusal; readonly message: string };

export type UnpackRefusal = 'NOT_A_BACKUP' | 'PASSPHRASE_NEEDED' | 'PASSPHRASE_WRONG' | 'BACKUP_DAMAGED';

const refused = (code: UnpackRefusal, message: string): Unpacked => ({ kind: 'refused', code, message });

/** Unpacks a backup into a new file `to`, opened by passphrase or recovery code where it is locked. */
export async function unpackBackup(path: string, typed: string | null, to: string): Promise<Unpacked> {
  const read = await headerOf(path).catch(() => null);
  if (read === null)
    return refused('NOT_A_BACKUP', 'This is not a backup of the planner. Choose a file that ends in .mwpbackup.');
  const { header, length } = read;
  const { sealed } = header;
  if (sealed !== null && typed === null)
    return refused('PASSPHRASE_NEEDED', 'This backup is locked. Enter its passphrase or its recovery code.');
  const key = sealed && openLock(sealed.lock, sealed.oneTimeKey, typed ?? '');
  if (sealed !== null && key === null)
    return refused(
      'PASSPHRASE_WRONG',
      'Neither a passphrase nor a recovery code of this backup. Check the capitals, or use the printed code.',
    );
  try {
    await unpack(path, header, length, key, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
    return { kind: 'unpacked', header };
  } catch {
    return refused(
      'BACKUP_DAMAGED',
      'This backup is cut off or was altered, so nothing was restored. Choose another backup, or its copy in the second place.',
    );
  }
}
