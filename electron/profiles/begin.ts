import { verifyLater } from '../audit/verify.ts';
import type { Context } from '../context.ts';

/** Begins the session of the windows of this process, and verifies the audit once they are up. */
export function beginAtScreen(context: Context): void {
  const { session, audit, now } = context;
  session.beginAtScreen();
  const { who } = session;
  if (who !== null && who.profile !== null)
    audit.write({
      at: now(),
      who: who.name,
      role: who.role,
      kind: 'session',
      what: 'profiles.begin',
      trust: null,
      record: null,
    });
  verifyLater(context);
}
