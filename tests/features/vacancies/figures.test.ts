import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { vacanciesAsExpected } from '../../../electron/features/vacancies/calculations/as-expected.ts';
import { vacancyFigures } from '../../../electron/features/vacancies/calculations/figures.ts';
import type { VacancyEntry } from '../../../electron/features/vacancies/entries.ts';

const bare: VacancyEntry = {
  row: 1,
  day: '2026-10-30',
  vacancyRef: null,
  post: null,
  band: null,
  unit: null,
  wte: 100_000,
  reason: null,
  approved: null,
  advertised: null,
  offered: null,
  start: null,
  stage: null,
  source: null,
  notes: null,
};
const post = (fields: Partial<VacancyEntry>): VacancyEntry => ({ ...bare, ...fields });
const figures = (posts: readonly VacancyEntry[]) => vacanciesAsExpected(vacancyFigures(posts));
const offeredAfter = (days: number) => post({ approved: '2026-03-01', offered: addDays('2026-03-01', days) });

const date = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2026-01-01', days));
const vacancies = fc.array(
  fc.record({
    wte: fc.integer({ min: 0, max: 200_000 }),
    approved: fc.option(date),
    offered: fc.option(date),
    stage: fc.option(
      fc.constantFrom(
        'approval',
        'advert',
        'conditional_offer',
        'checks',
        'start_agreed',
        'started',
        'withdrawn',
        'Parked',
        'parked',
      ),
    ),
    source: fc.option(fc.constantFrom('experienced', 'international', 'Armed forces', 'ARMED FORCES')),
  }),
);
const posts = vacancies.map((some) => some.map(post));

describe('the figures of a vacancy tracker', () => {
  it('are the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(posts, fc.infiniteStream(fc.nat()), (some, keys) => {
        const shuffled = some
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(figures(shuffled)).toEqual(figures(some));
      }),
    );
  });

  it('add up: the stages to all posts, live posts and those started and withdrawn to all, sources to what is offered', () => {
    fc.assert(
      fc.property(posts, (some) => {
        const { byStage, live, started, offeredNotStarted, offeredBySource } = vacancyFigures(some);
        const all = some.reduce((sum, { wte }) => sum + wte, 0);
        const wte = (groups: Iterable<{ wte: number }>) => [...groups].reduce((sum, one) => sum + one.wte, 0);
        expect(wte(byStage.values())).toBe(all);
        expect([...byStage.values()].reduce((sum, one) => sum + one.posts, 0)).toBe(some.length);
        expect(live.wte + started.wte + (byStage.get('withdrawn')?.wte ?? 0)).toBe(all);
        expect(wte(offeredBySource.values())).toBe(offeredNotStarted.wte);
        expect(offeredNotStarted.wte).toBeLessThanOrEqual(live.wte);
      }),
    );
  });

  it('the median of an even number of posts lies half way between the two in the middle', () => {
    expect(figures([10, 30, 31, 90].map(offeredAfter))).toMatchObject({
      approval_to_offer_days_median: 30.5,
      approval_to_offer_days_mean: 40.25,
    });
    expect(figures([90, 10, 31].map(offeredAfter))).toMatchObject({
      approval_to_offer_days_median: 31,
      approval_to_offer_days_mean: 43.67,
    });
  });

  it('without posts there are no days and no WTE', () => {
    expect(figures([])).toMatchObject({
      posts_by_stage: {},
      live_wte: 0,
      approval_to_offer_days_median: null,
      posts_with_offer: 0,
    });
  });

  it('a post without a stage, or at one that nobody knows, is live; one on hold too', () => {
    const some = [post({}), post({ stage: 'Parked' }), post({ stage: 'on_hold' }), post({ stage: 'withdrawn' })];
    expect(figures(some)).toMatchObject({
      live_posts: 3,
      posts_by_stage: { '(blank)': 1, parked: 1, 'on hold': 1, withdrawn: 1 },
    });
  });
});
