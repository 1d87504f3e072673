import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { backupsIn } from '../backups/own-folder.ts';
import type { Context } from '../context.ts';
import { callInHand } from '../database/call-in-hand.ts';
import { canEncrypt, type StoreKey, storeKey } from '../database/store-key.ts';
import { type Converted, convertStore, type NotConverted } from './convert.ts';
import { lockKey, readStoreLock, removeStoreLock, writeStoreLock } from './store-lock.ts';

/** Gives up imports that are under way, waits for what writes, and holds it off while the store is changed as a whole. */
async function alone(context: Context, work: () => Converted): Promise<Converted> {
  // Before the lock is taken, which an import may be waiting for.
  await context.imports.close();
  const letGo = await context.writeLock.take();
  try {
    await context.backups.settled();
    callInHand.getStore()?.begun();
    // What waits beside the store is encrypted as it is now.
    context.audit.flush();
    return work();
  } finally {
    letGo();
  }
}

type Wrapped = { readonly kind: 'passphrase wanted' } | { readonly kind: 'wrapped'; readonly recoveryCode: string };

/** Wraps the key; `keep` takes the lock. */
async function wrapKey(
  { system }: Context,
  key: Uint8Array,
  passphrase: string | null,
): Promise<{ readonly kind: 'passphrase wanted' } | ({ readonly kind: 'wrapped' } & ReturnType<typeof lockKey>)> {
  const bySystem = (await system?.seal(key)) ?? null;
  if (passphrase === null && bySystem === null) return { kind: 'passphrase wanted' };
  return { kind: 'wrapped', ...lockKey(key, passphrase, bySystem) };
}

/** Encrypts the store with a new random key, wrapped by a recovery code, and by passphrase, system or both. */
export async function lockStore(context: Context, passphrase: string | null): Promise<Wrapped | NotConverted> {
  if (context.database.key !== undefined) return renewLock(context, passphrase);
  const key = await storeKey(randomBytes(32));
  const wrapped = await wrapKey(context, key.bytes, passphrase);
  if (wrapped.kind === 'passphrase wanted') return wrapped;
  // The wrapped key is on the disk before the store that needs it.
  const keep = () => writeStoreLock(context.dataFolder, wrapped.lock);
  const outcome = await alone(context, () => convertStore(context.database, key, keep));
  return outcome.kind === 'failed' ? outcome : { kind: 'wrapped', recoveryCode: wrapped.recoveryCode };
}

/** Makes the store readable again. */
export async function unlockStore(context: Context): Promise<Converted> {
  if (context.database.key === undefined) return { kind: 'converted' };
  const outcome = await alone(context, () => convertStore(context.database, undefined, () => undefined));
  if (outcome.kind === 'converted') removeStoreLock(context.dataFolder);
  return outcome;
}

/** Wraps the key of an encrypted store anew: the earlier passphrase and recovery code open it no more. */
export async function renewLock(context: Context, passphrase: string | null): Promise<Wrapped> {
  const key = context.database.key as StoreKey;
  const wrapped = await wrapKey(context, key.bytes, passphrase);
  if (wrapped.kind === 'passphrase wanted') return wrapped;
  writeStoreLock(context.dataFolder, wrapped.lock);
  return { kind: 'wrapped', recoveryCode: wrapped.recoveryCode };
}

/** How the store stands, as `protection.state` says it. */
export async function protectionState({ database, dataFolder, backups, system }: Context) {
  const lock = database.key === undefined ? null : readStoreLock(dataFolder);
  const kept = await backupsIn(backups.folder);
  const readable = kept.filter(({ header }) => header !== null && header.sealed === null && header.storeLock === null);
  return {
    isLocked: database.key !== undefined,
    canLock: canEncrypt(),
    hasSystemStore: ((await system?.seal(new Uint8Array(1))) ?? null) !== null,
    byPassphrase: lock !== null && lock.byPassphrase !== null,
    bySystem: lock !== null && lock.bySystem !== null,
    readableCopies: readable.length + otherCopies(backups.folder),
  };
}

/** Copies of the store from before a new version, or of a damaged one: as readable as the store was then. */
function otherCopies(folder: string): number {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sqlite')).length;
  } catch {
    return 0;
  }
}
