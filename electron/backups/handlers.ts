import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupSource } from '#contract';
import { type Context, implementation } from '../context.ts';
import { deskOf } from '../imports/desk.ts';
import { newLock } from './lock.ts';
import { backupsIn, type KeptBackup } from './own-folder.ts';
import type { RestoreOrder } from './restore.ts';
import { orRefuse, restore, restoreOrder } from './restore-service.ts';
import { scheduleInWords } from './schedule.ts';
import { whyNotThere } from './second-place.ts';

const on = implementation.backups;

const shown = ({ name, bytes, header }: KeptBackup) => ({
  name,
  bytes,
  madeAt: header?.madeAt ?? null,
  reason: header?.reason ?? null,
  appVersion: header?.appVersion ?? null,
  rows: header && Object.values(header.rows).reduce((sum, rows) => sum + rows, 0),
  isLocked: header?.sealed != null || header?.storeLock != null,
});

/** Where a backup of ours lies; undefined where there is none of that name, so that a name never leads elsewhere. */
async function pathOf({ backups }: Context, name: string): Promise<string | undefined> {
  const isThere = (await backupsIn(backups.folder)).some((one) => one.name === name);
  return isThere ? join(backups.folder, name) : undefined;
}

async function orderFor(context: Context, from: BackupSource, typed: string | null): Promise<RestoreOrder | undefined> {
  const taken = from.kind === 'taken' && deskOf(context).find(from.file) !== undefined;
  const path =
    from.kind === 'own' ? await pathOf(context, from.name) : taken ? deskOf(context).pathOf(from.file) : undefined;
  return path === undefined ? undefined : restoreOrder(context, path, typed);
}

/** A table's name in words. */
const inWords = (table: string) => {
  const words = table.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const backupsHandlers = on.router({
  list: on.list.handler(async ({ context: { backups } }) => {
    const { second, lock } = backups.settings;
    const kept = (await backupsIn(backups.folder)).map(shown);
    const { folder, problem } = backups;
    return { folder, schedule: scheduleInWords, second, isLocked: lock !== null, problem, backups: kept };
  }),

  make: on.make.handler(async ({ context: { backups }, errors }) => {
    const outcome = await backups.make('by-hand');
    if (outcome.kind === 'failed')
      throw errors.BACKUP_FAILED({ message: `The backup was not made. ${outcome.message}` });
    return { name: outcome.name, problem: outcome.secondProblem };
  }),

  remove: on.remove.handler(async ({ input, context, errors }) => {
    const path = await pathOf(context, input.name);
    if (path === undefined) throw errors.NOT_THERE();
    await rm(path);
    return null;
  }),

  file: on.file.handler(async ({ input, context, errors }) => {
    const path = await pathOf(context, input.name);
    if (path === undefined) throw errors.NOT_THERE();
    return { fileName: input.name, contents: await readFile(path, 'base64') };
  }),

  setSecond: on.setSecond.handler(({ input: { folder }, context: { backups, dataFolder, policy }, errors }) => {
    if (policy?.backupFolder !== undefined)
      throw errors.PLACE_WRONG({
        message: 'The policy of this PC says where backups are copied to. Ask IT to change it.',
      });
    const why = folder === null ? null : whyNotThere(folder, dataFolder);
    if (why !== null) throw errors.PLACE_WRONG({ message: why });
    backups.settings = { ...backups.settings, second: folder };
    return null;
  }),

  lock: on.lock.handler(({ input, context: { backups } }) => {
    const { lock, recoveryCode } = newLock(input.passphrase);
    backups.settings = { ...backups.settings, lock };
    return { recoveryCode };
  }),

  unlock: on.unlock.handler(({ context: { backups } }) => {
    backups.settings = { ...backups.settings, lock: null };
    return null;
  }),

  preview: on.preview.handler(async ({ input, context, errors }) => {
    const order = await orderFor(context, input.from, input.typed);
    if (order === undefined) throw errors.NOT_THERE();
    const { header, tables, ...rest } = orRefuse(await context.backups.jobs.preview(order));
    return {
      madeAt: header.madeAt,
      appVersion: header.appVersion,
      tables: tables.map(({ table, now, inBackup }) => ({ name: inWords(table), now, inBackup })),
      changesSince: [...rest.changesSince],
      changesSinceCount: rest.changesSinceCount,
      importsGoing: [...rest.importsGoing],
      importsBack: [...rest.importsBack],
    };
  }),

  restore: on.restore.handler(async ({ input, context, errors }) => {
    const order = await orderFor(context, input.from, input.typed);
    if (order === undefined) throw errors.NOT_THERE();
    return restore(context, order);
  }),
});
