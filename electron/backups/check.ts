import { connect, findDamage } from '../database/connection.ts';
import { codeOf, describe, type OpenRefusal, refuse } from '../database/refusal.ts';
import { storeKey } from '../database/store-key.ts';
import type { Context } from '../context.ts';

export interface CheckOrder {
  /** The store's file. */
  readonly file: string;
  /** What encrypts it; null where nothing does. */
  readonly key: Uint8Array | null;
}

/** How long after the start an open store is looked through, so that the first screen does not wait for it, in milliseconds. */
const DELAY = 2000;

/** Looks through a store that is open elsewhere, as opening it would have done first. */
export async function checkFile({ file, key: bytes }: CheckOrder): Promise<string | null> {
  const key = bytes === null ? undefined : await storeKey(bytes);
  const sqlite = connect(file, { readonly: true, nativeBinding: undefined, key });
  try {
    return findDamage(sqlite, 'quick_check') ?? null;
  } finally {
    sqlite.close();
  }
}

/** What is said of damage that is found when the store is open already. */
function foundLater(file: string, damage: string): OpenRefusal {
  const message =
    'The planner found damage in its data file after it had opened it, and has stopped using it, so that nothing gets worse. Keep a copy of the whole data folder, then put back your latest backup, save what can still be read, or ask your IT service for yesterday’s copy of the folder.';
  return { ...refuse('damaged', [`File: ${file}`, damage]), message };
}

/** The refusal of a store whose first use stumbles over damage; undefined for any other failure. */
export function damageBehind(error: unknown, file: string): OpenRefusal | undefined {
  return codeOf(error) === 'damaged' ? foundLater(file, describe(error)) : undefined;
}

/** Looks through a store that was opened without, in a thread of its own, and tells of the damage that it finds. */
export function checkAfterStart(
  { database, backups }: Pick<Context, 'database' | 'backups'>,
  tell: (refusal: OpenRefusal) => void,
): void {
  const { file } = database;
  const look = async () => {
    if (!database.sqlite.open) return;
    // A check that cannot be made says nothing of the store; the next start makes it.
    const damage = await backups.check().catch(() => null);
    if (damage !== null) tell(foundLater(file, damage));
  };
  setTimeout(() => void look(), DELAY).unref();
}
