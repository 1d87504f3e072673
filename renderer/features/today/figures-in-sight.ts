import { useQuery } from '@tanstack/react-query';
import { figuresInSight, headlineSources } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';

/** All headline figures and those in sight, each source asked for by itself so that other questions come between. */
export function useFiguresInSight() {
  const trust = useTrust().code;
  return useQuery({
    queryKey: ['today since', trust, 'figures'],
    queryFn: async () => {
      const [keys, ...figures] = await Promise.all([
        planner.today.chosenFigures({ trust }),
        ...headlineSources.map((from) => planner.today.figures({ trust, from })),
      ]);
      return figuresInSight(figures.flat(), keys);
    },
  });
}
