import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { counted } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { SetUpLmns } from './SetUpLmns.tsx';

/** The way from a trust to the side of its LMNS, for whoever works for both. */
export default function LocalSystemScreen() {
  const { name, system } = useTrust();
  const [settingUp, setSettingUp] = useState(false);
  const systems = useQuery({ queryKey: ['organisation', 'lmns'], queryFn: () => planner.lmns.overview() });
  const view = useAct(
    (id: number) => planner.lmns.view({ lmns: id }),
    () => null,
  );
  if (settingUp) return <SetUpLmns start={system?.name ?? ''} onCancel={() => setSettingUp(false)} />;
  return (
    <Page
      title="Local system"
      subtitle={`${name}${system ? ` · belongs to ${system.name} (${system.kind})` : ' · no LMNS or ICB is named yet'}`}
    >
      <section className="panel">
        <h2>You work for the trust</h2>
        <p>
          There is nothing to do here. Sign the return off under “Theme 2 return” and send its file to your LMNS.
          Nothing else of the trust reaches it.
        </p>
      </section>
      <section className="panel">
        <h2>You work for the LMNS or ICB, too</h2>
        <p>
          An LMNS has screens of its own: returns received, the system, actions. They show what trusts sent, never what
          a trust of this PC keeps. Come back by choosing the trust at the top of the window.
        </p>
        <Answered query={systems}>
          {({ systems: all }) => (
            <span className="actions">
              {all.map((one) => (
                <Button key={one.id} onClick={() => view.mutate(one.id)}>
                  Open {one.name} ({counted(one.trusts, 'trust')})
                </Button>
              ))}
              <Button onClick={() => setSettingUp(true)}>Set up an LMNS or ICB</Button>
            </span>
          )}
        </Answered>
      </section>
    </Page>
  );
}
