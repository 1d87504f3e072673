import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { receiveFiles } from '../client/incoming.ts';
import { useInView } from '../client/lmns.ts';
import { platform } from '../client/platform.ts';
import { queryClient } from '../client/queries.ts';
import { announce } from '../components/announce.ts';

/** Does what a file opened from outside or a lost backend asks of the page. */
export function useWindow(): void {
  const [, navigate] = useLocation();
  // An LMNS receives returns; a trust imports.
  const taking = useInView().kind === 'lmns' ? '/lmns' : '/imports';
  useEffect(
    () =>
      platform.onFile((file) => {
        receiveFiles([file]);
        navigate(taking);
      }),
    [navigate, taking],
  );
  useEffect(
    () =>
      platform.onConnection((state) => {
        if (state === 'lost')
          return announce('The planner’s data process stopped and is being started again. What was saved is safe.');
        announce('The planner is back. Check your last change.');
        void queryClient.invalidateQueries();
      }),
    [],
  );
}
