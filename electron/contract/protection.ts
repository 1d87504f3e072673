import { z } from 'zod';
import { verb } from './access.ts';
import { SHORTEST_PASSPHRASE } from './backups.ts';

const passphrase = z
  .string()
  .min(SHORTEST_PASSPHRASE, `Use ${SHORTEST_PASSPHRASE} characters or more.`)
  .max(500)
  .nullable();

const PASSPHRASE_WANTED = {
  status: 422,
  message: 'There is no store of secrets to use on this PC. Enter a passphrase.',
} as const;
const failures = {
  NO_CIPHERS: {
    status: 409,
    message:
      'This build cannot encrypt the store. Use browser mode on Node 22.14 or later, or a build with a newer Electron.',
  },
  STORE_IN_USE: {
    status: 409,
    message: 'Another copy of the planner is using this store. Close it, then try again. Nothing was changed.',
  },
  NOT_CONVERTED: { status: 409, message: 'The store was left as it was.' },
} as const;

const recoveryCode = z.object({ recoveryCode: z.string() });

/** The store on this PC's disk: readable by whoever has the file, or encrypted with a key. */
export const protection = {
  state: verb('view', 'none').output(
    z.object({
      isLocked: z.boolean(),
      /** False where this build holds no SQLite that encrypts. */
      canLock: z.boolean(),
      /** Whether the system's own store of secrets can hold the key here. */
      hasSystemStore: z.boolean(),
      /** What opens the store beside the recovery code. */
      byPassphrase: z.boolean(),
      bySystem: z.boolean(),
      /** Files in the folder of backups that anybody who has them can read. */
      readableCopies: z.number().int(),
    }),
  ),
  /** Encrypts the store. The recovery code is told this once: print it. Without a passphrase the system keeps the key. */
  lock: verb('change', 'people')
    .errors({ ...failures, PASSPHRASE_WANTED })
    .input(z.object({ passphrase }))
    .output(recoveryCode),
  /** Makes the store readable again. */
  unlock: verb('change', 'people').errors(failures).output(z.null()),
  /** A new recovery code and passphrase; the earlier ones open the store no more. */
  renew: verb('change', 'people')
    .errors({ PASSPHRASE_WANTED, NOT_LOCKED: { status: 409, message: 'The store is not locked. Lock it first.' } })
    .input(z.object({ passphrase }))
    .output(recoveryCode),
};
