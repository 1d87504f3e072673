import { useQuery } from '@tanstack/react-query';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';

/** The returns received by the LMNS in view, by trust and period. */
export function useReceived() {
  const lmns = useLmns();
  return useQuery({
    queryKey: ['lmns', lmns.id, 'received'],
    queryFn: () => planner.lmns.received({ lmns: lmns.id }),
  });
}
