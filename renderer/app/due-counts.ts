import { hashKey, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TodayArea } from '#contract';
import { useInView } from '../client/lmns.ts';
import { planner } from '../client/planner.ts';
import { askLater, queryClient } from '../client/queries.ts';
import { useSignedIn } from '../client/session.ts';

const screenOf: Record<TodayArea, string> = {
  preceptorship: '/due',
  retention: '/retention',
  training: '/training-compliance',
  vacancies: '/vacancies',
  returns: '/returns',
  backups: '/backups',
};

const dueOf = (trust: string | null) => ({
  queryKey: ['today due', trust],
  queryFn: () => (trust === null ? null : planner.today.due({ trust })),
});

/** After a change, so long: what is due is worked out over the whole trust, and somebody who types makes many changes. */
const AFTER_CHANGE_MS = 2000;

/**
 * How many things are due or overdue, by the path of the screen where they wait. Asked anew when another screen is opened, and a
 * while after something was changed.
 */
export function useDueCounts(location: string): Readonly<Record<string, number>> {
  const inView = useInView();
  const { isOn, mayView } = useSignedIn();
  const trust = inView.kind === 'trust' && mayView('people') && isOn('today') ? inView.code : null;
  const { data } = useQuery({ ...dueOf(trust), enabled: false });
  useEffect(() => {
    if (trust === null || location === '') return;
    const query = dueOf(trust);
    const isOld = queryClient.getQueryState(query.queryKey)?.isInvalidated ?? true;
    // The screen comes first.
    return isOld ? askLater(query, 300) : undefined;
  }, [location, trust]);
  useEffect(() => {
    if (trust === null) return;
    const query = dueOf(trust);
    const hash = hashKey(query.queryKey);
    let dontAsk = () => {};
    const leave = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate' || event.query.queryHash !== hash) return;
      dontAsk();
      dontAsk = askLater(query, AFTER_CHANGE_MS);
    });
    return () => {
      dontAsk();
      leave();
    };
  }, [trust]);
  const counts: Record<string, number> = {};
  for (const { area, when } of data?.items ?? []) {
    if (when !== 'overdue' && when !== 'today') continue;
    for (const path of ['/today', screenOf[area]]) counts[path] = (counts[path] ?? 0) + 1;
  }
  return counts;
}
