import { beforeEach, expect, test } from 'vitest';
import { addTestTrust, openTestPlanner, refusalOf, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
});

const Q2 = { trust: 'RX1', period: '2026-Q2' };
const save = (
  reference: string,
  change: Parameters<TestPlanner['client']['returns']['changeAnswer']>[0]['change'],
  period = '2026-Q2',
) => planner.client.returns.changeAnswer({ trust: 'RX1', period, reference, change });

test('a quarter shows the twelve lines of the trust, and the six and eighteen of others with their dates', async () => {
  const register = await planner.client.returns.register(Q2);
  expect(register).toMatchObject({
    title: 'July to September 2026',
    first: '2026-07-01',
    last: '2026-09-30',
    state: 'not started',
    answered: 0,
  });
  expect(register.lines.map(({ plan }) => plan.reference)).toEqual([
    '4.1',
    '4.2',
    '4.3',
    '5.1',
    '5.2',
    '5.3',
    '5.4',
    '5.5',
    '5.6',
    '6.1',
    '6.2',
    '6.3',
  ]);
  const owners = register.context.map(({ plan }) => plan.owner);
  expect([
    owners.filter((owner) => owner === 'lmns').length,
    owners.filter((owner) => owner === 'nhse').length,
  ]).toEqual([6, 18]);
  const byReference = new Map(register.context.map(({ plan }) => [plan.reference, plan.dates[0]?.resolved]));
  expect([byReference.get('4.6'), byReference.get('5.15'), byReference.get('6.4')]).toEqual([
    '2024-04-01',
    '2024-04-30',
    '2023-06-30',
  ]);
});

test('quarters and months around today can be chosen, with every period that has a return', async () => {
  await planner.client.returns.start({ trust: 'RX1', period: '2025-Q4' });
  const { quarter, month, periods } = await planner.client.returns.periods({ trust: 'RX1' });
  expect([quarter, month]).toEqual(['2026-Q3', '2026-10']);
  expect(periods.map(({ period, kind, title, state }) => [period, kind, title, state])).toEqual([
    ['2026-Q4', 'quarter', 'January to March 2027', 'not started'],
    ['2026-Q3', 'quarter', 'October to December 2026', 'not started'],
    ['2026-Q2', 'quarter', 'July to September 2026', 'not started'],
    ['2025-Q4', 'quarter', 'January to March 2026', 'draft'],
    ['2026-11', 'month', 'November 2026', 'not started'],
    ['2026-10', 'month', 'October 2026', 'not started'],
    ['2026-09', 'month', 'September 2026', 'not started'],
  ]);
});

test('a month takes over from the month before it, and never from a quarter', async () => {
  await planner.client.returns.start(Q2);
  await save('4.2', { field: 'lead', value: 'Of the quarter' });
  await planner.client.returns.start({ trust: 'RX1', period: '2026-08' });
  await save('4.2', { field: 'lead', value: 'Of the month' }, '2026-08');
  const month = await planner.client.returns.start({ trust: 'RX1', period: '2026-10' });
  expect(month).toMatchObject({ first: '2026-10-01', last: '2026-10-31', carriedFrom: 'August 2026' });
  expect(month.lines[1]?.answer.lead).toBe('Of the month');
  const quarter = await planner.client.returns.start({ trust: 'RX1', period: '2026-Q3' });
  expect([quarter.carriedFrom, quarter.lines[1]?.answer.lead]).toEqual(['July to September 2026', 'Of the quarter']);
});

test('each field is saved by itself, stays after the store is read again, and can be undone by name', async () => {
  await planner.client.returns.start(Q2);
  await save('4.1', { field: 'status', value: 'amber' });
  await save('4.1', { field: 'progress', value: 'Business case\r\nwritten' });
  await save('4.1', { field: 'lead', value: '  Director  of Midwifery ' });
  await save('4.1', { field: 'due', value: '2026-10-02' });
  const { lines } = await planner.client.returns.register(Q2);
  expect(lines[0]).toMatchObject({
    answer: {
      status: 'amber',
      progress: 'Business case\nwritten',
      lead: 'Director of Midwifery',
      due: '2026-10-02',
      evidence: '',
    },
    overdue: true,
    findings: [
      { field: 'risk', message: '4.1 is “At risk” without a risk.' },
      { kind: 'mitigation', field: 'mitigation', message: '4.1 is overdue without mitigation.' },
    ],
  });
  const { undo } = await planner.client.history.historyState({ trust: 'RX1' });
  expect(undo).toBe('4.1 due 2 October 2026');
  await planner.client.history.undo({ trust: 'RX1' });
  const { lines: after } = await planner.client.returns.register(Q2);
  expect(after[0]?.answer).toMatchObject({ due: null, lead: 'Director of Midwifery' });
});

test('saving what is there already changes nothing and leaves no entry to undo', async () => {
  await planner.client.returns.start(Q2);
  expect((await save('4.3', { field: 'risk', value: 'None' })).changed).toBe(true);
  expect((await save('4.3', { field: 'risk', value: 'None' })).changed).toBe(false);
  const changes = await planner.client.history.changes({ trust: 'RX1' });
  expect(changes.filter(({ label }) => label === '4.3 risk')).toHaveLength(1);
});

test('a line is overdue from the day after its due date, and never once it is complete and embedded', async () => {
  await planner.client.returns.start(Q2);
  const overdue = async (due: string) => (await save('6.1', { field: 'due', value: due })).line.overdue;
  expect([await overdue('2026-10-02'), await overdue('2026-10-03')]).toEqual([true, false]);
  await save('6.1', { field: 'due', value: '2026-10-02' });
  expect((await save('6.1', { field: 'status', value: 'blue' })).line.overdue).toBe(false);
});

test('a new quarter takes over lead, due date, risk, mitigation, help and sharing, and what is complete and embedded, but no progress', async () => {
  await planner.client.returns.start(Q2);
  for (const [field, value] of Object.entries({
    lead: 'Head of Midwifery',
    risk: 'Pay',
    mitigation: 'A bonus',
    helpNeeded: 'Funding',
    progress: 'Half',
    nextSteps: 'The other half',
    evidence: 'Minutes',
  }))
    await save('4.2', { field, value } as never);
  await save('4.2', { field: 'status', value: 'red' });
  await save('4.2', { field: 'sharing', value: true });
  await save('5.1', { field: 'status', value: 'blue' });
  await save('5.1', { field: 'evidence', value: 'Plan of May' });
  const next = await planner.client.returns.start({ trust: 'RX1', period: '2026-Q3' });
  expect(next).toMatchObject({ state: 'draft', carriedFrom: 'July to September 2026', answered: 1 });
  const line = (reference: string) => next.lines.find(({ plan }) => plan.reference === reference);
  expect(line('4.2')?.answer).toEqual({
    status: null,
    progress: '',
    nextSteps: '',
    evidence: '',
    evidenceItems: [],
    lead: 'Head of Midwifery',
    due: null,
    risk: 'Pay',
    mitigation: 'A bonus',
    helpNeeded: 'Funding',
    sharing: true,
  });
  expect(line('4.2')?.before).toMatchObject({ status: 'red', progress: 'Half', nextSteps: 'The other half' });
  expect(line('5.1')?.answer).toMatchObject({ status: 'blue', evidence: 'Plan of May' });
});

test('starting a quarter twice changes nothing, and undoing the start takes it away', async () => {
  await planner.client.returns.start(Q2);
  await save('4.2', { field: 'progress', value: 'Kept' });
  expect((await planner.client.returns.start(Q2)).lines[1]?.answer.progress).toBe('Kept');
  await planner.client.history.undo({ trust: 'RX1' });
  await planner.client.history.undo({ trust: 'RX1' });
  expect((await planner.client.returns.register(Q2)).state).toBe('not started');
});

test('what cannot be saved is refused with the next step', async () => {
  const change = { field: 'status', value: 'green' } as const;
  expect(await refusalOf(save('4.1', change))).toMatchObject({ code: 'NOT_STARTED' });
  await planner.client.returns.start(Q2);
  expect(await refusalOf(save('4.4', change))).toMatchObject({ code: 'LINE_UNKNOWN' });
  expect(await refusalOf(save('9.9', change))).toMatchObject({ code: 'LINE_UNKNOWN' });
  const unknown = planner.client.returns.changeAnswer({ trust: 'RX9', period: '2026-Q2', reference: '4.1', change });
  expect(await refusalOf(unknown)).toMatchObject({ code: 'TRUST_UNKNOWN', message: expect.stringContaining('RX1') });
  expect(await refusalOf(save('4.1', { field: 'progress', value: 'x'.repeat(4001) }))).toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await refusalOf(save('4.1', { field: 'due', value: '2026-02-30' }))).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await refusalOf(save('4.1', change, '2026-Q5'))).toMatchObject({ code: 'BAD_REQUEST' });
});
