import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import type { BackupLock, WrappedKey } from './backup-file.ts';

/** Of scrypt: 32 MB and about a tenth of a second for one try. */
const COST = 2 ** 15;
const MEMORY = 64 * 1024 * 1024;
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const keyOf = (secret: string, salt: Buffer, cost: number) =>
  scryptSync(secret, salt, 32, { N: cost, r: 8, p: 1, maxmem: MEMORY });

/** Locks data with a passphrase or code. */
export function wrap(secret: string, data: Buffer): WrappedKey {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt, COST), iv);
  const locked = Buffer.concat([cipher.update(data), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), data: text(locked), cost: COST };
}

/** Null where the secret is not the one it was wrapped with. */
export function unwrap(secret: string, { salt, iv, tag, data, cost }: WrappedKey): Buffer | null {
  if (cost > COST * 8) return null;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, bytes(salt), cost), bytes(iv));
    decipher.setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(data)), decipher.final()]);
  } catch {
    return null;
  }
}

/** As it is compared: what people add or mistake when they copy a code by hand does not count. */
export const plainCode = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** Of 24 letters and digits in groups of four, such as 7K2M-…: 120 random bits. */
export function newCode(): string {
  const letters = [...randomBytes(24)].map((byte) => CODE_LETTERS[byte % 32] ?? '').join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * A new lock for backups. The planner keeps the public half alone, so it locks backups without anybody there, and
 * neither the store nor this PC opens them again: the passphrase does, or the recovery code, which is shown once.
 */
export function newLock(passphrase: string): { readonly lock: BackupLock; readonly recoveryCode: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' });
  const recoveryCode = newCode();
  const lock: BackupLock = {
    version: 1,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    byPassphrase: wrap(passphrase.normalize('NFC'), secret),
    byRecoveryCode: wrap(plainCode(recoveryCode), secret),
  };
  return { lock, recoveryCode };
}

const derived = (shared: Buffer) =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), 'maternity-workforce-planner/backup', 32));

const publicOf = (text: string) => createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });

/** A key for one backup alone, and the half of it that stands in the backup. */
export function keyForBackup(lock: BackupLock): { readonly key: Buffer; readonly oneTimeKey: string } {
  const once = generateKeyPairSync('x25519');
  return {
    key: derived(diffieHellman({ privateKey: once.privateKey, publicKey: publicOf(lock.publicKey) })),
    oneTimeKey: once.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

/** The key of a backup by the passphrase or the recovery code; null where what was typed is neither. */
export function openLock(lock: BackupLock, oneTimeKey: string, typed: string): Buffer | null {
  const secret = unwrap(typed.normalize('NFC'), lock.byPassphrase) ?? unwrap(plainCode(typed), lock.byRecoveryCode);
  if (secret === null) return null;
  const privateKey: KeyObject = createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' });
  return derived(diffieHellman({ privateKey, publicKey: publicOf(oneTimeKey) }));
}
