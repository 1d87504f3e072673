import type { BackupHeader } from '../backups/backup-file.ts';
import type { RestoreRefusal } from '../backups/restore.ts';
import { canEncrypt, changeKey, openEncrypted, type StoreKey, storeKey } from '../database/store-key.ts';
import { openKey } from './store-lock.ts';

const refused = (code: RestoreRefusal['code'], message: string): RestoreRefusal => ({ kind: 'refused', code, message });

/**
 * Encrypts what was unpacked from a backup as the store is, or makes it readable as the store is. A backup of an encrypted
 * store opens by this store's own key, or else by the passphrase or recovery code that its store had.
 */
export async function likeStore(
  unpacked: string,
  { storeLock }: BackupHeader,
  typed: string | null,
  key: StoreKey | undefined,
): Promise<RestoreRefusal | undefined> {
  if (storeLock === null) return void changeKey(unpacked, undefined, key);
  if (!canEncrypt())
    return refused('NO_CIPHERS', 'This backup is of an encrypted store, which this build of the planner cannot open.');
  if (key !== undefined && opens(unpacked, key)) return undefined;
  if (typed === null)
    return refused('PASSPHRASE_NEEDED', 'This backup is locked. Enter the passphrase or recovery code of its store.');
  const bytes = openKey(storeLock, typed);
  if (bytes === null)
    return refused(
      'PASSPHRASE_WRONG',
      'Neither the passphrase nor the recovery code of the store it was made of. Check the capitals, or use the printed code.',
    );
  return void changeKey(unpacked, await storeKey(bytes), key);
}

function opens(file: string, key: StoreKey): boolean {
  const sqlite = openEncrypted(key, file, { readonly: true });
  try {
    return Number(sqlite.pragma('user_version', { simple: true })) > 0;
  } catch {
    return false;
  } finally {
    sqlite.close();
  }
}
