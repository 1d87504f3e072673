import { useMemo } from 'react';
import type { VacancyPlan, VacancyPost } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { wteText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { startText, supernumeraryText } from './words.ts';

const title = ({ post, vacancyRef }: VacancyPost) => post ?? vacancyRef ?? 'Post without a name';

function columnsFor(plan: VacancyPlan, onOpen: ((key: string) => void) | null): Column<VacancyPost>[] {
  const order = new Map(plan.stages.map(({ key }, place) => [key, place]));
  return [
    {
      key: 'post',
      title: 'Post',
      header: true,
      value: (post) => `${title(post)}${post.vacancyRef ? ` (${post.vacancyRef})` : ''}`,
      show: (post) => (
        <span className="post-name">
          {onOpen ? (
            <button type="button" className="link" onClick={() => onOpen(post.key)}>
              {title(post)}
            </button>
          ) : (
            title(post)
          )}
          <small>
            {[
              post.vacancyRef,
              post.from === null ? 'entered by hand' : post.edited.length > 0 ? 'changed by hand' : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      ),
    },
    { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
    { key: 'band', title: 'Band', value: ({ band }) => band },
    {
      key: 'wte',
      title: 'WTE',
      means: 'Contracted WTE of the post.',
      number: true,
      sum: 2,
      value: ({ wte }) => wte / 100_000,
      show: ({ wte }) => wteText(wte),
    },
    {
      key: 'stage',
      title: 'Stage',
      means: 'How far recruitment is: from approval to the start.',
      value: ({ stage, stageName }) => `${order.get(stage ?? '') ?? ''} ${stageName}`,
      copied: ({ stageName }) => stageName,
      show: ({ stageName }) => stageName,
    },
    {
      key: 'route',
      title: 'Route',
      means: 'How the post is filled: advert, newly qualified, return to practice, international and others.',
      value: ({ route, routeName }) => (route === null ? '' : routeName),
    },
    {
      key: 'age',
      title: 'Days vacant',
      means: 'Days from the day of vacancy, else of approval or of the advert, to today.',
      number: true,
      value: ({ age }) => age,
      show: ({ age, aged }) => (age === null ? '–' : aged ? <Status kind="amber" word={`${age}, aged`} /> : age),
    },
    { key: 'starts', title: 'Starts', value: ({ startsOn }) => startsOn, show: startText },
    {
      key: 'likely',
      title: 'Likely, WTE',
      number: true,
      sum: 2,
      means: 'The WTE times the likelihood that a post at this stage starts.',
      value: ({ likelyWte }) => likelyWte / 100_000,
      show: ({ likely, likelyWte }) => (
        <>
          {wteText(likelyWte)} <small>({likely} %)</small>
        </>
      ),
    },
    {
      key: 'supernumerary',
      title: 'Supernumerary',
      means: 'Weeks after the start in which the person is out of the numbers.',
      value: supernumeraryText,
      show: ({ supernumerary }) => (supernumerary ? `${supernumerary.weeks} weeks` : ''),
    },
  ];
}

/** The posts in view, each of which opens to be changed. */
export function PostTable({
  plan,
  posts,
  onOpen,
}: {
  plan: VacancyPlan;
  posts: VacancyPost[];
  /** Null for a plan of an earlier day. */
  onOpen: ((key: string) => void) | null;
}) {
  const columns = useMemo(() => columnsFor(plan, onOpen), [plan, onOpen]);
  const sum = (of: (post: VacancyPost) => number) => posts.reduce((total, post) => total + of(post), 0);
  return (
    <div className="vacancy-table">
      <DataTable
        caption="Vacancies"
        columns={columns}
        rows={posts}
        rowKey={({ key }) => key}
        footer={
          <tr className="table__total">
            <th scope="row" colSpan={3}>
              {posts.length} posts in view
            </th>
            <td className="number">{wteText(sum(({ wte }) => wte))}</td>
            <td colSpan={4} className="number">
              likely to start
            </td>
            <td className="number">{wteText(sum(({ likelyWte }) => likelyWte))}</td>
            <td>{posts.filter(({ supernumerary }) => supernumerary !== null).length} at first</td>
          </tr>
        }
      />
    </div>
  );
}
