import { useState } from 'react';
import type { RetentionAction, RetentionPlan } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { CardBoard } from '../../components/CardBoard.tsx';
import { counted, dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { boardColumns, type By } from './board-columns.ts';
import { dueStatus, ragKinds, titleOf, unmeasuredText } from './words.ts';

interface ActionBoardProps {
  plan: RetentionPlan;
  actions: RetentionAction[];
  onOpen: (key: string) => void;
}

/** Actions by status, moved by mouse or with Shift and the arrow keys, or by when they are due; the earliest due first. */
export function ActionBoard({ plan, actions, onOpen }: ActionBoardProps) {
  const trust = useTrust().code;
  const [by, setBy] = useState<By>('status');
  const columns = boardColumns(plan, actions, by).map((column) => ({
    ...column,
    sum: counted(column.cards.length, 'action'),
  }));
  const move = useAct(
    ({ key, status }: { key: string; status: string }) => planner.retention.changeAction({ trust, key, status }),
    ({ label }) => label,
  );
  const to = ({ key }: RetentionAction, status: string, done: () => void) => {
    if (!plan.statuses.some((one) => one.key === status)) return;
    move.mutate({ key, status }, { onSuccess: done, onError: (error) => announce(sentence(error)) });
  };

  return (
    <>
      <label className="filter board-by">
        Columns
        <select value={by} onChange={({ target }) => setBy(target.value as By)}>
          <option value="status">by status</option>
          <option value="due">by when they are due</option>
        </select>
      </label>
      <p className="grid-keys">
        Arrow keys go from action to action, Enter opens one
        {by === 'status' && ', Shift with the left or right arrow moves it to the status before or after'}.
      </p>
      <CardBoard
        name={`Actions by ${by === 'status' ? 'status' : 'due date'}`}
        columns={columns}
        onOpen={onOpen}
        onMove={by === 'status' ? to : undefined}
      >
        {(action) => <Card action={action} />}
      </CardBoard>
    </>
  );
}

function Card({ action }: { action: RetentionAction }) {
  const stands = dueStatus(action);
  const colour = ragKinds[action.rag ?? ''];
  return (
    <>
      <strong>{titleOf(action)}</strong>
      <span>{action.owner}</span>
      {action.due && <span>Due {dateText(action.due)}</span>}
      {stands && <Status {...stands} />}
      {action.unmeasured && <Status kind="amber" word={unmeasuredText[action.unmeasured]} />}
      {colour && <Status kind={colour} word={`RAG ${action.ragName.toLowerCase()}`} />}
    </>
  );
}
