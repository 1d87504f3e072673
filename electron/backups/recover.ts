import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import type { StoreKey } from '../database/store-key.ts';
import { likeStore } from '../protection/like-store.ts';
import { backupsIn } from './own-folder.ts';
import { unpackBackup } from './read.ts';

export interface RecoverOrder {
  readonly dataFolder: string;
  readonly migrationsFolder: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What encrypts the store; undefined where nothing does. What is put back is made like it. */
  readonly key?: StoreKey | undefined;
}

export type Recovered =
  /** `aside` is where the damaged file is kept. */
  { readonly kind: 'recovered'; readonly madeAt: string; readonly aside: string } | { readonly kind: 'none' };

/** When the newest backup was made that opens without a passphrase, or with the store's own key; null where there is none. */
export async function newestOpenBackup(dataFolder: string, key?: StoreKey): Promise<string | null> {
  const open = await openBackups(dataFolder, key);
  return open[0]?.madeAt ?? null;
}

async function openBackups(dataFolder: string, key: StoreKey | undefined): Promise<{ path: string; madeAt: string }[]> {
  const folder = join(dataFolder, 'backups');
  const all = await backupsIn(folder);
  return all.flatMap(({ name, header }) =>
    header === null || header.sealed !== null || (header.storeLock !== null && key === undefined)
      ? []
      : [{ path: join(folder, name), madeAt: header.madeAt }],
  );
}

/**
 * For a store that does not open: puts the newest backup that is sound in its place, and keeps the damaged file and its
 * log in the folder of backups. Whatever fails before that leaves all as it was.
 */
export async function recoverStore({ dataFolder, migrationsFolder, at, key }: RecoverOrder): Promise<Recovered> {
  const folder = join(dataFolder, 'backups');
  for (const { path, madeAt } of await openBackups(dataFolder, key)) {
    const own = join(folder, `.restoring-${randomBytes(6).toString('hex')}`);
    mkdirSync(own, { mode: 0o700 });
    try {
      const unpacked = join(own, 'planner.sqlite');
      const answer = await unpackBackup(path, null, unpacked);
      if (answer.kind === 'refused' || (await likeStore(unpacked, answer.header, null, key)) !== undefined) continue;
      const opened = openDatabase({ dataFolder: own, migrationsFolder, now: () => new Date(at), key });
      if (opened.kind === 'refused') continue;
      closeDatabase(opened.database);
      const aside = join(folder, `damaged-${at.replace(/[-:.]/g, '')}.sqlite`);
      putInPlace(join(dataFolder, 'planner.sqlite'), unpacked, aside);
      return { kind: 'recovered', madeAt, aside };
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }
  return { kind: 'none' };
}

/** Puts a closed file in the place of the damaged store, which is kept as `aside`, with its log. */
export function putInPlace(file: string, unpacked: string, aside: string): void {
  // The log belongs to the damaged file: beside another one it would harm it, so it goes first.
  for (const end of ['-wal', '-shm', '']) if (existsSync(file + end)) renameSync(file + end, aside + end);
  renameSync(unpacked, file);
}
