import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadReference } from '../../../electron/reference/load.ts';
import { replaceableIn, withOwnValues } from '../../../electron/reference/own-values.ts';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';

const trust = 'RX1';
let world: ReturnType<typeof openTestPlanner>;

async function ruleOf(pack: string, path: string, of = trust) {
  const packs = await world.planner.organisation.rules({ trust: of });
  return packs.find(({ id }) => id === pack)?.values.find((rule) => rule.path === path);
}

beforeEach(async () => {
  world = openTestPlanner();
  for (const code of [trust, 'RX2'])
    await world.planner.organisation.addTrust({ code, name: `Trust ${code}`, system: null, sites: [], units: [] });
});

const recruitment = 'recruitment-rules';
const agedDays = { trust, pack: recruitment, path: 'agedDays' };
const agreed = { agreedBy: 'Workforce group', why: 'Approvals take four months here' };

describe('a value of a pack that the trust replaces by its own', () => {
  test('stands beside the published one with who agreed it, why and when, and every vacancy is aged by it', async () => {
    const { planner, context } = world;
    await planner.vacancies.addPost({ trust, wte: 100_000, since: '2026-07-01' });
    const aged = async () => (await planner.vacancies.plan({ trust })).aged;
    expect(await aged()).toMatchObject({ days: 90, posts: 1 });
    await planner.organisation.setRule({ ...agedDays, value: 150, ...agreed });
    expect(await aged()).toMatchObject({ days: 150, posts: 0 });
    expect(await ruleOf(recruitment, 'agedDays')).toMatchObject({
      published: 90,
      own: { value: 150, ...agreed, publishedThen: 90, used: true, setAt: context.now() },
    });
  });

  test('is one trust’s and no other’s, also when the code is typed in small letters', async () => {
    const { planner } = world;
    await planner.organisation.setRule({ ...agedDays, trust: 'rx1', value: 150 });
    expect((await planner.vacancies.plan({ trust: 'RX2' })).aged.days).toBe(90);
    expect((await planner.vacancies.plan({ trust: 'rx1' })).aged.days).toBe(150);
    expect((await ruleOf(recruitment, 'agedDays', 'RX2'))?.own).toBeNull();
  });

  test('can be undone and done again, reset, and is taken back by entering the published one', async () => {
    const { planner } = world;
    const days = async () => (await planner.vacancies.plan({ trust })).aged.days;
    const { label } = await planner.organisation.setRule({ ...agedDays, value: 120 });
    expect(label).toBe('A vacancy is aged after more than: 120 in place of 90');
    await planner.history.undo({ trust });
    expect(await days()).toBe(90);
    await planner.history.redo({ trust });
    expect(await days()).toBe(120);
    await planner.organisation.resetRule(agedDays);
    expect(await days()).toBe(90);
    await planner.organisation.setRule({ ...agedDays, value: 60 });
    await planner.organisation.setRule({ ...agedDays, value: 90 });
    expect((await ruleOf(recruitment, 'agedDays'))?.own).toBeNull();
    expect(await planner.organisation.resetRule(agedDays)).toEqual({ label: null });
  });

  test.each([
    [recruitment, 'stages[advert].probability', 140, 'use 100 or less'],
    [recruitment, 'stages[advert].weeksToStart', 2.5, 'use a whole number'],
    [recruitment, 'agedDays', 'many', 'enter a number'],
    ['forecast-rules', 'horizon', '2028-3', 'expected a month'],
  ])('is refused with a reason where the rules of %s do not take it: %s %s', async (pack, path, value, reason) => {
    const refusal = await refusalOf(world.planner.organisation.setRule({ trust, pack, path, value }));
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining(reason) });
    expect(refusal.message).toContain('Nothing was changed.');
    expect((await ruleOf(pack, path))?.own).toBeNull();
  });

  test('is refused where there is no such place', async () => {
    const nowhere = { trust, pack: recruitment, path: 'stages[nowhere].probability', value: 1 };
    expect((await refusalOf(world.planner.organisation.setRule(nowhere))).code).toBe('NOT_THERE');
  });

  test('is entered as it is read: 20 % of those aged 60 to 64 retire in a year, kept as hundredths', async () => {
    const { planner } = world;
    const path = 'retirements[60 to 64].rate';
    expect(await ruleOf('forecast-rules', path)).toMatchObject({ published: 18, unit: '%', name: expect.any(String) });
    await planner.organisation.setRule({ trust, pack: 'forecast-rules', path, value: 20.5 });
    expect((await ruleOf('forecast-rules', path))?.own?.value).toBe(20.5);
  });
});

test('the likelihood of a stage that is set beside the vacancies is the same value', async () => {
  const { planner } = world;
  await planner.vacancies.setProbability({ trust, stage: 'advert', percent: 55 });
  expect((await ruleOf(recruitment, 'stages[advert].probability'))?.own?.value).toBe(55);
  await planner.organisation.setRule({ trust, pack: recruitment, path: 'stages[advert].probability', value: 65 });
  const stage = (await planner.vacancies.plan({ trust })).stages.find(({ key }) => key === 'advert');
  expect(stage).toMatchObject({ probability: 65, packProbability: 40 });
});

describe('every pack', () => {
  const reference = loadReference(join(import.meta.dirname, '../../../resources'));

  test('names each value once, and each can be given back to its pack as it is', () => {
    for (const source of reference.sources) {
      const values = replaceableIn(source);
      const twice = (key: 'path' | 'name') => values.length - new Set(values.map((value) => value[key])).size;
      expect([source.pack.id, twice('path'), twice('name')]).toEqual([source.pack.id, 0, 0]);
      for (const { name } of values) expect(name).not.toMatch(/[{}]|undefined|: ?$/);
      const own = values.map(({ path, published }) => ({ pack: source.pack.id, path, value: published }));
      const same = withOwnValues(reference, own);
      expect(same.sources.find(({ pack }) => pack.id === source.pack.id)?.pack).toEqual(source.pack);
    }
    expect(reference.sources.flatMap(replaceableIn).length).toBeGreaterThan(80);
  });

  test('leaves out a value whose place it does not have, and takes the others', () => {
    const own = [
      { pack: recruitment, path: 'stages[gone].probability', value: 5 },
      { pack: recruitment, path: 'agedDays', value: 30 },
    ];
    expect(withOwnValues(reference, own).recruitment.agedDays).toBe(30);
    expect(reference.recruitment.agedDays).toBe(90);
    expect(withOwnValues(reference, own).published).toBe(reference);
  });
});
