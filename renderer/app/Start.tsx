import { useState } from 'react';
import { useSignedIn } from '../client/session.ts';
import { Button } from '../components/Button.tsx';
import { SetUpLmns } from '../features/lmns/SetUpLmns.tsx';
import { Welcome } from '../features/organisation/Welcome.tsx';

/** The first start: of a trust, or of an LMNS that receives the returns of others. */
export function Start() {
  const { isOn } = useSignedIn();
  const [ofLmns, setOfLmns] = useState(false);
  if (ofLmns)
    return (
      <main className="welcome">
        <SetUpLmns onCancel={() => setOfLmns(false)} />
      </main>
    );
  return (
    <Welcome>
      {isOn('lmns') && (
        <section className="panel">
          <h2>I work for an LMNS or ICB</h2>
          <p>Receive the returns of your trusts, compile the system and follow up. No trust needs to be set up here.</p>
          <Button onClick={() => setOfLmns(true)}>Set up an LMNS or ICB</Button>
        </section>
      )}
    </Welcome>
  );
}
