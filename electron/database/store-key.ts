import type { Database as Sqlite, Options } from 'better-sqlite3';

/** The key of an encrypted store, with the SQLite that can use it. Held in memory alone. */
export interface StoreKey {
  /** 32 bytes. */
  readonly bytes: Uint8Array;
  /** Opens any file, with better-sqlite3's interface. */
  readonly Encrypting: new (
    file: string,
    options: Options,
  ) => Sqlite;
}

/** The version of Node-API that the encrypting SQLite is built for; an older runtime would end without a word. */
const NODE_API = 10;

/** Whether this build can open an encrypted store: Node 22.14 or later, or an Electron that holds it. */
export const canEncrypt = (versions: Readonly<Record<string, string | undefined>> = process.versions): boolean =>
  Number(versions['napi']) >= NODE_API;

/** 32 bytes as the key of a store. Loads the encrypting SQLite; throws where this build cannot (`canEncrypt`). */
export async function storeKey(bytes: Uint8Array): Promise<StoreKey> {
  if (!canEncrypt()) throw new Error('This build has no SQLite that opens an encrypted store');
  // @ts-expect-error -- its types are left out of what it exports; they are better-sqlite3's
  const loaded = (await import('better-sqlite3-multiple-ciphers')) as { default: StoreKey['Encrypting'] };
  return { bytes, Encrypting: loaded.default };
}

/** The key as SQLite takes it: as it is, not derived from a passphrase, since it is random already. */
const raw = ({ bytes }: StoreKey) => `raw:${Buffer.from(bytes).toString('hex')}`;

/** Opens an encrypted file (ChaCha20-Poly1305, page by page). Reads nothing yet: a wrong key throws at the first query. */
export function openEncrypted(key: StoreKey, file: string, options: Options): Sqlite {
  const sqlite = new key.Encrypting(file, options);
  sqlite.pragma(`key = '${raw(key)}'`);
  return sqlite;
}

/**
 * Encrypts a closed copy with `to`, or makes it readable where that is undefined; `from` is what encrypts it now. A copy
 * that this fails on is of no use: no journal is kept, which would hold its pages as they were.
 */
export function changeKey(copy: string, from: StoreKey | undefined, to: StoreKey | undefined): void {
  const able = from ?? to;
  if (able === undefined || (from && to && raw(from) === raw(to))) return;
  const options = { fileMustExist: true };
  const sqlite = from === undefined ? new able.Encrypting(copy, options) : openEncrypted(from, copy, options);
  try {
    // By way of DELETE, which leaves the log of a store that was worked with.
    sqlite.pragma('journal_mode = DELETE');
    sqlite.pragma('journal_mode = OFF');
    sqlite.pragma(`rekey = '${to === undefined ? '' : raw(to)}'`);
  } finally {
    sqlite.close();
  }
}
