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

/** Why the settings are not those that were chosen, in words; null where they are. */
export interface ReadSettings extends BackupSettings {
  readonly unread: string | null;
}

const UNREAD =
  'The settings of the backups (backup-settings.json) cannot be read, so backups are made without a passphrase and in the planner’s own folder alone. Choose the second place and lock the backups again.';

const fileIn = (dataFolder: string) => join(dataFolder, 'backup-settings.json');

/** None yet is an open backup in our own folder alone; so are settings that cannot be read, which say so. */
export function readSettings(dataFolder: string): ReadSettings {
  try {
    return { ...backupSettings.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'))), unread: null };
  } catch (error) {
    const isNone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { second: null, lock: null, unread: isNone ? null : UNREAD };
  }
}

export function writeSettings(dataFolder: string, { second, lock }: BackupSettings): void {
  const beside = `${fileIn(dataFolder)}.part`;
  writeFileSync(beside, JSON.stringify({ second, lock }), { mode: 0o600, flush: true });
  renameSync(beside, fileIn(dataFolder));
}
