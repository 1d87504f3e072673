import type { VacancyPlan, VacancyPost } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { CardBoard } from '../../components/CardBoard.tsx';
import { wteText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { dateOfStage, startText } from './words.ts';

interface BoardProps {
  plan: VacancyPlan;
  posts: VacancyPost[];
  /** Null for a plan of an earlier day: its posts stay where they were. */
  onOpen: ((key: string) => void) | null;
}

/** Posts by stage, moved by mouse or with Shift and the arrow keys; the date of the stage is set where it has none. */
export function Board({ plan, posts, onOpen }: BoardProps) {
  const trust = useTrust().code;
  const move = useAct(
    ({ post, stage }: { post: VacancyPost; stage: string }) => {
      const field = dateOfStage[stage];
      const date = field !== undefined && post[field] === null ? { [field]: plan.on } : {};
      return planner.vacancies.changePost({ trust, key: post.key, stage, ...date });
    },
    ({ label }) => label,
  );
  const to = (post: VacancyPost, stage: string, done: () => void) =>
    move.mutate({ post, stage }, { onSuccess: done, onError: (error) => announce(sentence(error)) });
  const columns = plan.stages
    .filter(({ key, posts: all }) => all > 0 || !['on_hold', 'unconditional_offer'].includes(key))
    .map(({ key, name }) => {
      const cards = posts.filter((post) => (post.stage ?? '') === key);
      const sum = `${cards.length} · ${wteText(cards.reduce((wtes, { wte }) => wtes + wte, 0))} WTE`;
      return { key, name, sum, cards };
    });

  return (
    <>
      {onOpen && (
        <p className="grid-keys">
          Arrow keys go from post to post, Enter opens one, Shift with the left or right arrow moves it to the stage
          before or after. A stage’s date is set to today where the post has none.
        </p>
      )}
      <CardBoard
        name="Vacancies by stage"
        columns={columns}
        onOpen={onOpen ?? (() => undefined)}
        onMove={onOpen ? to : undefined}
      >
        {(post) => (
          <>
            <strong>{post.post ?? post.vacancyRef ?? 'Post'}</strong>
            <span>{[post.band && `Band ${post.band}`, `${wteText(post.wte)} WTE`].filter(Boolean).join(' · ')}</span>
            <span>{post.unit}</span>
            {post.route && <span>{[post.routeName, post.cohort].filter(Boolean).join(', ')}</span>}
            {post.startsOn && post.live && <span>Starts {startText(post)}</span>}
            {post.aged && <Status kind="amber" word={`${post.age} days`} />}
          </>
        )}
      </CardBoard>
    </>
  );
}
