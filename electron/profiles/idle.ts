import type { Context } from '../context.ts';
import { readPreference } from '../features/organisation/preferences.ts';
import { findProfile } from './profiles.ts';

const KEY = 'idle lock';
const UNLESS_SET = 10;

/** Minutes without a touch after which the screen is locked; null for never. The PC's policy says the most. */
export function idleMinutes({ database, policy }: Pick<Context, 'database' | 'policy'>): number | null {
  const kept = readPreference<{ minutes: number | null }>(database, KEY);
  const chosen = kept === undefined ? UNLESS_SET : kept.minutes;
  const most = policy?.idleLockMinutes;
  return most === undefined ? chosen : Math.min(chosen ?? most, most);
}

export const idleKey = KEY;

/** A profile without a PIN is never locked: there would be nothing to open it with. */
export function mayLock({ session, database }: Pick<Context, 'session' | 'database'>): boolean {
  const profile = session.who?.profile;
  return profile != null && findProfile(database, profile)?.secret != null;
}

/** Locks a screen at which nobody was for too long, whatever the page does. */
export function lockWhenIdle(context: Context): void {
  const { session, audit, now } = context;
  const { who } = session;
  if (who?.profile == null) return;
  const minutes = idleMinutes(context);
  if (minutes === null || !session.isIdle(minutes) || !mayLock(context)) return;
  session.lock();
  const what = 'profiles.idle';
  audit.write({ at: now(), who: who.name, role: who.role, kind: 'session', what, trust: null, record: null });
}
