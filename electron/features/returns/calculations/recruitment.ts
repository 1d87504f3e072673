import type { ReturnFigure, VacancyPlan } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { countMeasure, wteMeasure } from './measures.ts';
import { counted, wteInWords } from './words.ts';

type Plan = Pick<
  VacancyPlan,
  'live' | 'offeredNotStarted' | 'aged' | 'likely' | 'approvalToOffer' | 'byRoute' | 'posts' | 'sources' | 'formulas'
>;

/** What the vacancy plan proves for 4.2: posts and WTE by how far they are and by route. Nothing without a post. */
export function recruitmentFigures(plan: Plan, on: string): ReturnFigure[] {
  if (plan.posts.length === 0) return [];
  const formula = (figure: string) => plan.formulas.find((one) => one.figure === figure)?.formula ?? null;
  const { live, offeredNotStarted, aged, likely, approvalToOffer, byRoute } = plan;
  const { numerator, denominator } = approvalToOffer.median;
  // The middle of two posts may be half a day.
  const median = denominator === 0 ? null : numerator / denominator;
  const routes = byRoute.map(({ routeName, posts, wte }) => `${routeName} ${posts} (${wteInWords(wte)})`);
  return [
    {
      key: 'vacancy plan',
      reference: '4.2',
      title: 'Vacancy plan',
      measures: [
        countMeasure('live', 'Live posts', live.posts, formula('live')),
        wteMeasure('liveWte', 'Live posts, WTE', live.wte),
        wteMeasure('offered', 'Offered, not started, WTE', offeredNotStarted.wte, formula('offeredNotStarted')),
        wteMeasure('likely', 'Likely to start, WTE', likely, formula('likely')),
        countMeasure('aged', `Vacant for more than ${aged.days} days`, aged.posts, formula('aged')),
        {
          ...countMeasure('approvalToOffer', 'Approval to offer, median days', null, formula('steps')),
          value: median === null || Number.isInteger(median) ? median : String(median),
        },
        ...byRoute.map(({ route, routeName, wte }) => wteMeasure(`route ${route ?? ''}`, `${routeName}, WTE`, wte)),
      ],
      source: `Vacancy plan: ${sourcesOf(plan)}`,
      of: `on ${dateInWords(on)}`,
      warnings:
        aged.unknown > 0 ? [`Of ${counted(aged.unknown, 'live post')} nobody has said since when it is vacant.`] : [],
      sentence:
        `On ${dateInWords(on)}, ${counted(live.posts, 'post')} (${wteInWords(live.wte)}) were being recruited to, of which ` +
        `${wteInWords(offeredNotStarted.wte)} had an offer and had not started; ${counted(aged.posts, 'post')} had been vacant for more than ${aged.days} days` +
        `${median === null ? '' : `; approval to offer took ${counted(median, 'day')} in the middle`}. By route: ${routes.join('; ')}.`,
    },
  ];
}

function sourcesOf({ sources, posts }: Pick<Plan, 'sources' | 'posts'>): string {
  const byHand = posts.filter(({ from }) => from === null).length;
  const said = sources.map(
    ({ fileName, committedAt }) => `${fileName}, imported on ${dateInWords(committedAt.slice(0, 10))}`,
  );
  return [...said, ...(byHand > 0 ? [`${counted(byHand, 'post')} entered by hand`] : [])].join('; ');
}
