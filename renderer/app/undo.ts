import { useQuery } from '@tanstack/react-query';
import { planner } from '../client/planner.ts';
import { useAct } from '../client/queries.ts';
import { sentence } from '../client/refusal.ts';
import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { announce } from '../components/announce.ts';

/** What Undo and Redo would do in the trust or LMNS in view, and the doing of it. */
export function useUndo() {
  const inView = useInView();
  const history =
    inView.kind === 'trust'
      ? {
          key: inView.code,
          state: () => planner.history.historyState({ trust: inView.code }),
          undo: () => planner.history.undo({ trust: inView.code }),
          redo: () => planner.history.redo({ trust: inView.code }),
        }
      : {
          key: inView.id,
          state: () => planner.lmns.historyState({ lmns: inView.id }),
          undo: () => planner.lmns.undo({ lmns: inView.id }),
          redo: () => planner.lmns.redo({ lmns: inView.id }),
        };
  // Labels name people: who may not see them is not asked.
  const { isEditor, isOn, mayView } = useSignedIn();
  const isOfLmns = inView.kind === 'lmns';
  const enabled = isOfLmns ? isEditor || mayView('lmns') : isEditor && isOn('history');
  const state = useQuery({ queryKey: ['history', history.key], queryFn: history.state, enabled });
  const undo = useAct(history.undo, ({ label }) => (label ? `Undone: ${label}` : 'There is nothing to undo'));
  const redo = useAct(history.redo, ({ label }) => (label ? `Done again: ${label}` : 'There is nothing to do again'));
  const told = { onError: (error: Error) => announce(sentence(error)) };
  return {
    state: state.data,
    undo: () => undo.mutate(undefined, told),
    redo: () => redo.mutate(undefined, told),
  };
}
