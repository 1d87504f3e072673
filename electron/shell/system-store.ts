import { safeStorage } from 'electron';

/** Whether the system itself keeps the secret; without a keyring Linux only hides it behind a word that is no secret. */
function isReal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  // An older Electron does not say which it uses.
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend?.() !== 'basic_text';
}

/** Locks a secret with the key of the person who is signed in; null where the system has none. */
export function sealBySystem(secret: Uint8Array): string | null {
  if (!isReal()) return null;
  return safeStorage.encryptString(Buffer.from(secret).toString('base64')).toString('base64');
}

/** Null where the system does not open it: another PC, another person, a profile that was made anew. */
export function openBySystem(sealed: string): Uint8Array | null {
  if (!isReal()) return null;
  try {
    return Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64')), 'base64');
  } catch {
    return null;
  }
}
