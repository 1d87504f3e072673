import { useContext } from 'react';
import { useLocation } from 'wouter';
import { ROLE_NAMES } from '#contract';
import { planner } from '../client/planner.ts';
import { sentence } from '../client/refusal.ts';
import { SessionInView, showSession, useSignedIn } from '../client/session.ts';
import { announce } from '../components/announce.ts';

/** Covers the screen until somebody signs in. */
export const lockNow = () =>
  void planner.profiles.lock().then(showSession, (error: unknown) => announce(sentence(error)));

/** Who is signed in, and the way to lock the screen; where there are no profiles, nothing. */
export function SessionButton() {
  const session = useContext(SessionInView);
  const { who, isEditor } = useSignedIn();
  const [, navigate] = useLocation();
  if (session === null || (who.profile === null && !session.isAuditBroken)) return null;
  const called = `${who.name}, ${ROLE_NAMES[who.role]}`;
  return (
    <span className="frame__session">
      {session.isAuditBroken && (
        <button type="button" className="frame__broken" onClick={() => navigate('/audit')}>
          Audit broken
        </button>
      )}
      {who.profile !== null && isEditor && (
        <button type="button" className="frame__who" onClick={() => navigate('/profiles')} title={called}>
          {who.name}
        </button>
      )}
      {who.profile !== null && !isEditor && (
        <span className="frame__who" title={called}>
          {who.name}
        </span>
      )}
      {who.profile !== null && (
        <button type="button" onClick={lockNow} aria-keyshortcuts="Control+L" title="Ctrl L">
          Lock now
        </button>
      )}
    </span>
  );
}
