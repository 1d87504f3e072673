import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { role } from './roles.ts';
import { id, name } from './values.ts';

/** The least length of a PIN or passphrase. */
export const SHORTEST_SECRET = 6;

const secret = z
  .string()
  .min(SHORTEST_SECRET, `Use ${SHORTEST_SECRET} digits or characters, or more.`)
  .max(200, 'Use 200 characters or fewer.');
const post = name.nullable();

const profile = z.object({
  id,
  name: z.string(),
  role,
  post: z.string().nullable(),
  hasSecret: z.boolean(),
  hasRecoveryCode: z.boolean(),
});

const session = z.object({
  /** `locked` still has its person; `nobody` is before signing in. */
  state: z.enum(['open', 'locked', 'nobody']),
  /** Who is signed in, or whose screen is locked. `profile` is null for the editor that there is without profiles. */
  who: z.object({ profile: id.nullable(), name: z.string(), role, post: z.string().nullable() }).nullable(),
  profiles: z.array(profile),
  /** Minutes without a touch after which the screen is locked; null for never. */
  idleMinutes: z.number().int().nullable(),
  /** Whether the audit was found to be broken at this start. */
  isAuditBroken: z.boolean(),
  /** Parts of this contract that the PC's policy switches off: they are offered nowhere. */
  switchedOff: z.array(z.string()),
});

export type Session = z.infer<typeof session>;
export type Profile = z.infer<typeof profile>;

const { NOT_THERE, NAME_TAKEN } = refusals;
const waiting = z.object({ seconds: z.number().int() });
const WRONG_SECRET = {
  status: 403,
  message: 'That is not the PIN or passphrase of this profile. Try again.',
  data: waiting,
} as const;
const WAIT = {
  status: 429,
  message: 'There were too many wrong tries. Wait, then try again.',
  data: waiting,
} as const;
const NO_SECRET = {
  status: 409,
  message: 'This profile has no PIN, so a lock would keep nobody out. Set a PIN under Profiles first.',
} as const;
const EDITOR_NEEDED = {
  status: 409,
  message: 'There must be an editor with a PIN as long as there are other profiles. Give every editor a PIN first.',
} as const;
const NO_RECOVERY = {
  status: 409,
  message: 'This profile has no recovery code. Ask another editor to set a new PIN.',
} as const;

const cells = z.object({ name, role, post });

/** Who works with the planner on this PC: signing in, locking, and the profiles. */
export const profiles = {
  /** Who is signed in, and who may sign in. Answered while locked, too. */
  state: verb('session', 'none').output(session),
  /** Signs in, or unlocks. `secret` is null for a profile without one. */
  signIn: verb('session', 'none')
    .errors({ NOT_THERE, WRONG_SECRET, WAIT })
    .input(z.object({ profile: id, secret: z.string().max(200).nullable() }))
    .output(session),
  /** A new PIN by the recovery code; answers the next code, which is told this once. */
  recover: verb('session', 'none')
    .errors({ NOT_THERE, WRONG_SECRET, WAIT, NO_RECOVERY })
    .input(z.object({ profile: id, code: z.string().max(200), secret }))
    .output(z.object({ recoveryCode: z.string() })),
  /** Covers the screen: nothing is answered until somebody signs in. */
  lock: verb('session', 'none').errors({ NO_SECRET }).output(session),
  /** Somebody is at the screen. */
  active: verb('session', 'none').output(z.null()),
  /** Adds a profile. The first has to be an editor, and the session goes on as that; its recovery code is told this once. */
  addProfile: verb('change', 'people')
    .errors({ NAME_TAKEN, EDITOR_NEEDED })
    .input(cells.extend({ secret: secret.nullable() }))
    .output(z.object({ id, recoveryCode: z.string().nullable() })),
  changeProfile: verb('change', 'people')
    .errors({ NOT_THERE, NAME_TAKEN, EDITOR_NEEDED })
    .input(cells.extend({ profile: id }))
    .output(z.null()),
  removeProfile: verb('change', 'people')
    .errors({ NOT_THERE, EDITOR_NEEDED })
    .input(z.object({ profile: id }))
    .output(z.null()),
  /** Sets a PIN or passphrase, or with null takes it away: an editor that of any profile. */
  setSecret: verb('change', 'people')
    .errors({ NOT_THERE, EDITOR_NEEDED })
    .input(z.object({ profile: id, secret: secret.nullable() }))
    .output(z.object({ recoveryCode: z.string().nullable() })),
  setIdleMinutes: verb('change', 'people')
    .input(z.object({ minutes: z.number().int().min(1).max(240).nullable() }))
    .output(z.null()),
};
