import type { VacancyPlan, VacancyPost } from '#contract';
import type { Context } from '../../context.ts';
import { groupedBy } from '../../core/grouped.ts';
import { isOffered } from './calculations/stages.ts';
import { stepOf, stepsOf } from './calculations/time-to-hire.ts';
import type { StoredFallenOffer } from './plan-repository.ts';

const formulas: VacancyPlan['formulas'] = [
  { figure: 'live', formula: 'posts that are neither started nor withdrawn' },
  { figure: 'offeredNotStarted', formula: 'live posts from conditional offer to start date agreed' },
  {
    figure: 'aged',
    formula: 'live posts vacant for more days than the pack sets, since vacant, else approved, else advertised',
  },
  { figure: 'likely', formula: 'WTE of each live post × how many in a hundred of its stage start, summed' },
  {
    figure: 'steps',
    formula: 'calendar days between two dates of a post, over all posts with both, whatever their stage',
  },
  { figure: 'fallenRate', formula: 'offers that came to nothing ÷ (those + posts with an offer that stands)' },
  {
    figure: 'supernumerary',
    formula: 'supernumerary weeks of the post, else of its route, × 37.5 hours × WTE, from the start',
  },
];

/** Everything that is counted over the posts of a plan; their order makes no difference. */
export function planFigures(
  posts: readonly VacancyPost[],
  fallen: readonly StoredFallenOffer[],
  { recruitment, published }: Context['reference'],
): Pick<
  VacancyPlan,
  | 'stages'
  | 'live'
  | 'offeredNotStarted'
  | 'aged'
  | 'likely'
  | 'steps'
  | 'approvalToOffer'
  | 'approvalToStart'
  | 'fallen'
  | 'fallenRate'
  | 'byRoute'
  | 'formulas'
> {
  const live = posts.filter((post) => post.live);
  const aged = live.filter((post) => post.aged);
  const hasOffer = posts.filter(({ offered, stage }) => offered !== null && stage !== 'withdrawn').length;
  const withdrawnAfterOffer = posts.filter(({ offered, stage }) => offered !== null && stage === 'withdrawn');
  const fell = fallenShown(posts, fallen, withdrawnAfterOffer);
  return {
    stages: stagesOf(posts, recruitment, published.recruitment),
    live: sumOf(live),
    offeredNotStarted: sumOf(posts.filter(({ stage }) => isOffered(stage))),
    aged: { ...sumOf(aged), days: recruitment.agedDays, unknown: live.filter(({ age }) => age === null).length },
    likely: live.reduce((sum, { likelyWte }) => sum + likelyWte, 0),
    steps: stepsOf(posts),
    approvalToOffer: stepOf(posts, 'approved', 'offered'),
    approvalToStart: stepOf(posts, 'approved', 'start'),
    fallen: fell,
    fallenRate: { numerator: fell.length, denominator: fell.length + hasOffer },
    byRoute: routesOf(live),
    formulas,
  };
}

const sumOf = (posts: readonly VacancyPost[]) => ({
  posts: posts.length,
  wte: posts.reduce((sum, { wte }) => sum + wte, 0),
});

function stagesOf(
  posts: readonly VacancyPost[],
  { stages }: Context['reference']['recruitment'],
  published: Context['reference']['recruitment'],
): VacancyPlan['stages'] {
  const known = stages.map(({ key, name, probability, weeksToStart }) => ({
    key,
    name,
    probability,
    packProbability: published.stages.find((stage) => stage.key === key)?.probability ?? probability,
    weeksToStart,
    ...sumOf(posts.filter(({ stage }) => stage === key)),
  }));
  const words = [...new Set(posts.map(({ stage }) => stage ?? ''))].filter(
    (word) => !stages.some(({ key }) => key === word),
  );
  const strange = words.sort().map((word) => ({
    key: word,
    name: word || 'No stage',
    probability: 0,
    packProbability: 0,
    weeksToStart: 0,
    ...sumOf(posts.filter(({ stage }) => (stage ?? '') === word)),
  }));
  return [...strange, ...known];
}

function routesOf(live: readonly VacancyPost[]): VacancyPlan['byRoute'] {
  return [...groupedBy(live, ({ routeName }) => routeName)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([routeName, posts]) => ({
      route: posts[0]?.route ?? null,
      routeName,
      ...sumOf(posts),
      likely: posts.reduce((sum, { likelyWte }) => sum + likelyWte, 0),
    }));
}

/** Offers that were noted as fallen through, and posts withdrawn after their offer that no note speaks of. */
function fallenShown(
  posts: readonly VacancyPost[],
  fallen: readonly StoredFallenOffer[],
  withdrawn: readonly VacancyPost[],
): VacancyPlan['fallen'] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const noted = fallen.map(({ id, vacancyKey, offered, fell, reason, stage, route }) => {
    const post = byKey.get(vacancyKey);
    return {
      id,
      key: vacancyKey,
      post: post ? titleOf(post) : vacancyKey,
      offered,
      fell,
      stageName: stage,
      routeName: route,
      reason,
    };
  });
  const unnoted = withdrawn
    .filter(({ key, offered }) => !fallen.some((one) => one.vacancyKey === key && one.offered === offered))
    .map((post) => ({
      id: null,
      key: post.key,
      post: titleOf(post),
      offered: post.offered,
      fell: null,
      stageName: 'Withdrawn',
      routeName: post.routeName,
      reason: 'Withdrawn after the offer',
    }));
  return [...noted, ...unnoted];
}

/** A post as a person names it: "Midwife, Band 6, Delivery Suite". */
export function titleOf({ post, band, unit, vacancyRef }: Pick<VacancyPost, 'post' | 'band' | 'unit' | 'vacancyRef'>) {
  const named = [post, band && band !== '-' && !post?.includes(`Band ${band}`) ? `Band ${band}` : null, unit];
  return named.filter(Boolean).join(', ') || vacancyRef || 'Post without a name';
}
