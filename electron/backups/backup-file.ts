import { z } from 'zod';
import { chainEnd } from '../audit/end.ts';
import { type BackupReason, backupReason } from '../contract/backups.ts';
import { instant } from '../contract/values.ts';

/** Data locked with a passphrase or a code, by scrypt and AES-256-GCM. */
export const wrapped = z.object({
  salt: z.base64(),
  iv: z.base64(),
  tag: z.base64(),
  data: z.base64(),
  cost: z.number().int(),
});

/** A key pair whose public half locks backups, and whose private half the passphrase opens, or the recovery code. */
export const backupLock = z.object({
  version: z.literal(1),
  publicKey: z.base64(),
  byPassphrase: wrapped,
  byRecoveryCode: wrapped,
});

/** The key of an encrypted store, wrapped in up to three ways, each of which opens it by itself. */
export const storeLock = z.object({
  version: z.literal(1),
  byRecoveryCode: wrapped,
  byPassphrase: wrapped.nullable(),
  /** By the system's own store, for the person who was signed in on that PC; base64. */
  bySystem: z.base64().nullable(),
});

/** The first line of a backup: what it holds. Nothing in it is about a person. */
export const backupHeader = z.object({
  format: z.literal('maternity-workforce-planner/backup'),
  version: z.literal(1),
  madeAt: instant,
  reason: backupReason,
  appVersion: z.string(),
  schemaVersion: z.number().int(),
  /** Rows of each table. */
  rows: z.record(z.string(), z.number().int()),
  /** Of the store as it was copied: bytes, and SHA-256. */
  bytes: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Null where the lock of the backups was not used. */
  sealed: z.object({ lock: backupLock, oneTimeKey: z.base64(), iv: z.base64() }).nullable(),
  /** Of a store that was encrypted when it was copied: what is in the backup is as encrypted. */
  storeLock: storeLock.nullable().default(null),
  /** The newest entry of the audit that is in it: a store that does not hold it any more has lost entries since. */
  auditEnd: chainEnd.nullable().default(null),
});

export type BackupLock = z.infer<typeof backupLock>;
export type StoreLock = z.infer<typeof storeLock>;
export type BackupHeader = z.infer<typeof backupHeader>;
export type WrappedKey = z.infer<typeof wrapped>;

const NAME = /^backup-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z-]+)\.mwpbackup$/;

/** Such as `backup-20261122T153000000Z-closing.mwpbackup`. */
export function backupName(at: string, reason: BackupReason): string {
  return `backup-${at.replace(/[-:.]/g, '')}-${reason}.mwpbackup`;
}

/** When and why the backup of that name was made; undefined for every file that is not named as ours are. */
export function partsOfName(name: string): { readonly madeAt: string; readonly reason: BackupReason } | undefined {
  const [, year, month, day, hour, minute, second, milli, why] = NAME.exec(name) ?? [];
  const reason = backupReason.safeParse(why);
  const madeAt = instant.safeParse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  return reason.success && madeAt.success ? { madeAt: madeAt.data, reason: reason.data } : undefined;
}
