import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { endOf } from '../audit/end.ts';
import { connect, countRows, findDamage, findOrphans } from '../database/connection.ts';
import { type StoreKey, storeKey } from '../database/store-key.ts';
import type { BackupReason } from '../contract/backups.ts';
import { type BackupHeader, type BackupLock, backupName, type StoreLock } from './backup-file.ts';
import { keyForBackup } from './lock.ts';
import { proveBody } from './read.ts';
import { pruneBackups } from './own-folder.ts';

export interface BackupOrder {
  /** The store's file. */
  readonly file: string;
  /** Where backups are kept. */
  readonly folder: string;
  /** A second folder, on another disk or a network share; null for none. */
  readonly second: string | null;
  readonly reason: BackupReason;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly appVersion: string;
  readonly lock: BackupLock | null;
  /** What encrypts the store, and with it the backup; null where nothing does. */
  readonly key: Uint8Array | null;
  /** What opens that key; null where there is no key. */
  readonly storeLock: StoreLock | null;
}

export type BackupOutcome =
  /** `secondProblem` says why the copy in the second place was not made; null where it was, or none is wanted. */
  | { readonly kind: 'made'; readonly name: string; readonly bytes: number; readonly secondProblem: string | null }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Copies the open store whole, proves the copy (integrity, references, rows, SHA-256), packs it, reads the pack back and
 * gives it its name, or leaves nothing. Then the schedule is kept, and the second place is given its copy.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupOutcome> {
  const { folder, at, second } = order;
  const name = freeName(order);
  const stem = join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
  const [copy, packed] = [`${stem}.copy.part`, `${stem}.part`];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const facts = copyStore(order.file, copy, order.key === null ? undefined : await storeKey(order.key));
    const { size: bytes } = await stat(copy);
    const sha256 = await sha256Of(copy);
    await pack(order, copy, packed, { ...facts, bytes, sha256 });
    await flush(packed);
    await rename(packed, join(folder, name));
    await pruneBackups(folder, at);
    const { size } = await stat(join(folder, name));
    return { kind: 'made', name, bytes: size, secondProblem: second && (await copyTo(second, folder, name, at)) };
  } catch (error) {
    return { kind: 'failed', message: inWords(error) };
  } finally {
    for (const left of [copy, `${copy}-journal`, packed]) await rm(left, { force: true });
  }
}

/** A backup never takes the place of another, even where the clock was set back: it is called a moment later then. */
function freeName({ folder, second, at, reason }: BackupOrder): string {
  for (let moment = Date.parse(at); ; moment++) {
    const name = backupName(new Date(moment).toISOString(), reason);
    if ([folder, second].every((place) => place === null || !existsSync(join(place, name)))) return name;
  }
}

/** Throws where the copy, and with it the store, is not sound. */
function copyStore(
  file: string,
  copy: string,
  key: StoreKey | undefined,
): Pick<BackupHeader, 'rows' | 'schemaVersion' | 'auditEnd'> {
  const store = connect(file, { readonly: true, nativeBinding: undefined, key });
  try {
    store.prepare('VACUUM INTO ?').run(copy);
  } finally {
    store.close();
  }
  const copied = connect(copy, { readonly: true, nativeBinding: undefined, key });
  try {
    const wrong = findDamage(copied, 'integrity_check') ?? findOrphans(copied);
    if (wrong !== undefined) throw new Error(`The store is damaged: ${wrong}`);
    return {
      rows: Object.fromEntries(countRows(copied)),
      schemaVersion: Number(copied.pragma('user_version', { simple: true })),
      auditEnd: endOf(copied),
    };
  } finally {
    copied.close();
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

type Facts = Pick<BackupHeader, 'rows' | 'schemaVersion' | 'auditEnd' | 'bytes' | 'sha256'>;

async function pack(order: BackupOrder, copy: string, packed: string, facts: Facts): Promise<void> {
  const { at, reason, appVersion, lock, key, storeLock } = order;
  const iv = randomBytes(12);
  const locked = lock && key === null ? keyForBackup(lock) : null;
  const header: BackupHeader = {
    format: 'maternity-workforce-planner/backup',
    version: 1,
    madeAt: at,
    reason,
    appVersion,
    ...facts,
    sealed: lock && locked && { lock, oneTimeKey: locked.oneTimeKey, iv: iv.toString('base64') },
    storeLock,
  };
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  const out = createWriteStream(packed, { flags: 'wx', mode: 0o600 });
  out.write(line);
  const zip = createGzip({ level: 1 });
  if (locked === null) await pipeline(createReadStream(copy), zip, out);
  else {
    const cipher = createCipheriv('aes-256-gcm', locked.key, iv).setAAD(line);
    await pipeline(
      createReadStream(copy),
      zip,
      cipher,
      async function* sealed(parts: AsyncIterable<Buffer>) {
        yield* parts;
        yield cipher.getAuthTag();
      },
      out,
    );
  }
  const wrong = await proveBody(packed, header, line.length, locked?.key ?? null);
  if (wrong !== null) throw new Error(wrong);
}

async function copyTo(second: string, folder: string, name: string, at: string): Promise<string | null> {
  const part = join(second, `.${name}.part`);
  try {
    await copyFile(join(folder, name), part);
    if ((await sha256Of(part)) !== (await sha256Of(join(folder, name)))) throw new Error('The copy differs');
    await rename(part, join(second, name));
    await pruneBackups(second, at);
    return null;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return `The copy in ${second} was not made. ${inWords(error)}`;
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const codes: Record<string, string> = {
  ENOSPC: 'There is no room left on the disk. Make room there.',
  EDQUOT: 'There is no room left on the disk. Make room there.',
  SQLITE_FULL: 'There is no room left on the disk. Make room there.',
  EACCES: 'The folder may not be written to. Choose another, or ask IT for the right to write there.',
  EPERM: 'The folder may not be written to. Choose another, or ask IT for the right to write there.',
  EROFS: 'The folder may not be written to. Choose another, or ask IT for the right to write there.',
  SQLITE_CANTOPEN: 'The folder may not be written to. Choose another, or ask IT for the right to write there.',
  ENOENT: 'The folder is not there. Connect its disk or share again, or choose another.',
};

function inWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes[code] ?? (error instanceof Error ? error.message : String(error));
}
