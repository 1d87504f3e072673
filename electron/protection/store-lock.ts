import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type StoreLock, storeLock } from '../backups/backup-file.ts';
import { newCode, plainCode, unwrap, wrap } from '../backups/lock.ts';
import { keyFiles } from '../database/key-file.ts';

/** Wraps a key anew. The recovery code is told this once. */
export function lockKey(
  key: Uint8Array,
  passphrase: string | null,
  bySystem: string | null,
): { readonly lock: StoreLock; readonly recoveryCode: string } {
  const recoveryCode = newCode();
  const bytes = Buffer.from(key);
  const lock: StoreLock = {
    version: 1,
    byRecoveryCode: wrap(plainCode(recoveryCode), bytes),
    byPassphrase: passphrase === null ? null : wrap(passphrase.normalize('NFC'), bytes),
    bySystem,
  };
  return { lock, recoveryCode };
}

/** The key by the passphrase or the recovery code; null where what was typed is neither. */
export function openKey(lock: StoreLock, typed: string): Uint8Array | null {
  const byPassphrase = lock.byPassphrase && unwrap(typed.normalize('NFC'), lock.byPassphrase);
  return byPassphrase ?? unwrap(plainCode(typed), lock.byRecoveryCode);
}

/** The lock beside a store, or its second copy among the backups; null where neither is there and whole. */
export function readStoreLock(dataFolder: string): StoreLock | null {
  for (const file of keyFiles(dataFolder)) {
    try {
      return storeLock.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // Lost or damaged: the other is the same.
    }
  }
  return null;
}

/** Keeps the lock beside the store, and among its backups where there are some. */
export function writeStoreLock(dataFolder: string, lock: StoreLock): void {
  for (const file of keyFiles(dataFolder).filter((path, at) => at === 0 || existsSync(dirname(path)))) {
    writeFileSync(`${file}.part`, JSON.stringify(lock), { mode: 0o600, flush: true });
    renameSync(`${file}.part`, file);
  }
}

/** For a store that is not encrypted any more. Its backups made meanwhile hold what opens them. */
export function removeStoreLock(dataFolder: string): void {
  for (const file of keyFiles(dataFolder)) rmSync(file, { force: true });
}
