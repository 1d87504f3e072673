import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupLock } from './backup-file.ts';

/** Kept beside the store and not in it, so that a restore changes neither where backups go nor how they are locked. */
const backupSettings = z.object({
  second: z.string().nullable().default(null),
  lock: backupLock.nullable().default(null),
});

export type BackupSettings = z.infer<typeof backupSettings>;

const fileIn = (dataFolder: string) => join(dataFolder, 'backup-settings.json');

/** None yet is an open backup in our own folder alone. Throws where the file is there and not readable as settings. */
export function readSettings(dataFolder: string): BackupSettings {
  let text: string;
  try {
    text = readFileSync(fileIn(dataFolder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { second: null, lock: null };
    throw error;
  }
  return backupSettings.parse(JSON.parse(text));
}

export function writeSettings(dataFolder: string, settings: BackupSettings): void {
  const beside = `${fileIn(dataFolder)}.part`;
  writeFileSync(beside, JSON.stringify(settings), { mode: 0o600, flush: true });
  renameSync(beside, fileIn(dataFolder));
}
