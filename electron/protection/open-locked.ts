import { refuse } from '../database/refusal.ts';
import type { OpenRefusal } from '../database/open.ts';
import type { OpenPlanner } from '../open-planner.ts';
import { type StoreKey, storeKey } from '../database/store-key.ts';
import { openKey, readStoreLock } from './store-lock.ts';

/** What may open an encrypted store: the key that the system's store of secrets gave back, and what was typed. */
export interface Tried {
  readonly bySystem: Uint8Array | null;
  readonly typed: string | null;
}

/** The key of the encrypted store in `dataFolder`; the refusal in words where neither way opens it. */
export async function keyOfStore(dataFolder: string, { bySystem, typed }: Tried): Promise<StoreKey | OpenRefusal> {
  const lock = readStoreLock(dataFolder);
  if (lock === null) return refuse('not_ours', ['The file that holds the wrapped key is missing or damaged']);
  const bytes = bySystem ?? (typed === null ? null : openKey(lock, typed));
  if (bytes !== null) return storeKey(bytes);
  const refusal = refuse('locked', []);
  if (typed === null) return refusal;
  const message =
    'What you typed is neither the passphrase nor the recovery code of this store. Check the capitals, or use the printed code. Nothing has been changed.';
  return { ...refusal, message };
}

/** Opens a planner, its store encrypted or not: `typed` is the passphrase or recovery code, null where none was given. */
export async function openWhetherLocked(
  dataFolder: string,
  typed: string | null,
  openWith: (key: StoreKey | undefined) => OpenPlanner | OpenRefusal,
): Promise<OpenPlanner | OpenRefusal> {
  const opened = openWith(undefined);
  if (opened.kind === 'opened' || opened.code !== 'locked') return opened;
  const key = await keyOfStore(dataFolder, { bySystem: null, typed });
  return 'kind' in key ? key : openWith(key);
}
