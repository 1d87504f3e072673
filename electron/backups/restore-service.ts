import { ORPCError } from '@orpc/server';
import { callInHand } from '../database/call-in-hand.ts';
import type { Context } from '../context.ts';
import type { RestoreOrder, RestoreRefusal } from './restore.ts';

const statusOf: Record<RestoreRefusal['code'] | 'BACKUP_FAILED', number> = {
  NOT_A_BACKUP: 422,
  PASSPHRASE_NEEDED: 403,
  PASSPHRASE_WRONG: 403,
  BACKUP_DAMAGED: 422,
  BACKUP_NEWER: 409,
  NO_CIPHERS: 409,
  BACKUP_FAILED: 409,
};

const refusal = (code: keyof typeof statusOf, message: string) =>
  new ORPCError(code, { defined: true, status: statusOf[code], message });

/** The outcome; throws a refusal as the contract declares it. */
export function orRefuse<Outcome extends { readonly kind: string }>(
  outcome: Outcome | RestoreRefusal,
): Exclude<Outcome, RestoreRefusal> {
  if (outcome.kind !== 'refused') return outcome as Exclude<Outcome, RestoreRefusal>;
  const { code, message } = outcome as RestoreRefusal;
  throw refusal(code, message);
}

/** What is to be restored into this store. */
export function restoreOrder(context: Context, path: string, typed: string | null): RestoreOrder {
  const { backups, database, migrationsFolder, now } = context;
  return {
    file: database.file,
    folder: backups.folder,
    migrationsFolder,
    path,
    typed,
    at: now(),
    key: database.key?.bytes ?? null,
  };
}

/** Puts a backup in the place of what is there, after a backup of that, while nobody else writes. Throws the contract's refusals. */
export async function restore(
  context: Context,
  order: RestoreOrder,
): Promise<{ readonly madeAt: string; readonly before: string }> {
  const { backups, writeLock } = context;
  const letGo = await writeLock.take();
  try {
    // Written first, so that this store's own chain begins before that of another PC comes in with the backup.
    callInHand.getStore()?.begun();
    // Read before anything is done: a backup that cannot be opened costs no other one.
    orRefuse(await backups.jobs.preview(order));
    const before = await backups.make('before-restore');
    if (before.kind === 'failed')
      throw refusal(
        'BACKUP_FAILED',
        `Nothing was restored, because what is here could not be backed up first. ${before.message}`,
      );
    const { header } = orRefuse(await backups.jobs.restore(order));
    return { madeAt: header.madeAt, before: before.name };
  } finally {
    letGo();
  }
}
