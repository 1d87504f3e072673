import type { Placements, VacancyPlan } from '#contract';
import {
  asOn,
  formulaOf,
  input,
  type MadeInput,
  type Making,
  makings,
  sides,
  wteInput,
} from '../../components/making.ts';
import { dateText, daysText, total, wteText } from '../../components/numbers.ts';

/** Live posts, offers, aged vacancies and time to hire. */
export function vacanciesMade(plan: VacancyPlan) {
  const { on, trackerDay, formulas, pack, live, offeredNotStarted, aged, approvalToOffer, fallenRate, posts } = plan;
  const made = makings(
    {
      on: asOn(on),
      imports: [{ kind: 'vacancy_tracker', last: trackerDay }],
      entered: ['Vacancies: posts, stages and dates'],
      packs: [pack.title],
    },
    input('Posts of the plan', posts.length),
  );
  return {
    live: made(
      `WTE of ${formulaOf(formulas, 'live')}`,
      input('Live posts', live.posts),
      wteInput('Likely to start', plan.likely),
    ),
    offered: made(
      `WTE of ${formulaOf(formulas, 'offeredNotStarted')}`,
      input('Such posts', offeredNotStarted.posts),
      ...sides(fallenRate, 'Offers that fell through', 'Offers made'),
    ),
    aged: made(
      formulaOf(formulas, 'aged'),
      input('Such posts', `${aged.posts}, ${wteText(aged.wte)} WTE`),
      input('Live posts', live.posts),
      input('Days', aged.days, 'by the rules'),
      input('Without a date', aged.unknown),
    ),
    approvalToOffer: {
      ...made(
        `the middle one, in order, of the ${formulaOf(formulas, 'steps')}: from approval to conditional offer`,
        input('Posts with both dates', approvalToOffer.posts),
      ),
      packs: [],
    },
  };
}

/** Places for students: what there is room for, released and filled. */
export function placementsMade({ all, weeks, formulas }: Placements) {
  const days = weeks.map(({ week }) => week).sort();
  const [first] = days;
  const made = (figure: string, ...inputs: MadeInput[]): Making => ({
    formula: `${formulaOf(formulas, figure)}; added over areas and weeks first`,
    inputs: [...inputs, input('Weeks of areas', weeks.length)],
    on: first
      ? first === days[days.length - 1]
        ? `week of ${dateText(first)}`
        : `weeks of ${daysText({ first, last: days[days.length - 1] ?? first })}`
      : 'no week entered',
    entered: ['Student placements: capacity of areas, and places released and filled'],
    packs: [],
  });
  const capacity = input('Capacity', all.capacity);
  const released = input('Released', all.released);
  const filled = input('Filled', all.filled);
  return {
    capacity: made(
      'capacity',
      input(
        'Supervised shifts',
        total(weeks, ({ supervisedShifts }) => supervisedShifts ?? 0),
      ),
    ),
    released: made('released', released, capacity),
    filled: made('filledOfReleased', filled, released),
    used: made('filledOfCapacity', filled, capacity),
  };
}
