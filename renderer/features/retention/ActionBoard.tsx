import { type KeyboardEvent, useRef, useState } from 'react';
import type { RetentionAction, RetentionPlan } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { dateText } from '../../components/numbers.ts';
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
  const board = useRef<HTMLDivElement>(null);
  const columns = boardColumns(plan, actions, by);
  const move = useAct(
    ({ key, status }: { key: string; status: string }) => planner.retention.changeAction({ trust, key, status }),
    ({ label }) => label,
  );
  const cardOf = (key: string) => board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`);
  const to = (key: string, status: string) => {
    const known = plan.statuses.some((one) => one.key === status);
    if (by !== 'status' || !known) return;
    move.mutate(
      { key, status },
      {
        onSuccess: () => requestAnimationFrame(() => cardOf(key)?.focus()),
        onError: (error) => announce(sentence(error)),
      },
    );
  };
  const onKey = (event: KeyboardEvent, key: string, column: number, row: number) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [across = 0, down = 0] = step;
    if (event.shiftKey && across !== 0) {
      const next = columns[column + across];
      if (next) to(key, next.key);
      return;
    }
    let target = column + across;
    while (across !== 0 && columns[target] && columns[target]!.cards.length === 0) target += across;
    const cards = columns[target]?.cards;
    const card = cards?.[Math.max(0, Math.min(row + down, cards.length - 1))];
    if (card) cardOf(card.key)?.focus();
  };
  const first = columns.findIndex(({ cards }) => cards.length > 0);

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
      <div
        className="board"
        ref={board}
        role="group"
        aria-label={`Actions by ${by === 'status' ? 'status' : 'due date'}`}
      >
        {columns.map(({ key, name, cards }, column) => (
          <section
            key={key}
            className="board__stage"
            aria-label={name}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => to(event.dataTransfer.getData('text/plain'), key)}
          >
            <h2>
              {name}
              <small>
                {cards.length} {cards.length === 1 ? 'action' : 'actions'}
              </small>
            </h2>
            <ul>
              {cards.map((action, row) => (
                <li key={action.key}>
                  <button
                    type="button"
                    className="board__card"
                    data-card={action.key}
                    draggable={by === 'status'}
                    tabIndex={column === first && row === 0 ? 0 : -1}
                    onDragStart={(event) => event.dataTransfer.setData('text/plain', action.key)}
                    onKeyDown={(event) => onKey(event, action.key, column, row)}
                    onClick={() => onOpen(action.key)}
                  >
                    <Card action={action} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
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
