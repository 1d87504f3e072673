import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupHeader, backupHeader, partsOfName } from './backup-file.ts';
import { backupsToRemove } from './schedule.ts';

/** The longest first line that is read: a header with its rows by table is some 6,000 characters long. */
const MOST = 65_536;

export interface KeptBackup {
  readonly name: string;
  /** Of the file as it lies there. */
  readonly bytes: number;
  /** Null where the file's first line cannot be read. */
  readonly header: BackupHeader | null;
}

const namesIn = async (folder: string) =>
  (await readdir(folder).catch(() => [])).flatMap((name) => {
    const parts = partsOfName(name);
    return parts ? [{ name, ...parts }] : [];
  });

/** The header of a backup with the length of its line in bytes; null where the file does not begin with one. */
export async function headerOf(path: string): Promise<{ header: BackupHeader; length: number } | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST), 0, MOST, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    if (end < 0) return null;
    const header = backupHeader.safeParse(JSON.parse(buffer.toString('utf8', 0, end)));
    return header.success ? { header: header.data, length: end + 1 } : null;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** The backups in a folder, the newest first; whatever else lies there is not looked at. */
export async function backupsIn(folder: string): Promise<KeptBackup[]> {
  const names = await namesIn(folder);
  names.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  return Promise.all(
    names.map(async ({ name }) => {
      const path = join(folder, name);
      const [read, info] = await Promise.all([headerOf(path), stat(path).catch(() => null)]);
      return { name, bytes: info?.size ?? 0, header: read?.header ?? null };
    }),
  );
}

/**
 * Removes what the schedule no longer keeps, and nothing that is not named as backups are. What another program holds
 * stays until the next time.
 */
export async function pruneBackups(folder: string, now: string): Promise<void> {
  for (const name of backupsToRemove(await namesIn(folder), now))
    await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** An unfinished backup or copy of the store, and what SQLite keeps beside that copy while it is written. */
const LEFT_OVER = /^(\.backup-.+|(before|failed)-\d+-to-\d+-.+\.sqlite)\.part(-journal|-wal|-shm)?$/;

/** What an interrupted backup or restore left, which may hold people's data, is removed at the next start. */
export async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (LEFT_OVER.test(name) || name.startsWith('.restoring-'))
      await rm(join(folder, name), { force: true, recursive: true });
}
