import { describe, expect, it } from 'vitest';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { wholeTrust } from '../establishment/assessment-samples.ts';

const trust = 'T1';
const nobodyLeaves = { leaverRates: { midwives: 0, support: 0 } };

async function openWithLines() {
  const { client, context } = await openImportingTrust(['Delivery Suite']);
  const unit = (await client.organisation.overview()).trusts[0]?.units[0]?.id ?? 0;
  const line = { trust, unit, staffGroup: 'midwives' };
  await client.establishment.addLine({ ...line, band: '5', required: 1_100_000, funded: 1_000_000, inPost: 800_000 });
  await client.establishment.addLine({ ...line, band: '6', required: 4_400_000, funded: 4_000_000, inPost: 3_900_000 });
  return { client, context };
}
const run = async (client: Awaited<ReturnType<typeof openWithLines>>['client'], ask: object = {}) => {
  const forecast = await client.forecast.run({ trust, group: 'midwives', ...ask });
  if (forecast === null) throw new Error('There is no forecast');
  return forecast;
};

describe('the forecast of an establishment as entered', () => {
  it('is null as long as nobody is known to be in post', async () => {
    const { client } = await openImportingTrust();
    expect(await client.forecast.run({ trust })).toBeNull();
  });

  it('goes to March 2028 at least, a later month may be chosen and an earlier one is refused', async () => {
    const { client } = await openWithLines();
    expect((await run(client)).to).toBe('2028-03');
    expect((await run(client, { to: '2030-09' })).months.at(-1)?.month).toBe('2030-09');
    expect(await refusalOf(client.forecast.run({ trust, to: '2027-12' }))).toMatchObject({ code: 'TOO_SHORT' });
  });

  it('starts from what was entered, without a range, and says what is missing', async () => {
    const { client } = await openWithLines();
    const { now, months, remarks, parts } = await run(client);
    expect(now).toMatchObject({ inPost: 4_700_000, funded: 5_000_000, required: 5_500_000, available: null });
    expect(months[0]).toMatchObject({ inPost: 4_700_000, low: null, high: null });
    expect(parts.map(({ key }) => key)).toEqual(['5', '6']);
    expect(remarks.map(({ code }) => code)).toEqual(['staff_list_missing', 'no_range', 'census_within_month']);
  });

  it('rolls a pledged start of the vacancy plan in by the likelihood that is set', async () => {
    const { client } = await openWithLines();
    await client.vacancies.addPost({
      trust,
      post: 'Midwife',
      band: '6',
      wte: 100_000,
      stage: 'start_agreed',
      start: '2027-01-04',
    });
    const january = async () => (await run(client)).months.find(({ month }) => month === '2027-01');
    expect(await january()).toMatchObject({ starters: { plan: 95_000 }, inPost: 4_795_000 });
    await client.vacancies.setProbability({ trust, stage: 'start_agreed', percent: 100 });
    expect(await january()).toMatchObject({ starters: { plan: 100_000 }, inPost: 4_800_000 });
  });

  it('says the month in which one WTE more a month reaches the funded level: 3.00 short is the third month', async () => {
    const { client } = await openWithLines();
    const { oneMore, fundedReached } = await run(client);
    expect(fundedReached).toMatchObject({ month: null, shortAtEnd: 300_000 });
    // Today is in November 2026: November, December, January.
    expect(oneMore).toMatchObject({ band: 'Band 5', funded: { month: '2027-01' } });
  });
});

describe('scenarios', () => {
  it('are named, copied, compared, changed and removed, and each step can be undone', async () => {
    const { client } = await openWithLines();
    const starters = [{ group: 'midwives', band: '5', wte: 150_000, from: null, to: null }];
    const { id } = await client.forecast.addScenario({ trust, name: 'Recruit', changes: { starters } });
    const copy = await client.forecast.copyScenario({ trust, id, name: 'Recruit more' });
    await client.forecast.changeScenario({
      trust,
      id: copy.id,
      changes: { starters: [{ ...starters[0]!, wte: 300_000 }] },
    });
    const compared = await client.forecast.compare({ trust, group: 'midwives', scenarios: [id, copy.id] });
    expect(compared?.all.map(({ name, fundedReached }) => [name, fundedReached.month])).toEqual([
      ['As assumed', null],
      ['Recruit', '2026-12'],
      ['Recruit more', '2026-11'],
    ]);
    await client.forecast.removeScenario({ trust, id });
    const names = async () => (await client.forecast.scenarios({ trust })).map(({ name }) => name);
    expect(await names()).toEqual(['Recruit more']);
    for (let step = 0; step < 4; step += 1) await client.history.undo({ trust });
    expect(await names()).toEqual([]);
  });

  it('keep to what they change, and follow the trust in the rest', async () => {
    const { client } = await openWithLines();
    const { id } = await client.forecast.addScenario({ trust, name: 'Later', changes: { delayMonths: 2 } });
    await client.forecast.setAssumptions({
      trust,
      assumptions: { leaverRates: { midwives: 1200 }, leaverMode: 'twelfth' },
    });
    const { months, assumptions } = await run(client, { scenario: id });
    expect(assumptions).toEqual({ leaverRates: { midwives: 1200 }, leaverMode: 'twelfth', delayMonths: 2 });
    // 1 % of 8.00 and of 39.00 WTE.
    expect(months[0]?.leavers).toBe(8_000 + 39_000);
  });

  it('two cannot have one name', async () => {
    const { client } = await openWithLines();
    await client.forecast.addScenario({ trust, name: 'Recruit', changes: {} });
    const again = await refusalOf(client.forecast.addScenario({ trust, name: 'Recruit', changes: {} }));
    expect(again).toMatchObject({ code: 'NAME_TAKEN', message: expect.stringContaining('“Recruit”') });
  });

  it('what is tried out is not saved', async () => {
    const { client } = await openWithLines();
    await run(client, { tried: nobodyLeaves });
    expect((await run(client)).assumptions).toEqual({});
    expect((await client.history.historyState({ trust })).undo).not.toContain('forecast');
  });
});

describe.skipIf(!samplesAreHere)(`the forecast of the samples${ifSamples}`, () => {
  const open = async () => {
    const { client, import: take } = await openImportingTrust();
    for (const file of [
      'k_vacancy_tracker',
      'e_esr_staff_in_post_2026-10-31',
      'f_ledger_establishment_2026-10',
      'g_leavers_24_months',
    ])
      await take(sampleFile(`${file}.xlsx`));
    return client;
  };

  it('starts from the funded posts and the staff in post that the samples give, by staff group and band', async () => {
    const client = await open();
    const midwives = await run(client);
    expect(midwives.census).toBe('2026-10-31');
    expect(midwives.now).toMatchObject({ funded: 13_645_000 });
    expect((midwives.now.inPost / 100_000).toFixed(2)).toBe('125.63');
    expect(
      midwives.parts.map(({ key, now }) => [key, (now.inPost / 100_000).toFixed(2), (now.funded ?? 0) / 100_000]),
    ).toEqual([
      ['5', '11.20', 12.25],
      ['6', '82.01', 90.75],
      ['7', '26.62', 27.65],
      ['8a', '3.00', 3],
      ['8b', '1.80', 1.8],
      ['8d', '1.00', 1],
    ]);
    const support = await run(client, { group: 'support' });
    expect((support.now.inPost / 100_000).toFixed(2)).toBe('39.04');
  });

  it('takes the leavers of the twelve months to 31 October 2026 by WTE, with their range', async () => {
    const client = await open();
    const { history, months } = await run(client);
    const leavers = await client.staff.leavers({ trust });
    const own = leavers?.groups.find(({ key }) => key === 'midwives')?.leaverRateFte;
    const midwives = history.find(({ group }) => group === 'midwives');
    const value = (rate: { numerator: number; denominator: number } | null | undefined) =>
      rate ? rate.numerator / rate.denominator : 0;
    expect(value(midwives?.rate)).toBeCloseTo(value(own), 10);
    expect(value(midwives?.lowest)).toBeLessThanOrEqual(value(own));
    expect(value(midwives?.highest)).toBeGreaterThanOrEqual(value(own));
    for (const { low, high, inPost } of months) {
      expect(low).toBeLessThanOrEqual(inPost);
      expect(high).toBeGreaterThanOrEqual(inPost);
    }
  });

  it('leaves doctors out of all staff groups, since no ledger says how many are funded', async () => {
    const { leftOut } = await run(await open(), { group: null });
    expect(leftOut).toContain('Doctors');
  });
});

describe('the agreed assessment drives what births and uplift change', () => {
  it('area by area: births of the areas that count cases, and none before an assessment is agreed', async () => {
    const { client } = await openWithLines();
    const { id } = await client.establishment.addAssessment({
      trust,
      inputs: wholeTrust({ reference: 'BR-2026-01', date: '2026-01-31' }),
    });
    const births = { now: 4360, steps: [{ from: '2027-04', births: 4578 }] };
    const draft = await run(client, { tried: { births } });
    expect(draft.assessment).toBeNull();
    expect(draft.remarks.map(({ code }) => code)).toContain('no_chain');
    // Without areas to say what births drive, all 55.00 WTE grow by 5 %.
    expect(draft.months.at(-1)?.required).toBe(5_775_000);

    await client.establishment.setAssessmentStatus({ trust, id, status: 'agreed', supersedes: [] });
    const { months, assessment, remarks } = await run(client, { tried: { births } });
    expect(remarks.map(({ code }) => code)).not.toContain('no_chain');
    expect(assessment).toMatchObject({
      name: 'BR-2026-01',
      births: 4360,
      uplift: 2400,
      midwives: 9000,
      specialist: 900,
    });
    expect(assessment?.areas.map(({ name, follows }) => [name, follows])).toEqual([
      ['Delivery suite', true],
      ['Birth centre', true],
      ['Antenatal ward', true],
      ['Postnatal ward', true],
      ['Triage', false],
      ['Clinics', false],
      ['Day assessment', false],
      ['Community', true],
    ]);
    // 124.45918 x 0.05 x 0.99 = 6.16073 more midwives than the 55.00 that are entered
    expect(months.at(-1)?.required).toBe(5_500_000 + 616_073);
  });

  it('continuity caseload and who starts beside the numbers are the trust’s own values where it has set them', async () => {
    const { client } = await openWithLines();
    const continuity = [{ from: '2027-01', women: 360, released: 0 }];
    const required = async () => (await run(client, { tried: { continuity } })).months.at(-1)?.required;
    expect(await required()).toBe(5_500_000 + 1_000_000);
    await client.organisation.setRule({ trust, pack: 'forecast-rules', path: 'womenPerContinuityWte', value: 40 });
    expect(await required()).toBe(5_500_000 + 900_000);
  });
});
