import { useIsMutating, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { planner } from '../client/planner.ts';

/** Saving that takes longer than this waits for something. */
const LONG_MS = 600;

/** Says that saving waits for an import that is being stored, and how long; null where it does not. */
export function useSavingWaits(): string | null {
  const saving = useIsMutating() > 0;
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(saving), saving ? LONG_MS : 0);
    return () => clearTimeout(timer);
  }, [saving]);
  const waiting = saving && long;
  const { data } = useQuery({
    queryKey: ['import that is being stored'],
    queryFn: () => planner.imports.storing(),
    enabled: waiting,
    refetchInterval: 500,
    gcTime: 0,
  });
  if (!waiting || !data) return null;
  const left = data.secondsLeft === null ? '' : `, about ${data.secondsLeft} s`;
  return `An import is being stored: what you save waits for it${left}`;
}
