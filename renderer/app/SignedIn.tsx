import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Session } from '#contract';
import { planner } from '../client/planner.ts';
import { queryClient } from '../client/queries.ts';
import { SessionInView, showSession } from '../client/session.ts';
import { Answered } from '../components/Answered.tsx';
import { SignIn } from './SignIn.tsx';

const ask = () => planner.profiles.state().then(showSession);
const SECONDS = 1000;

/** What is inside is drawn only while somebody is signed in. Locked, nothing of it is left in the page. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useQuery({ queryKey: ['session'], queryFn: () => planner.profiles.state() });
  // By then the audit has been verified.
  useEffect(() => {
    const later = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['session'] }), 10 * SECONDS);
    return () => clearTimeout(later);
  }, []);
  // The backend locks by itself, too: then any call says so.
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ query }) => {
        const { error } = query.state;
        if (error instanceof ORPCError && error.code === 'LOCKED' && query.queryKey[0] !== 'session') void ask();
      }),
    [],
  );
  return (
    <Answered query={session}>
      {(answer) =>
        answer.state === 'open' ? (
          <SessionInView.Provider value={answer}>
            <Presence session={answer} />
            {children}
          </SessionInView.Provider>
        ) : (
          <SignIn session={answer} />
        )
      }
    </Answered>
  );
}

/** Tells the backend that somebody is there, and locks the screen when nobody was for the minutes that are set. */
function Presence({ session: { who, profiles, idleMinutes } }: { session: Session }) {
  const isGuarded = profiles.some(({ id, hasSecret }) => id === who?.profile && hasSecret);
  useEffect(() => {
    if (!isGuarded) return;
    let touched = Date.now();
    let told = touched;
    const touch = () => {
      touched = Date.now();
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'];
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    const look = () => {
      if (idleMinutes !== null && Date.now() - touched > idleMinutes * 60 * SECONDS)
        void planner.profiles.lock().then(showSession, ask);
      else if (touched > told) {
        told = Date.now();
        planner.profiles.active().catch(ask);
      }
    };
    const watch = setInterval(look, 15 * SECONDS);
    return () => {
      clearInterval(watch);
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, [isGuarded, idleMinutes]);
  return null;
}
