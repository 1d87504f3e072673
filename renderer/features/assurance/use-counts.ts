import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';

export interface TypedCount {
  readonly unit: number;
  readonly month: string;
  readonly counted: string;
  readonly text: string;
}

/** Saves counts as they were typed; answers what is wrong with them, or null. */
export function useCounts() {
  const trust = useTrust().code;
  const act = useAct((cells: TypedCount[]) => planner.assurance.enterCounts({ trust, cells }));
  return {
    enter: (cells: TypedCount[]): Promise<string | null> =>
      act.mutateAsync(cells).then(
        () => null,
        (error: unknown) => sentence(error),
      ),
  };
}
