import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { instant } from './values.ts';

/** The least length of a passphrase that locks backups. */
export const SHORTEST_PASSPHRASE = 12;

/** Why a backup was made: by hand, or by the planner itself. */
export const backupReason = z.enum(['by-hand', 'closing', 'hourly', 'before-import', 'before-restore']);

const backup = z.object({
  name: z.string(),
  bytes: z.number().int(),
  madeAt: instant.nullable(),
  reason: backupReason.nullable(),
  appVersion: z.string().nullable(),
  /** Of all tables. */
  rows: z.number().int().nullable(),
  /** True where passphrase or recovery code is needed. */
  isLocked: z.boolean(),
});

/** A backup of our own by its name, or a file that was taken in by `imports.begin` to `imports.finish`. */
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own'), name: z.string() }),
  z.object({ kind: z.literal('taken'), file: z.string() }),
]);
const ofBackup = z.object({ from: source, typed: z.string().max(500).nullable().default(null) });

const preview = z.object({
  madeAt: instant,
  appVersion: z.string(),
  /** What there is more or less of: rows of a table in the store's own words. */
  tables: z.array(z.object({ name: z.string(), now: z.number().int(), inBackup: z.number().int() })),
  changesSince: z.array(z.object({ at: z.string(), label: z.string() })),
  /** Of which `changesSince` has the newest. */
  changesSinceCount: z.number().int(),
  importsGoing: z.array(z.string()),
  importsBack: z.array(z.string()),
});

export type BackupReason = z.infer<typeof backupReason>;
export type Backup = z.infer<typeof backup>;
export type BackupSource = z.infer<typeof source>;
export type BackupPreview = z.infer<typeof preview>;

const { NOT_THERE } = refusals;
const BACKUP_FAILED = {
  status: 409,
  message: 'The backup was not made. What is in the planner is untouched.',
} as const;
const PLACE_WRONG = {
  status: 422,
  message: 'Backups cannot be copied there. Choose a folder that is there and that you may write to.',
} as const;
const reading = {
  NOT_THERE,
  NOT_A_BACKUP: { status: 422, message: 'This is not a backup of the planner. Choose a file that ends in .mwpbackup.' },
  PASSPHRASE_NEEDED: { status: 403, message: 'This backup is locked. Enter its passphrase or its recovery code.' },
  PASSPHRASE_WRONG: { status: 403, message: 'Neither a passphrase nor a recovery code of this backup.' },
  BACKUP_DAMAGED: { status: 422, message: 'This backup is damaged, so nothing was restored. Choose another backup.' },
  NO_CIPHERS: {
    status: 409,
    message:
      'This backup is of an encrypted store, which this build cannot open. Use browser mode on Node 22.14 or later.',
  },
  BACKUP_NEWER: { status: 409, message: 'A newer planner made this backup. Update the planner, then restore it.' },
} as const;

/** Copies of the whole store: made, listed, locked, and put back. */
export const backups = {
  /** The backups, the newest first, and how they are kept. */
  list: verb('view', 'people').output(
    z.object({
      folder: z.string(),
      /** Which are kept for how long, in words. */
      schedule: z.string(),
      second: z.string().nullable(),
      isLocked: z.boolean(),
      /** Why the last one, or its copy in the second place, was not made. */
      problem: z.string().nullable(),
      backups: z.array(backup),
    }),
  ),
  /** Makes one now, and proves it. One that is made by hand is kept until it is removed by hand. */
  make: verb('change', 'people')
    .errors({ BACKUP_FAILED })
    .output(z.object({ name: z.string(), problem: z.string().nullable() })),
  remove: verb('change', 'people')
    .errors({ NOT_THERE })
    .input(z.object({ name: z.string() }))
    .output(z.null()),
  /** A backup as a file for another place or another PC. */
  file: verb('export', 'people')
    .errors({ NOT_THERE })
    .input(z.object({ name: z.string() }))
    .output(exportedFile),
  /** Where each backup is copied to, too: a folder on another disk or share; null for nowhere. */
  setSecond: verb('change', 'people')
    .errors({ PLACE_WRONG })
    .input(z.object({ folder: z.string().trim().min(1, 'Enter a folder.').max(1000).nullable() }))
    .output(z.null()),
  /** Locks the backups that are made from now on. The recovery code is told this once: print it. */
  lock: verb('change', 'people')
    .input(
      z.object({
        passphrase: z.string().min(SHORTEST_PASSPHRASE, `Use ${SHORTEST_PASSPHRASE} characters or more.`).max(500),
      }),
    )
    .output(z.object({ recoveryCode: z.string() })),
  /** Leaves the backups that are made from now on open. Those that are locked stay so. */
  unlock: verb('change', 'people').output(z.null()),
  /** What restoring would change; nothing is changed. */
  preview: verb('view', 'people').errors(reading).input(ofBackup).output(preview),
  /** Puts a backup in the place of what is there, after a backup of that. */
  restore: verb('restore', 'people')
    .errors({ ...reading, BACKUP_FAILED })
    .input(ofBackup)
    .output(z.object({ madeAt: instant, before: z.string() })),
};
