import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { planner } from '../client/planner.ts';
import { LmnsInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { TrustInView } from '../client/trust.ts';
import { Answered } from '../components/Answered.tsx';
import { useAppearance } from './appearance.ts';
import { Frame } from './Frame.tsx';
import { Start } from './Start.tsx';

/** The first screen, or the frame around the trust or the LMNS in view. */
export function App() {
  const overview = useQuery({ queryKey: ['organisation'], queryFn: () => planner.organisation.overview() });
  const local = useQuery({ queryKey: ['organisation', 'lmns'], queryFn: () => planner.lmns.overview() });
  const { isOn, mayView } = useSignedIn();
  useAppearance();
  useEffect(() => {
    if (overview.data && local.data) document.documentElement.setAttribute('data-ready', '');
  }, [overview.data, local.data]);
  return (
    <Answered query={overview}>
      {({ trusts, inView }) => (
        <Answered query={local}>
          {({ systems: all, inView: lmnsInView }) => {
            const systems = isOn('lmns') ? all : [];
            const trust = trusts.find(({ code }) => code === inView) ?? null;
            // Without a trust there is nothing else to show, nor for who works with returns alone.
            const lmns =
              systems.find(({ id }) => id === lmnsInView) ??
              (trust && mayView('figures') ? null : (systems[0] ?? null));
            if (!trust && !lmns) return <Start />;
            return (
              <LmnsInView.Provider value={lmns}>
                <TrustInView.Provider value={lmns ? null : trust}>
                  <Frame trusts={trusts} systems={systems} />
                </TrustInView.Provider>
              </LmnsInView.Provider>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}
