import type { Context } from '../context.ts';
import { countTry, findProfile, forgetTries, type Profile } from './profiles.ts';
import { isSecret } from './secret.ts';
import { waitAfter } from './throttle.ts';

export type Tried =
  | { readonly kind: 'in' }
  | { readonly kind: 'wait' | 'wrong'; readonly seconds: number; readonly message: string };

const inWords = (seconds: number) =>
  seconds < 120 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`;

/**
 * Tries a PIN, passphrase or recovery code, and opens the session of its profile where it is right. The try is counted
 * before it is looked at, so that ending the planner in between gains nothing; each is in the audit.
 */
export async function tried(
  { database, session, audit, now }: Context,
  profile: Profile,
  kept: string | null,
  typed: string,
  what: string,
): Promise<Tried> {
  const { throttle } = session;
  const note = (became: string) =>
    audit.write({
      at: now(),
      who: profile.name,
      role: profile.role,
      kind: 'session',
      what: `${what}${became}`,
      trust: null,
      record: null,
    });
  const seconds = throttle.secondsLeft(profile.id, profile.failures);
  if (seconds > 0)
    return {
      kind: 'wait',
      seconds,
      message: `There were too many wrong tries. Wait ${inWords(seconds)}, then try again.`,
    };
  countTry(database, profile.id);
  throttle.tried(profile.id);
  if (kept !== null && !(await isSecret(typed, kept))) {
    note('.failed');
    const next = waitAfter(profile.failures + 1);
    const then = next === 0 ? 'Try again.' : `Wait ${inWords(next)} before the next try.`;
    return { kind: 'wrong', seconds: next, message: `That is not the PIN or passphrase of ${profile.name}. ${then}` };
  }
  forgetTries(database, profile.id);
  const current = findProfile(database, profile.id);
  if (current === undefined) return { kind: 'wrong', seconds: 0, message: 'This profile is no longer here.' };
  const isUnlock = session.state.kind === 'locked' && session.state.who.profile === profile.id;
  session.open(current);
  note(isUnlock && what === 'profiles.signIn' ? '.unlocked' : '');
  return { kind: 'in' };
}
