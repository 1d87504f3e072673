import { readFileSync } from 'node:fs';
import { call } from '@orpc/server';
import type { Context } from '../context.ts';
import type { OpenRefusal } from '../database/open.ts';
import { protectionHandlers } from './handlers.ts';

/** What may open the store: the first line of the file that `--key-file` names; null where none is named. */
export function readKeyFile(path: string | undefined): string | null {
  if (path === undefined) return null;
  const [first = ''] = readFileSync(path, 'utf8').split('\n');
  return first.trim();
}

/** Why a store was not opened; of an encrypted one for which nothing was given, how to give it. */
export const refusedSentence = ({ code, message }: OpenRefusal, typed: string | null): string =>
  code === 'locked' && typed === null ? `${message} Give --key-file FILE, the first line of which is either.` : message;

/** `lock --key-file FILE`: encrypts the store with a key that the passphrase in that file opens, or the code that is printed. */
export const lockForCommandLine = (context: Context, keyFile: string): Promise<{ readonly recoveryCode: string }> =>
  call(protectionHandlers.lock, { passphrase: readKeyFile(keyFile) }, { context });

/** `unlock --key-file FILE`: makes the store readable again. */
export const unlockForCommandLine = (context: Context): Promise<null> =>
  call(protectionHandlers.unlock, undefined, { context });
