import { type KeyboardEvent, type ReactNode, useRef } from 'react';

interface CardColumn<Card> {
  readonly key: string;
  readonly name: string;
  /** How much is in it. */
  readonly sum: string;
  readonly cards: readonly Card[];
}

interface CardBoardProps<Card extends { readonly key: string }> {
  name: string;
  columns: readonly CardColumn<Card>[];
  children: (card: Card) => ReactNode;
  onOpen: (key: string) => void;
  /** Moves a card to a column and calls `done` once it is there; without it cards stay where they are. */
  onMove?: ((card: Card, column: string, done: () => void) => void) | undefined;
}

/** Cards in columns: the arrow keys go from card to card, Enter opens one, and Shift with left or right moves it, as dragging does. */
export function CardBoard<Card extends { readonly key: string }>({
  name,
  columns,
  children,
  onOpen,
  onMove,
}: CardBoardProps<Card>) {
  const board = useRef<HTMLDivElement>(null);
  const focus = (key: string) => board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`)?.focus();
  const to = (card: Card, column: string) => onMove?.(card, column, () => requestAnimationFrame(() => focus(card.key)));
  const drop = (key: string, column: string) => {
    const from = columns.find(({ cards }) => cards.some((card) => card.key === key));
    const card = from?.cards.find((one) => one.key === key);
    if (card && from?.key !== column) to(card, column);
  };
  const onKey = (event: KeyboardEvent, card: Card, column: number, row: number) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [across = 0, down = 0] = step;
    if (event.shiftKey && across !== 0) {
      const next = columns[column + across];
      if (next) to(card, next.key);
      return;
    }
    let target = column + across;
    while (across !== 0 && columns[target] && columns[target]!.cards.length === 0) target += across;
    const cards = columns[target]?.cards;
    const there = cards?.[Math.max(0, Math.min(row + down, cards.length - 1))];
    if (there) focus(there.key);
  };
  const first = columns.findIndex(({ cards }) => cards.length > 0);
  return (
    <div className="board" ref={board} role="group" aria-label={name}>
      {columns.map((column, place) => (
        <section
          key={column.key}
          className="board__stage"
          aria-label={column.name}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => drop(event.dataTransfer.getData('text/plain'), column.key)}
        >
          <h2>
            {column.name}
            <small>{column.sum}</small>
          </h2>
          <ul>
            {column.cards.map((card, row) => (
              <li key={card.key}>
                <button
                  type="button"
                  className="board__card"
                  data-card={card.key}
                  draggable={onMove !== undefined}
                  tabIndex={place === first && row === 0 ? 0 : -1}
                  onDragStart={(event) => event.dataTransfer.setData('text/plain', card.key)}
                  onKeyDown={(event) => onKey(event, card, place, row)}
                  onClick={() => onOpen(card.key)}
                >
                  {children(card)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
