import { connect, countRows, findDamage, findOrphans } from '../database/connection.ts';
import { findDifference } from '../database/copies.ts';
import { closeDatabase, type Database } from '../database/database.ts';
import { holdAlone } from '../database/migrate.ts';
import { openAgain } from '../database/open.ts';
import { codeOf, describe } from '../database/refusal.ts';
import { changeKey, type StoreKey } from '../database/store-key.ts';
import { clearParts, partsOf, swapIn } from './swap.ts';

export type Converted = { readonly kind: 'converted' } | NotConverted;

/** `code` is SQLite's or the file system's reason; the store is as it was. */
export type NotConverted = {
  readonly kind: 'failed';
  readonly code: 'in_use' | 'cannot_write' | 'damaged';
  readonly message: string;
};

/**
 * Encrypts the open store with `key`, or makes it readable where that is undefined. A copy is made, changed, proven
 * (integrity, references, rows of each table) and put in the store's place by renaming it; until then, and whatever
 * fails, the store is as it was. `beforeSwap` is called when all is proven. The store is closed meanwhile: to be called
 * while nothing else is under way. This thread answers nobody until it is done.
 */
export function convertStore(database: Database, key: StoreKey | undefined, beforeSwap: () => void): Converted {
  const { file } = database;
  const now = database.key;
  closeDatabase(database);
  let converted = false;
  try {
    const wrong = makeConverted(file, now, key, beforeSwap);
    if (wrong !== undefined) return { kind: 'failed', code: 'damaged', message: wrong };
    swapIn(file);
    converted = true;
    return { kind: 'converted' };
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'in_use' && code !== 'cannot_write') throw error;
    return { kind: 'failed', code, message: describe(error) };
  } finally {
    clearParts(file);
    const { sqlite, db } = openAgain(file, converted ? key : now);
    Object.assign(database, { sqlite, db, key: converted ? key : now, turns: database.turns + 1 });
  }
}

/** Makes the converted copy and proves it; what is wrong with it, if anything. */
function makeConverted(
  file: string,
  from: StoreKey | undefined,
  to: StoreKey | undefined,
  beforeSwap: () => void,
): string | undefined {
  const { made } = partsOf(file);
  const original = connect(file, { nativeBinding: undefined, key: from });
  try {
    holdAlone(original);
    original.prepare('VACUUM INTO ?').run(made);
    changeKey(made, from, to);
    const copy = connect(made, { readonly: true, nativeBinding: undefined, key: to });
    try {
      const wrong = findDamage(copy, 'integrity_check') ?? findOrphans(copy) ?? findDifference(original, copy);
      if (wrong !== undefined || countRows(copy).size === 0) return wrong ?? 'The copy is empty';
    } finally {
      copy.close();
    }
    beforeSwap();
    return undefined;
  } finally {
    original.close();
  }
}
