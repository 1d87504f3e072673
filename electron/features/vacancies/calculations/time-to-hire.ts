import type { VacancyPostCells } from '#contract';
import { daysBetween } from '../../../core/dates.ts';
import { medianAndMean } from './figures.ts';

const dates = {
  approved: 'Approval',
  advertised: 'advert',
  shortlisted: 'shortlisting',
  interviewed: 'interview',
  offered: 'offer',
  cleared: 'checks done',
  start: 'start',
} as const;
type Dated = keyof typeof dates;

/** Steps in which posts are timed. A tracker that skips one, such as shortlisting, is timed over the step as a whole. */
const pairs: readonly (readonly [Dated, Dated])[] = [
  ['approved', 'advertised'],
  ['advertised', 'shortlisted'],
  ['shortlisted', 'interviewed'],
  ['interviewed', 'offered'],
  ['advertised', 'offered'],
  ['offered', 'cleared'],
  ['cleared', 'start'],
  ['offered', 'start'],
];

/** Calendar days from one date to another over all posts that have both, whatever their stage is now. */
export function stepOf(posts: readonly VacancyPostCells[], from: Dated, to: Dated) {
  const days = posts.flatMap((post) => {
    const [first, last] = [post[from], post[to]];
    return first === null || last === null ? [] : [daysBetween(first, last)];
  });
  const title = `${dates[from]} to ${dates[to]}`;
  return {
    key: `${from} ${to}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    posts: days.length,
    ...medianAndMean(days),
  };
}

/** The steps of which at least one post has both dates. */
export const stepsOf = (posts: readonly VacancyPostCells[]) =>
  pairs.map(([from, to]) => stepOf(posts, from, to)).filter((step) => step.posts > 0);
