import { useMutation } from '@tanstack/react-query';
import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { type Profile, ROLE_NAMES, type Session } from '#contract';
import { planner } from '../client/planner.ts';
import { sentence } from '../client/refusal.ts';
import { showSession } from '../client/session.ts';
import { Button } from '../components/Button.tsx';
import { Form } from '../components/Form.tsx';
import { Forgotten } from './Forgotten.tsx';

/** Covers the planner until somebody signs in. Of what lies beneath nothing is drawn and nothing is answered. */
export function SignIn({ session }: { session: Session }) {
  const { profiles, who, state } = session;
  const [chosen, setChosen] = useState(who?.profile ?? profiles[0]?.id);
  const [forgot, setForgot] = useState(false);
  const profile = profiles.find(({ id }) => id === chosen);
  const title = state === 'locked' ? 'The planner is locked' : 'Sign in';
  useEffect(() => {
    document.title = `${title} – Maternity Workforce Planner`;
    document.documentElement.setAttribute('data-ready', '');
  }, [title]);
  // The first thing to do here. Among the profiles the focus stays, so that arrow keys and letters go through them.
  useEffect(() => document.getElementById('sign-in-secret')?.focus(), []);
  return (
    <main className="welcome door">
      <h1 className="page__title">Maternity Workforce Planner</h1>
      <section className="panel" aria-labelledby="sign-in-title">
        <h2 id="sign-in-title">{title}</h2>
        {state === 'locked' && (
          <p>{who?.name} is still signed in. What was typed and not saved is kept and comes back after unlocking.</p>
        )}
        <label className="door__who">
          Profile
          <select aria-label="Profile" value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {profiles.map(({ id, name, role }) => (
              <option key={id} value={id}>
                {name} · {ROLE_NAMES[role]}
              </option>
            ))}
          </select>
        </label>
        {profile && <Secret key={`secret ${profile.id}`} profile={profile} isUnlock={profile.id === who?.profile} />}
        {profile?.hasSecret && (
          <button type="button" className="link" onClick={() => setForgot(!forgot)} aria-expanded={forgot}>
            The PIN or passphrase is forgotten
          </button>
        )}
        {profile && forgot && <Forgotten key={`forgotten ${profile.id}`} profile={profile} profiles={profiles} />}
      </section>
    </main>
  );
}

function Secret({ profile, isUnlock }: { profile: Profile; isUnlock: boolean }) {
  const [typed, setTyped] = useState('');
  const enter = useMutation({
    mutationFn: () => planner.profiles.signIn({ profile: profile.id, secret: profile.hasSecret ? typed : null }),
    onSuccess: (session) => {
      // Somebody else begins at their own first screen.
      if (!isUnlock) window.location.hash = '#/';
      showSession(session);
    },
    onError: () => document.getElementById('sign-in-secret')?.focus(),
    onSettled: () => setTyped(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Form secret onSubmit={submit}>
      {profile.hasSecret ? (
        <TextInput
          id="sign-in-secret"
          type="password"
          label="PIN or passphrase"
          autoComplete="current-password"
          value={typed}
          error={enter.isError ? sentence(enter.error) : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      ) : (
        <p>This profile is asked for no PIN.</p>
      )}
      <Button kind="main" type="submit" disabled={enter.isPending}>
        {enter.isPending ? 'Looking…' : isUnlock ? 'Unlock' : 'Sign in'}
      </Button>
    </Form>
  );
}
