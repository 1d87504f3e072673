import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { connect, countRows, findDamage, findOrphans } from './connection.ts';
import type { StoreKey } from './store-key.ts';

/** Copies kept of each kind: made before a migration, and files whose migration failed. */
const kept = 5;

export type CopyKind = 'before' | 'failed';

/** Makes sure that what was written to a file or a folder's list of names is on the disk. */
export function flush(path: string): void {
  // A folder cannot be opened for this on Windows, where the file system keeps its own order.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A new name in the `backups` folder beside the data file, such as `before-1-to-2-20261121T090000000Z.sqlite`. */
export function nameCopy(file: string, kind: CopyKind, from: number, to: number, at: Date): string {
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = `${kind}-${from}-to-${to}-${at.toISOString().replace(/[-:.]/g, '')}`;
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? `${stem}.sqlite` : `${stem}-${n}.sqlite`);
    if (!existsSync(path)) return path;
  }
}

/** The name of a copy until it is whole: cut off before that, it is cleared at the next start. */
export const partOf = (path: string) => `${path}.part`;

/**
 * Copies the open file whole, as one file, and proves the copy, which `key` encrypts where it encrypts the file; only then
 * is it called `path`. Returns what is wrong with the copy, which then holds for the original too; throws where it cannot
 * be written. In both cases no copy is left.
 */
export function makeCopy(
  sqlite: Sqlite,
  path: string,
  nativeBinding: string | undefined,
  key?: StoreKey,
): string | undefined {
  const part = partOf(path);
  try {
    sqlite.prepare('VACUUM INTO ?').run(part);
    const copy = connect(part, { readonly: true, nativeBinding, key });
    try {
      const wrong = findDamage(copy, 'integrity_check') ?? findOrphans(copy) ?? findDifference(sqlite, copy);
      if (wrong !== undefined) return wrong;
    } finally {
      copy.close();
    }
    flush(part);
    renameSync(part, path);
    flush(dirname(path));
    return undefined;
  } finally {
    rmSync(part, { force: true });
  }
}

/** The first table that does not have as many rows in a copy, as a sentence; undefined where all have. */
export function findDifference(original: Sqlite, copy: Sqlite): string | undefined {
  const counts = countRows(copy);
  for (const [table, count] of countRows(original)) {
    if (counts.get(table) !== count) return `${table} has ${counts.get(table)} rows instead of ${count}`;
  }
  return undefined;
}

/** Puts `copy` in the place of the closed data file in one step, and keeps what was there under the name `aside`. */
export function putBack(file: string, copy: string, aside: string): void {
  copyFileSync(file, partOf(aside));
  flush(partOf(aside));
  renameSync(partOf(aside), aside);
  // A log that could not be folded in belongs to the file that is set aside; beside the copy it would harm it.
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  renameSync(copy, file);
  flush(dirname(file));
}

/** Removes all but the newest copies of a kind. Touches only files named as `nameCopy` names them. */
export function keepNewest(file: string, kind: CopyKind): void {
  const folder = join(dirname(file), 'backups');
  const pattern = new RegExp(`^${kind}-\\d+-to-\\d+-(\\d{8}T\\d{9}Z)(?:-(\\d+))?\\.sqlite$`);
  const names = readdirSync(folder).flatMap((name) => {
    const [, stamp, n] = pattern.exec(name) ?? [];
    return stamp === undefined ? [] : [{ name, stamp, n: Number(n ?? 1) }];
  });
  names.sort((a, b) => (a.stamp === b.stamp ? b.n - a.n : a.stamp < b.stamp ? 1 : -1));
  for (const { name } of names.slice(kept)) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, `${name}-wal`), { force: true });
  }
}
