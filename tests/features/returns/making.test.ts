import { beforeEach, expect, test } from 'vitest';
import { addTestTrust, openTestPlanner, refusalOf, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
});

const Q2 = { trust: 'RX1', period: '2026-Q2' };
const answer = (reference: string, field: 'status' | 'evidence' | 'risk', value: string) =>
  planner.client.returns.save({ ...Q2, reference, change: { field, value } as never });

test('before it is made, every line without a status, without evidence or without a risk is named', async () => {
  await planner.client.returns.start(Q2);
  await answer('4.1', 'status', 'green');
  await answer('4.2', 'status', 'red');
  await answer('4.3', 'status', 'blue');
  await answer('4.3', 'evidence', 'Roles filled');
  await answer('5.1', 'status', 'amber');
  await answer('5.1', 'risk', 'Staff survey is late');
  const { findings, madeAt, changes } = await planner.client.returns.review(Q2);
  expect(findings.slice(0, 3)).toEqual([
    { reference: '4.1', field: 'evidence', message: '4.1 is “On track” without evidence.' },
    { reference: '4.2', field: 'risk', message: '4.2 is “Off track” without a risk.' },
    { reference: '5.2', field: 'status', message: '5.2 has no status yet.' },
  ]);
  expect(findings.map(({ reference }) => reference)).not.toContain('4.3');
  expect([findings.length, madeAt, changes]).toEqual([10, null, []]);
});

test('a made return keeps its answers and figures with the app and the packs that made them', async () => {
  await planner.client.returns.start(Q2);
  await answer('4.1', 'status', 'amber');
  await planner.client.returns.make(Q2);
  await answer('4.1', 'status', 'green');
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await planner.client.establishment.setLine({ trust: 'RX1', id: lines[0]?.id ?? 0, inPost: 5_100_000 });
  const made = await planner.client.returns.made(Q2);
  expect(made).toMatchObject({
    madeAt: '2026-10-03T09:30:00.000Z',
    appVersion: '0.1.0',
    system: { name: 'Mallowmere LMNS' },
  });
  expect(made.packs.map(({ id }) => id)).toContain('three-year-delivery-plan');
  expect(made.lines[0]).toMatchObject({ reference: '4.1', status: 'amber', dates: 'by 2027/28; regularly' });
  expect(made.workforce.rows.find(({ level }) => level === 'trust')).toMatchObject({
    inPost: 8_890_000,
    vacancy: 710_000,
    grossVacancy: 750_000,
  });
  expect((await planner.client.returns.review(Q2)).changes).toEqual(['4.1: status.', 'The establishment.']);
});

test('it is made anew only when that is said, and the step can be undone', async () => {
  await planner.client.returns.start(Q2);
  await planner.client.returns.make(Q2);
  await answer('4.1', 'status', 'green');
  planner.clock.now = '2026-10-05T10:00:00.000Z';
  expect(await refusalOf(planner.client.returns.make(Q2))).toMatchObject({ code: 'ALREADY_MADE' });
  await planner.client.returns.make({ ...Q2, again: true });
  const made = await planner.client.returns.made(Q2);
  expect([made.madeAt, made.lines[0]?.status]).toEqual(['2026-10-05T10:00:00.000Z', 'green']);
  expect((await planner.client.history.state({ trust: 'RX1' })).undo).toBe(
    'Make anew the return of July to September 2026',
  );
  await planner.client.history.undo({ trust: 'RX1' });
  expect((await planner.client.returns.made(Q2)).madeAt).toBe('2026-10-03T09:30:00.000Z');
});

test('the list of quarters tells made returns from drafts', async () => {
  await planner.client.returns.start(Q2);
  await answer('4.1', 'status', 'green');
  await planner.client.returns.make(Q2);
  const { quarters } = await planner.client.returns.quarters({ trust: 'RX1' });
  expect(quarters.find(({ period }) => period === '2026-Q2')).toMatchObject({
    state: 'made',
    answered: 1,
    madeAt: '2026-10-03T09:30:00.000Z',
  });
});

test('what was not started cannot be made, and what was not made has no workbook', async () => {
  for (const call of [planner.client.returns.make(Q2), planner.client.returns.review(Q2)])
    expect(await refusalOf(call)).toMatchObject({ code: 'NOT_STARTED' });
  await planner.client.returns.start(Q2);
  for (const call of [planner.client.returns.made(Q2), planner.client.returns.workbook(Q2)])
    expect(await refusalOf(call)).toMatchObject({ code: 'NOT_MADE' });
});
