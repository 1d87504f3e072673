import { type KeyboardEvent, useRef } from 'react';
import type { VacancyPlan, VacancyPost } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { wteText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { dateOfStage, startText } from './words.ts';

interface BoardProps {
  plan: VacancyPlan;
  posts: VacancyPost[];
  onOpen: (key: string) => void;
}

/** Posts by stage, moved by mouse or with Shift and the arrow keys; the date of the stage is set where it has none. */
export function Board({ plan, posts, onOpen }: BoardProps) {
  const trust = useTrust().code;
  const board = useRef<HTMLDivElement>(null);
  const move = useAct(
    ({ post, stage }: { post: VacancyPost; stage: string }) => {
      const field = dateOfStage[stage];
      const date = field !== undefined && post[field] === null ? { [field]: plan.on } : {};
      return planner.vacancies.changePost({ trust, key: post.key, stage, ...date });
    },
    ({ label }) => label,
  );
  const to = (post: VacancyPost, stage: string) =>
    move.mutate(
      { post, stage },
      {
        onSuccess: () => requestAnimationFrame(() => cardOf(post.key)?.focus()),
        onError: (error) => announce(sentence(error)),
      },
    );
  const cardOf = (key: string) =>
    board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`) ?? undefined;
  const columns = plan.stages
    .filter(({ key, posts: all }) => all > 0 || !['on_hold', 'unconditional_offer'].includes(key))
    .map((stage) => ({ ...stage, cards: posts.filter((post) => (post.stage ?? '') === stage.key) }));

  const onKey = (event: KeyboardEvent, post: VacancyPost, column: number, row: number) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [across = 0, down = 0] = step;
    if (event.shiftKey && across !== 0) {
      const next = columns[column + across];
      if (next) to(post, next.key);
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
      <p className="grid-keys">
        Arrow keys go from post to post, Enter opens one, Shift with the left or right arrow moves it to the stage
        before or after. A stage’s date is set to today where the post has none.
      </p>
      <div className="board" ref={board} role="group" aria-label="Vacancies by stage">
        {columns.map(({ key, name, cards }, column) => (
          <section
            key={key}
            className="board__stage"
            aria-label={name}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              const post = posts.find((one) => one.key === event.dataTransfer.getData('text/plain'));
              if (post && post.stage !== key) to(post, key);
            }}
          >
            <h2>
              {name}
              <small>
                {cards.length} · {wteText(cards.reduce((sum, { wte }) => sum + wte, 0))} WTE
              </small>
            </h2>
            <ul>
              {cards.map((post, row) => (
                <li key={post.key}>
                  <button
                    type="button"
                    className="board__card"
                    data-card={post.key}
                    draggable
                    tabIndex={column === first && row === 0 ? 0 : -1}
                    onDragStart={(event) => event.dataTransfer.setData('text/plain', post.key)}
                    onKeyDown={(event) => onKey(event, post, column, row)}
                    onClick={() => onOpen(post.key)}
                  >
                    <strong>{post.post ?? post.vacancyRef ?? 'Post'}</strong>
                    <span>
                      {[post.band && `Band ${post.band}`, `${wteText(post.wte)} WTE`].filter(Boolean).join(' · ')}
                    </span>
                    <span>{post.unit}</span>
                    {post.route && <span>{[post.routeName, post.cohort].filter(Boolean).join(', ')}</span>}
                    {post.startsOn && post.live && <span>Starts {startText(post)}</span>}
                    {post.aged && <Status kind="amber" word={`${post.age} days`} />}
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
