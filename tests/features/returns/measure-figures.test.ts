import { expect, test } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { amount, wholeTrust } from '../establishment/assessment-samples.ts';
import { setLine } from '../../support/set-line.ts';
import { addTestTrust, openTestPlanner, type TestPlanner } from './planner.ts';

// Every figure here is worked out by hand beside it.
const Q2 = { trust: 'RX1', period: '2026-Q2' };
const trust = 'RX1';

async function opened(now = '2026-10-03T09:30:00.000Z'): Promise<TestPlanner> {
  const planner = openTestPlanner({ now });
  await addTestTrust(planner);
  await planner.client.returns.start(Q2);
  return planner;
}
const told = async ({ client }: TestPlanner, id: string, group: string | null = null) => {
  const { values } = await client.returns.measures(Q2);
  return values.find((one) => one.measure === id && one.group === group);
};
const pair = async (planner: TestPlanner, id: string, group: string | null = null) => {
  const value = await told(planner, id, group);
  return [value?.numerator, value?.denominator];
};

test('gaps: of 90 WTE required 86 are funded and 80.4 in post, so 4 and 9.6 are missing', async () => {
  const planner = await opened();
  expect(await pair(planner, 'funding-gap', 'Midwives')).toEqual([400_000, 9_000_000]);
  expect(await pair(planner, 'staffing-gap', 'Midwives')).toEqual([960_000, 9_000_000]);
  // Nothing is required of support workers, so the whole is that of midwives.
  expect(await pair(planner, 'funding-gap')).toEqual([400_000, 9_000_000]);
  // Vacancies need no requirement: 86 + 10 funded less 80.4 + 8.5 in post.
  expect(await pair(planner, 'vacancy-rate')).toEqual([710_000, 9_600_000]);
  expect(await pair(planner, 'establishment-fill', 'Maternity support workers')).toEqual([850_000, 1_000_000]);
});

test('requirements in date: both of two lines, until one is three years and a day old on the last day of the period', async () => {
  expect(await pair(await opened('2026-10-03T09:30:00.000Z'), 'requirements-in-date')).toEqual([2, 2]);
  const later = await opened();
  const { lines } = await later.client.establishment.sheet({ trust });
  const old = lines.find(({ required }) => required === 3_000_000);
  const set = (requiredDate: string) => setLine(later.client, { trust, id: old?.id ?? 0, requiredDate });
  await set('2023-09-30');
  expect(await pair(later, 'requirements-in-date')).toEqual([2, 2]);
  await set('2023-09-29');
  expect(await pair(later, 'requirements-in-date')).toEqual([1, 2]);
});

test('the basis of a return is its agreed assessment: tool, day, and the uplift with how it is used', async () => {
  const { client } = await opened();
  const basis = async () => (await client.returns.document(Q2)).measures.basis;
  expect(await basis()).toMatchObject({ tool: 'Birthrate+', assessedOn: '2025-03-01', uplift: null, upliftIs: null });
  const inputs = wholeTrust({ reference: 'BR-2026-01', date: '2026-03-31' });
  const areas = inputs.areas.map((area) => ({ ...area, unit: null }));
  const { id } = await client.establishment.addAssessment({ trust, inputs: { ...inputs, areas } });
  await client.establishment.setAssessmentStatus({ trust, id, status: 'agreed', supersedes: [] });
  expect(inputs.head.uplift).toBe(amount(24));
  const { uplift, ...rest } = await basis();
  expect(rest).toMatchObject({ tool: 'Birthrate+', assessedOn: '2026-03-31', upliftIs: 'add-on' });
  expect((uplift?.numerator ?? 0) / (uplift?.denominator ?? 1)).toBeCloseTo(0.24, 12);
});

test('first meetings and preceptors in time: 6 of 12 and 7 of 12 whose day was in the last twelve months', async () => {
  const planner = await opened();
  const { preceptorship } = planner.client;
  const start = '2026-06-01';
  for (let place = 0; place < 12; place++) {
    const { key } = await preceptorship.addPreceptee({ trust, name: `Starter ${place}`, start });
    // The framework wants a first meeting within two weeks, and a preceptor within one.
    const held = addDays(start, place < 6 ? 14 : 15);
    await preceptorship.recordMeeting({ trust, key, step: 'start', held });
    const from = addDays(start, place < 7 ? 7 : 8);
    await preceptorship.recordEvent({ trust, key, event: { kind: 'preceptor', from, preceptor: 'A preceptor' } });
  }
  expect(await pair(planner, 'first-meeting-on-time')).toEqual([6, 12]);
  expect(await pair(planner, 'preceptor-named-on-time')).toEqual([7, 12]);
});

test('mentors in time: 6 of 11 appointed in the last twelve months, the one of two years ago left out', async () => {
  const planner = await opened();
  const add = (name: string, appointed: string, days: number) =>
    planner.client.preceptorship.addMentoring({
      trust,
      name,
      band: '7',
      appointed,
      mentor: 'A mentor',
      mentorNamedOn: addDays(appointed, days),
    });
  for (let place = 0; place < 11; place++) await add(`Appointed ${place}`, '2026-05-01', place < 6 ? 28 : 29);
  await add('Long ago', '2024-05-01', 1);
  expect(await pair(planner, 'mentor-named-on-time')).toEqual([6, 11]);
});

test('flexible working: 7 of 12 requests decided in the last twelve months were granted; those that are open are left out', async () => {
  const planner = await opened();
  const { retention } = planner.client;
  const plain = { trust, name: 'Somebody', unit: 'Postnatal', band: '6', group: 'midwives', kind: 'set_days' };
  const add = (name: string, more: object) => retention.addRequest({ ...plain, name, asked: '2026-08-01', ...more });
  for (let place = 0; place < 12; place++)
    await add(`Asked ${place}`, {
      decided: '2026-08-20',
      ...(place < 7 ? { outcome: 'granted' } : { outcome: 'refused', ground: 'demand' }),
    });
  await add('Open', {});
  await add('Before', { asked: '2025-08-01', decided: '2025-08-20', outcome: 'granted' });
  expect(await pair(planner, 'flexible-working-granted')).toEqual([7, 12]);
});
