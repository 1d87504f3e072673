import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useSignedIn } from '../../client/session.ts';
import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { SetUpTrust } from './SetUpTrust.tsx';

/** The first start: look around, set up a trust, or do what `children` offer. */
export function Welcome({ children }: { children: ReactNode }) {
  const { isOn } = useSignedIn();
  const [settingUp, setSettingUp] = useState(false);
  const look = useAct(
    () => planner.sample.load(),
    () => 'The sample service is open',
  );
  if (settingUp)
    return (
      <main className="welcome">
        <SetUpTrust onCancel={() => setSettingUp(false)} />
      </main>
    );
  return (
    <main className="welcome">
      <Page
        title="Maternity Workforce Planner"
        subtitle="Establishment, rosters and the Theme 2 return of a maternity service, on this PC alone."
      >
        {look.isError && (
          <p className="note note--wrong" role="alert">
            {sentence(look.error)}
          </p>
        )}
        <div className="columns">
          <section className="panel">
            <h2>Set up my trust</h2>
            <p>
              Enter the trust and its units. Then import a roster or enter the establishment. It takes about two
              minutes.
            </p>
            <Button kind="main" onClick={() => setSettingUp(true)}>
              Set up my trust
            </Button>
          </section>
          {isOn('sample') && (
            <section className="panel">
              <h2>Look around first</h2>
              <p>Open a sample service with invented people and figures in every screen. One click removes it again.</p>
              <Button onClick={() => look.mutate()} disabled={look.isPending}>
                {look.isPending ? 'Making the sample service…' : 'Look around with a sample service'}
              </Button>
              {look.isPending && <Progress />}
            </section>
          )}
          {children}
        </div>
        <p className="note">
          Nothing leaves this PC until you export it: no server, no account, no cloud. The data are in one file that you
          can back up and move.
        </p>
      </Page>
    </main>
  );
}

/** How much of the sample there is, while it is made. */
function Progress() {
  const { data } = useQuery({
    queryKey: ['sample progress'],
    queryFn: () => planner.sample.progress(),
    refetchInterval: 250,
    gcTime: 0,
  });
  return (
    <p>
      <label>
        Three years of staff lists, plans and returns{' '}
        <progress max={1} {...(typeof data === 'number' ? { value: data } : {})} />
      </label>
    </p>
  );
}
