import { describe, expect, it } from 'vitest';
import { putStage } from '../../../electron/features/vacancies/plan-repository.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';

/** A trust whose vacancies were put at stages on earlier days, as they are when a person changes them then. */
async function openTrust() {
  const { client, context, sqlite, import: take } = await openImportingTrust(['Delivery Suite']);
  const on = async (day?: string) => (await client.vacancies.plan({ trust, ...(day ? { on: day } : {}) })).posts;
  const putOn = (key: string, day: string, stage: string) =>
    putStage(context.database, Number(sqlite.prepare('SELECT id FROM trust').pluck().get()), key, { day, stage });
  return { planner: client, take, on, putOn };
}

describe('the vacancy plan of an earlier day', () => {
  it('has a post entered by hand at the stage that it was put at last by then', async () => {
    const { planner, on, putOn } = await openTrust();
    const { key } = await planner.vacancies.addPost({ trust, post: 'Midwife', wte: 100_000, since: '2026-06-10' });
    putOn(key, '2026-07-01', 'advert');
    putOn(key, '2026-09-15', 'on_hold');
    await planner.vacancies.changePost({ trust, key, stage: 'interview' });
    expect(await on('2026-05-31')).toEqual([]);
    expect((await on('2026-06-30')).map(({ stage }) => stage)).toEqual(['approval']);
    expect((await on('2026-07-01')).map(({ stage }) => stage)).toEqual(['advert']);
    expect((await on('2026-10-31')).map(({ stage }) => stage)).toEqual(['on_hold']);
    expect((await on()).map(({ stage }) => stage)).toEqual(['interview']);
  });

  it('goes by the dates of a post that was entered later, and leaves out what came after the day', async () => {
    const { planner, on } = await openTrust();
    await planner.vacancies.addPost({
      trust,
      post: 'Midwife',
      wte: 100_000,
      stage: 'checks',
      since: '2026-05-01',
      approved: '2026-06-01',
      advertised: '2026-06-20',
      interviewed: '2026-08-03',
      offered: '2026-08-10',
    });
    const [june] = await on('2026-06-30');
    expect(june).toMatchObject({ stage: 'advert', interviewed: null, offered: null, age: 60 });
    expect((await on('2026-08-05'))[0]).toMatchObject({ stage: 'interview', offered: null });
    expect((await on('2026-09-30'))[0]).toMatchObject({ stage: 'conditional_offer', offered: '2026-08-10' });
  });

  it('has an offer that fell through later still as an offer, and undo takes its stage back too', async () => {
    const { planner, on, putOn } = await openTrust();
    const { key } = await planner.vacancies.addPost({ trust, post: 'Midwife', wte: 100_000, since: '2026-06-01' });
    putOn(key, '2026-09-01', 'conditional_offer');
    await planner.vacancies.offerFellThrough({ trust, key, fell: '2026-11-20', reason: null, backTo: 'advert' });
    const plan = await planner.vacancies.plan({ trust, on: '2026-10-31' });
    expect(plan).toMatchObject({ fallen: [], posts: [{ stage: 'conditional_offer' }] });
    expect((await on())[0]).toMatchObject({ stage: 'advert' });
    await planner.history.undo({ trust });
    await planner.history.undo({ trust });
    expect(await on('2026-10-31')).toEqual([]);
  });

  it.skipIf(!samplesAreHere)(`has a tracker’s post as the file has it until it was changed${ifSamples}`, async () => {
    const { planner, take, on, putOn } = await openTrust();
    await take(sampleFile('k_vacancy_tracker.xlsx'));
    const key = 'ref:417-mat-2604';
    const stageOf = async (day?: string) => (await on(day)).find((post) => post.key === key)?.stage;
    await planner.vacancies.changePost({ trust, key, stage: 'checks', offered: '2026-11-05' });
    putOn(key, '2026-11-06', 'conditional_offer');
    expect(await stageOf('2026-10-31')).toBe('interview');
    expect(await stageOf('2026-11-10')).toBe('conditional_offer');
    expect(await stageOf()).toBe('checks');
    expect((await on('2026-10-31')).find((post) => post.key === key)?.offered).toBeNull();
  });
});
