import { describe, expect, it } from 'vitest';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';

async function openTrust() {
  const { client, sqlite, import: take } = await openImportingTrust(['Delivery Suite']);
  return { planner: client, sqlite, take, plan: () => client.vacancies.plan({ trust }) };
}

describe('vacancies entered by hand', () => {
  it('a new vacancy is a live post, with its age since it fell vacant, and can be undone', async () => {
    const { planner, plan } = await openTrust();
    // The clock stands at 21 November 2026: 1 August to then is 31 + 30 + 31 + 20 = 112 days.
    const { key } = await planner.vacancies.addPost({
      trust,
      post: 'Midwife',
      band: '6',
      unit: 'Delivery Suite',
      wte: 80_000,
      since: '2026-08-01',
      reason: 'Leaver',
    });
    const before = await plan();
    expect(before.posts).toMatchObject([
      { key, group: 'midwives', stage: 'approval', live: true, age: 112, aged: true, from: null },
    ]);
    expect(before).toMatchObject({ live: { posts: 1, wte: 80_000 }, aged: { posts: 1, wte: 80_000, days: 90 } });
    await planner.history.undo({ trust });
    expect((await plan()).posts).toEqual([]);
    await planner.history.redo({ trust });
    expect((await plan()).posts).toEqual(before.posts);
  });

  it('a newly qualified midwife is out of the numbers for four weeks from the start, by hours pro rata', async () => {
    const { planner, plan } = await openTrust();
    await planner.vacancies.addPost({
      trust,
      post: 'Midwife',
      band: '5',
      wte: 60_000,
      stage: 'start_agreed',
      route: 'newly_qualified',
      cohort: 'September 2027',
      university: 'University of Fernhollow',
      start: '2027-09-06',
    });
    const [post] = (await plan()).posts;
    // 150 hours x 0.6 = 90 hours = 5,400 minutes; 150 / 37.5 = 4 weeks, so in the numbers from 4 October 2027.
    expect(post?.supernumerary).toEqual({ weeks: 4, from: '2027-09-06', until: '2027-10-04', minutes: 5400 });
    await planner.vacancies.changePost({ trust, key: post?.key ?? '', route: 'experienced' });
    expect((await plan()).posts[0]?.supernumerary).toBeNull();
  });

  it('a likelihood is the post’s own, else the trust’s for its stage, else that of the pack', async () => {
    const { planner, plan } = await openTrust();
    const { key } = await planner.vacancies.addPost({
      trust,
      post: 'Midwife',
      wte: 100_000,
      stage: 'conditional_offer',
    });
    expect((await plan()).posts[0]).toMatchObject({ likely: 80, likelyWte: 80_000 });
    await planner.vacancies.setProbability({ trust, stage: 'conditional_offer', percent: 70 });
    expect((await plan()).posts[0]).toMatchObject({ likely: 70, likelyWte: 70_000 });
    await planner.vacancies.changePost({ trust, key, probability: 95 });
    expect((await plan()).posts[0]).toMatchObject({ likely: 95, likelyWte: 95_000 });
    await planner.vacancies.changePost({ trust, key, probability: null });
    await planner.vacancies.setProbability({ trust, stage: 'conditional_offer', percent: null });
    expect((await plan()).posts[0]).toMatchObject({ likely: 80, likelyWte: 80_000 });
  });

  it('a post without a start date is reckoned to start so many weeks from today as its stage takes', async () => {
    const { planner, plan } = await openTrust();
    const { key } = await planner.vacancies.addPost({ trust, post: 'Midwife', wte: 100_000, stage: 'checks' });
    // 8 weeks after 21 November 2026.
    expect((await plan()).posts[0]).toMatchObject({ startsOn: '2027-01-16', startFrom: 'stage' });
    await planner.vacancies.changePost({ trust, key, expectedStart: '2027-03-01' });
    expect((await plan()).posts[0]).toMatchObject({ startsOn: '2027-03-01', startFrom: 'expected' });
    await planner.vacancies.changePost({ trust, key, stage: 'withdrawn' });
    expect((await plan()).posts[0]).toMatchObject({ startsOn: null, startFrom: 'none', likely: 0 });
  });

  it('an offer that falls through is kept, and the post goes back to advert without its offer', async () => {
    const { planner, plan } = await openTrust();
    const { key } = await planner.vacancies.addPost({
      trust,
      post: 'Midwife',
      wte: 100_000,
      stage: 'checks',
      route: 'experienced',
      advertised: '2026-08-01',
      offered: '2026-09-10',
      candidate: 'A. Person',
    });
    await planner.vacancies.offerFellThrough({
      trust,
      key,
      fell: '2026-10-01',
      reason: 'Took a post nearer home',
      backTo: 'advert',
    });
    const { posts, fallen, fallenRate } = await plan();
    expect(posts[0]).toMatchObject({ stage: 'advert', offered: null, candidate: null, advertised: '2026-08-01' });
    expect(fallen).toMatchObject([
      {
        offered: '2026-09-10',
        fell: '2026-10-01',
        reason: 'Took a post nearer home',
        stageName: 'Pre-employment checks',
      },
    ]);
    expect(fallenRate).toEqual({ numerator: 1, denominator: 1 });
    await planner.history.undo({ trust });
    expect(await plan()).toMatchObject({ fallen: [], posts: [{ stage: 'checks', offered: '2026-09-10' }] });
  });

  it('what there is no choice of is refused in words, and nothing changes', async () => {
    const { planner, plan } = await openTrust();
    const refused = await refusalOf(planner.vacancies.addPost({ trust, wte: 100_000, stage: 'nearly' }));
    expect(refused).toMatchObject({ code: 'NO_SUCH_CHOICE', message: expect.stringContaining('“nearly” is no stage') });
    expect(await refusalOf(planner.vacancies.removePost({ trust, key: 'own:9' }))).toMatchObject({ code: 'NOT_THERE' });
    expect((await plan()).posts).toEqual([]);
  });
});

describe.skipIf(!samplesAreHere)(`the sample vacancy tracker${ifSamples}`, () => {
  const file = 'k_vacancy_tracker.xlsx';
  const expected = expectedOf(file) as {
    live_posts: number;
    posts_by_stage: Record<string, number>;
    posts_with_offer: number;
  };

  it('and posts entered by hand are one list, with the tracker’s figures as they are given', async () => {
    const { planner, take, plan } = await openTrust();
    await take(sampleFile(file));
    const figures = await plan();
    expect(figures).toMatchObject({
      trackerDay: '2026-10-30',
      live: { posts: expected.live_posts, wte: 2_180_000 },
      offeredNotStarted: { wte: 940_000 },
      // 928 days over 17 posts are 54.59, as printed.
      approvalToOffer: { posts: expected.posts_with_offer, median: { numerator: 51, denominator: 1 } },
    });
    const started = figures.stages.find(({ name }) => name === 'Started');
    expect(started).toMatchObject({ posts: 5, wte: 420_000 });
    const { mean } = figures.approvalToOffer;
    expect((mean.numerator / mean.denominator).toFixed(2)).toBe('54.59');
    for (const { name, posts } of figures.stages) expect(posts).toBe(expected.posts_by_stage[name.toLowerCase()] ?? 0);
    await planner.vacancies.addPost({ trust, post: 'Midwife', wte: 100_000 });
    expect((await plan()).live).toEqual({ posts: 28, wte: 2_280_000 });
  });

  it('a post of the tracker that is changed keeps what the file said, and goes back to it', async () => {
    const { planner, take, plan } = await openTrust();
    await take(sampleFile(file));
    const key = 'ref:417-mat-2604';
    const post = async () => (await plan()).posts.find((one) => one.key === key);
    await planner.vacancies.changePost({ trust, key, stage: 'conditional_offer', offered: '2026-11-05', wte: 80_000 });
    expect(await post()).toMatchObject({
      stage: 'conditional_offer',
      wte: 80_000,
      from: { fileName: file, sheet: 'Tracker' },
      edited: [
        { field: 'wte', file: '60000' },
        { field: 'offered', file: null },
        { field: 'stage', file: 'interview' },
      ],
    });
    await planner.vacancies.changePost({ trust, key, wte: 60_000 });
    expect((await post())?.edited.map(({ field }) => field)).toEqual(['offered', 'stage']);
    await planner.vacancies.resetPost({ trust, key });
    expect(await post()).toMatchObject({ stage: 'interview', offered: null, wte: 60_000, edited: [] });
    await planner.history.undo({ trust });
    expect(await post()).toMatchObject({ stage: 'conditional_offer' });
  });

  it('a post of the tracker is not removed but withdrawn', async () => {
    const { planner, take } = await openTrust();
    await take(sampleFile(file));
    const refused = await refusalOf(planner.vacancies.removePost({ trust, key: 'ref:417-mat-2604' }));
    expect(refused).toMatchObject({ code: 'FROM_A_FILE' });
  });

  it('whoever is newly qualified or returning is out of the numbers for 4 weeks, the others are not', async () => {
    const { take, plan } = await openTrust();
    await take(sampleFile(file));
    for (const { route, supernumerary, startsOn } of (await plan()).posts) {
      const beside = startsOn !== null && (route === 'newly_qualified' || route === 'return_to_practice');
      expect(supernumerary?.weeks ?? 0).toBe(beside ? 4 : 0);
    }
  });
});
