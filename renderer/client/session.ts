import { createContext, useContext } from 'react';
import { type Access, mayCall, type Session } from '#contract';
import { announce } from '../components/announce.ts';
import { forgetQueue } from './import-queue.ts';
import { queryClient } from './queries.ts';

/** Who is signed in; the frame is drawn only while somebody is. */
export const SessionInView = createContext<Session | null>(null);

/** Of the editor that there is before anybody has signed in. */
const editor = { profile: null, name: 'Editor', role: 'editor', post: null } as const;

/** Who is signed in, and what their role may look at and change. */
export function useSignedIn() {
  const session = useContext(SessionInView);
  const who = session?.who ?? editor;
  return {
    who,
    isEditor: who.role === 'editor',
    /** Whether the PC's policy leaves a part of the contract switched on. */
    isOn: (part: string | undefined) => part === undefined || !session?.switchedOff.includes(part),
    /** Whether their role may make a call of that kind. */
    may: (does: Pick<Access, 'act' | 'data'> | undefined) => does === undefined || mayCall(who.role, does),
    mayView: (data: 'figures' | 'people' | 'lmns') => mayCall(who.role, { act: 'view', data }),
  };
}

/** Takes over who is signed in. What was shown before is forgotten, so that nothing of it lies in the page. */
export function showSession(session: Session): void {
  if (session.state !== 'open') {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    forgetQueue();
    announce('');
  }
  queryClient.setQueryData(['session'], session);
}
