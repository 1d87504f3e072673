import type { LmnsOverview, Trust } from '#contract';
import { planner } from '../client/planner.ts';
import { useAct } from '../client/queries.ts';

/** Shows another trust, or an LMNS. */
export function useView(trusts: readonly Trust[], systems: readonly LmnsOverview[]) {
  return useAct(
    async (to: { trust: string } | { lmns: number }) => {
      if ('lmns' in to) return planner.lmns.view({ lmns: to.lmns });
      await planner.organisation.view({ trust: to.trust });
      return planner.lmns.view({ lmns: null });
    },
    (_, to) => {
      const shown =
        'lmns' in to
          ? systems.find(({ id }) => id === to.lmns)?.name
          : trusts.find(({ code }) => code === to.trust)?.name;
      return `Now showing ${shown ?? ''}`;
    },
  );
}
