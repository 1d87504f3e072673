import { useQuery } from '@tanstack/react-query';
import { planner } from '../client/planner.ts';
import { useAct } from '../client/queries.ts';
import { sentence } from '../client/refusal.ts';
import { useTrust } from '../client/trust.ts';
import { announce } from '../components/announce.ts';

/** What Undo and Redo would do in the trust in view, and the doing of it. */
export function useUndo() {
  const trust = useTrust().code;
  const state = useQuery({ queryKey: ['history', trust], queryFn: () => planner.history.state({ trust }) });
  const undo = useAct(
    () => planner.history.undo({ trust }),
    ({ label }) => (label ? `Undone: ${label}` : 'There is nothing to undo'),
  );
  const redo = useAct(
    () => planner.history.redo({ trust }),
    ({ label }) => (label ? `Done again: ${label}` : 'There is nothing to do again'),
  );
  const told = { onError: (error: Error) => announce(sentence(error)) };
  return {
    state: state.data,
    undo: () => undo.mutate(undefined, told),
    redo: () => redo.mutate(undefined, told),
  };
}
