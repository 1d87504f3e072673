import { planner } from '../client/planner.ts';
import { queryClient, useAct } from '../client/queries.ts';

/** Takes the sample service away. */
export const useRemoveSample = () =>
  useAct(
    async () => {
      await planner.sample.remove();
      // Its LMNS goes first from the page: without a trust the page would show it, and it is gone.
      await queryClient.refetchQueries({ queryKey: ['organisation', 'lmns'], exact: true });
    },
    () => 'The sample service was removed',
  );
