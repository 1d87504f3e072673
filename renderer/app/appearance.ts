import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { Appearance } from '#contract';
import { planner } from '../client/planner.ts';
import { useAct } from '../client/queries.ts';

const told: Record<Appearance, string> = {
  system: 'Light or dark follows the system',
  light: 'The light appearance is on',
  dark: 'The dark appearance is on',
};

/** Which appearance was chosen on this PC; undefined before that is known. Puts it on the page. */
export function useAppearance(): Appearance | undefined {
  const { data } = useQuery({ queryKey: ['appearance'], queryFn: () => planner.planner.appearance() });
  useLayoutEffect(() => {
    if (data) document.documentElement.dataset['theme'] = data;
  }, [data]);
  return data;
}

export const useChooseAppearance = () =>
  useAct(
    (appearance: Appearance) => planner.planner.chooseAppearance({ appearance }),
    (_, appearance) => told[appearance],
  );
