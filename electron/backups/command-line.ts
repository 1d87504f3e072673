import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { Context } from '../context.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import type { RestoreOrder } from './restore.ts';

/** `backup --out FILE [--replace]`: makes a backup, proves it, and writes it where it is wanted too. */
export async function backupForCommandLine(
  { backups }: Context,
  { out, replace }: { readonly out: string; readonly replace: boolean },
): Promise<{ readonly file: string; readonly bytes: number; readonly problem: string | null }> {
  const made = await backups.make('by-hand');
  if (made.kind === 'failed') throw refusal('BACKUP_FAILED', `The backup was not made. ${made.message}`);
  const file = resolve(out);
  const bytes = await readFile(join(backups.folder, made.name));
  const written = await writeFileWhole(file, bytes, replace);
  if (written.kind !== 'written') throw refusal('FILE_NOT_WRITTEN', written.message);
  return { file, bytes: bytes.byteLength, problem: made.secondProblem };
}

/** `restore FILE [--passphrase-file FILE]`: puts a backup in the place of what is there, after a backup of that. */
export async function restoreForCommandLine(
  { backups, database, migrationsFolder, now }: Context,
  { file, passphraseFile }: { readonly file: string; readonly passphraseFile: string | undefined },
): Promise<{ readonly madeAt: string; readonly before: string }> {
  const typed = passphraseFile === undefined ? null : (await readFile(passphraseFile, 'utf8')).trim();
  const order: RestoreOrder = {
    file: database.file,
    folder: backups.folder,
    migrationsFolder,
    path: resolve(file),
    typed,
    at: now(),
  };
  const seen = await backups.jobs.preview(order);
  if (seen.kind === 'refused') throw refusal(seen.code, seen.message);
  const before = await backups.make('before-restore');
  if (before.kind === 'failed')
    throw refusal(
      'BACKUP_FAILED',
      `Nothing was restored: what is here could not be backed up first. ${before.message}`,
    );
  const restored = await backups.jobs.restore(order);
  if (restored.kind === 'refused') throw refusal(restored.code, restored.message);
  return { madeAt: restored.header.madeAt, before: before.name };
}

const refusal = (code: string, message: string) => new ORPCError(code, { status: 409, message });
