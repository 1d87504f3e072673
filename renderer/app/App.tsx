import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { planner } from '../client/planner.ts';
import { TrustInView } from '../client/trust.ts';
import { Answered } from '../components/Answered.tsx';
import { Welcome } from '../features/organisation/Welcome.tsx';
import { Frame } from './Frame.tsx';

/** The first screen, or the frame around the trust in view. */
export function App() {
  const overview = useQuery({ queryKey: ['organisation'], queryFn: () => planner.organisation.overview() });
  useEffect(() => {
    if (overview.data) document.documentElement.setAttribute('data-ready', '');
  }, [overview.data]);
  return (
    <Answered query={overview}>
      {({ trusts, inView }) => {
        const trust = trusts.find(({ code }) => code === inView);
        if (!trust) return <Welcome />;
        return (
          <TrustInView.Provider value={trust}>
            <Frame trusts={trusts} />
          </TrustInView.Provider>
        );
      }}
    </Answered>
  );
}
