import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { Context } from '../context.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import { closeDatabase } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import type { StoreKey } from '../database/store-key.ts';
import { refusedSentence } from '../protection/command-line.ts';
import { keyOfStore } from '../protection/open-locked.ts';
import { restore, restoreOrder } from './restore-service.ts';
import { salvageSentence, salvageStore } from './salvage.ts';

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
  context: Context,
  { file, passphraseFile }: { readonly file: string; readonly passphraseFile: string | undefined },
): Promise<{ readonly madeAt: string; readonly before: string }> {
  const typed = passphraseFile === undefined ? null : (await readFile(passphraseFile, 'utf8')).trim();
  return restore(context, restoreOrder(context, resolve(file), typed));
}

/**
 * `salvage [--key-file FILE]`: for a store that does not open, puts what can still be read of it in its place. `typed` opens an
 * encrypted one. Answers the sentence that says how much.
 */
export async function salvageForCommandLine(
  dataFolder: string,
  project: string,
  typed: string | null,
): Promise<{ sentence: string; isDone: boolean }> {
  const migrationsFolder = join(project, 'drizzle', 'migrations');
  const open = (key?: StoreKey) => openDatabase({ dataFolder, migrationsFolder, now: () => new Date(), key });
  const not = (sentence: string) => ({ sentence, isDone: false });
  let key: StoreKey | undefined;
  let opened = open();
  if (opened.kind === 'refused' && opened.code === 'locked') {
    if (typed === null) return not(refusedSentence(opened, typed));
    const found = await keyOfStore(dataFolder, { bySystem: null, typed });
    if ('kind' in found) return not(found.message);
    key = found;
    opened = open(key);
  }
  if (opened.kind === 'opened') {
    closeDatabase(opened.database);
    return not('This store opens as it is: there is nothing to salvage.');
  }
  if (opened.code !== 'damaged') return not(opened.message);
  const outcome = salvageStore({ dataFolder, migrationsFolder, at: new Date().toISOString(), key });
  if (outcome.kind === 'none') return not('Not one row could be read. Nothing was changed: restore a backup instead.');
  return { sentence: `${salvageSentence(outcome.tables)} What was lost is listed in ${outcome.report}.`, isDone: true };
}

const refusal = (code: string, message: string) => new ORPCError(code, { status: 409, message });
