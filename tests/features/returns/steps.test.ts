import { beforeEach, expect, test } from 'vitest';
import { setLine } from '../../support/set-line.ts';
import { addTestTrust, openTestPlanner, refusalOf, submitReturn, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  await planner.client.returns.start(Q2);
});

const Q2 = { trust: 'RX1', period: '2026-Q2' };
const lead = { ...Q2, role: 'Maternity workforce lead' };
const director = { ...Q2, role: 'Director of midwifery' };
const save = (field: string, value: unknown, reference = '4.1', period = '2026-Q2') =>
  planner.client.returns.changeAnswer({ trust: 'RX1', period, reference, change: { field, value } as never });
const setInPost = async (inPost: number) => {
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await setLine(planner.client, { trust: 'RX1', id: lines[0]?.id ?? 0, inPost });
};

test('a return goes from a draft to checked, signed off and submitted, each step by a role that may take it', async () => {
  const { returns } = planner.client;
  expect(await refusalOf(returns.signOff(director))).toMatchObject({ code: 'WRONG_STEP' });
  expect(await refusalOf(returns.check({ ...Q2, role: 'Anybody' }))).toMatchObject({
    code: 'ROLE_UNKNOWN',
    message: expect.stringContaining('Rules and defaults'),
  });
  expect(await returns.check(lead)).toMatchObject({ state: 'checked', checked: { role: 'Maternity workforce lead' } });
  expect(await refusalOf(returns.signOff(lead))).toMatchObject({ code: 'ROLE_UNKNOWN' });
  expect(await returns.signOff(director)).toMatchObject({ state: 'signed off' });
  expect(await returns.submit(lead)).toMatchObject({
    state: 'submitted',
    submitted: { role: 'Maternity workforce lead', at: '2026-10-03T09:30:00.000Z' },
    restated: 0,
  });
});

test('a role of the list can be called otherwise, and then that role takes the step', async () => {
  const { organisation, returns } = planner.client;
  const rule = { trust: 'RX1', pack: 'theme-2-return', path: 'roles[head].name' };
  await organisation.setRule({ ...rule, value: 'Chief midwife', agreedBy: 'Board', why: 'So called here' });
  await returns.check(lead);
  expect(await returns.signOff({ ...Q2, role: 'Chief midwife' })).toMatchObject({
    signedOff: { role: 'Chief midwife' },
  });
});

test('a trust adds a role to those that may take a step, takes it off again, and can undo both', async () => {
  const { history, returns } = planner.client;
  const role = { trust: 'RX1', step: 'signOff', role: 'Deputy chief nurse' } as const;
  const listed = async () => (await returns.register(Q2)).roles.find(({ step }) => step === 'signOff');
  expect((await returns.addRole(role)).label).toBe('Deputy chief nurse may sign a return off');
  expect(await refusalOf(returns.addRole({ ...role, role: 'deputy chief nurse' }))).toMatchObject({
    code: 'NAME_TAKEN',
  });
  expect(await listed()).toMatchObject({ own: ['Deputy chief nurse'], roles: expect.arrayContaining([role.role]) });
  await returns.check(lead);
  const signed = { signedOff: { role: 'Deputy chief nurse' } };
  expect(await returns.signOff({ ...Q2, role: 'Deputy chief nurse' })).toMatchObject(signed);
  await returns.removeRole(role);
  expect([(await listed())?.own, await refusalOf(returns.removeRole(role))]).toMatchObject([[], { code: 'NOT_THERE' }]);
  // What it has signed stays, and another step is not its own.
  expect(await returns.register(Q2)).toMatchObject(signed);
  await history.undo({ trust: 'RX1' });
  expect((await listed())?.own).toEqual(['Deputy chief nurse']);
  expect(await refusalOf(returns.submit({ ...Q2, role: 'Deputy chief nurse' }))).toMatchObject({
    code: 'ROLE_UNKNOWN',
  });
});

test('what is submitted is what was signed off, with its figures, packs and app version', async () => {
  const { returns } = planner.client;
  await save('status', 'amber');
  await returns.check(lead);
  await returns.signOff(director);
  await setInPost(5_100_000);
  expect((await returns.changes(Q2)).kept?.changes.map(({ place }) => place)).toContain('4.1 Midwives: In post');
  await returns.submit(director);
  await planner.client.organisation.renameTrust({ trust: 'RX1', name: 'Another name', system: null });
  const document = await returns.document(Q2);
  expect(document).toMatchObject({
    appVersion: '0.1.0',
    trust: { name: 'Thistledown & Mallowmere' },
    signatures: {
      checked: { role: 'Maternity workforce lead' },
      signedOff: { role: 'Director of midwifery' },
      submitted: { role: 'Director of midwifery' },
    },
  });
  expect(document.packs.map(({ id }) => id)).toContain('three-year-delivery-plan');
  expect(document.workforce.rows.find(({ level }) => level === 'trust')).toMatchObject({ inPost: 8_890_000 });
  expect(document.lines[0]).toMatchObject({ reference: '4.1', status: 'amber' });
});

test('a checked or signed-off return is not changed until the step is taken back, and a step taken back can be undone', async () => {
  const { returns, history } = planner.client;
  await returns.check(lead);
  expect(await refusalOf(save('status', 'red'))).toMatchObject({ code: 'NOT_A_DRAFT' });
  await returns.signOff(director);
  expect(await returns.takeBack(Q2)).toMatchObject({ state: 'checked', signedOff: null });
  await history.undo({ trust: 'RX1' });
  expect(await returns.register(Q2)).toMatchObject({
    state: 'signed off',
    signedOff: { role: 'Director of midwifery' },
  });
  await returns.takeBack(Q2);
  expect(await returns.takeBack(Q2)).toMatchObject({ state: 'draft', checked: null });
  expect(await refusalOf(returns.takeBack(Q2))).toMatchObject({ code: 'WRONG_STEP' });
  expect((await save('status', 'red')).changed).toBe(true);
});

test('no verb and no undo changes what was submitted, and changes elsewhere can still be undone', async () => {
  const { returns, history } = planner.client;
  await setInPost(5_100_000);
  await save('status', 'amber');
  const of = { ...Q2, reference: '4.1' };
  const { line } = await returns.addEvidence({ ...of, item: { kind: 'plan', title: 'Plan', place: '', detail: '' } });
  await submitReturn(planner, Q2);
  const before = await returns.document(Q2);
  const id = line.items[0]?.id ?? 0;
  const item = { kind: 'meeting', title: 'Late', place: '', detail: '' } as const;
  for (const call of [
    save('status', 'red'),
    returns.addEvidence({ ...of, item }),
    returns.changeEvidence({ ...of, id, item }),
    returns.removeEvidence({ ...of, id }),
    returns.keepFigure({ ...of, key: 'establishment midwives', sentence: '' }),
    returns.check(lead),
    returns.signOff(director),
    returns.submit(director),
    returns.takeBack(Q2),
  ])
    expect(await refusalOf(call)).toMatchObject({
      code: 'FROZEN',
      message: expect.stringContaining('Start a correction'),
    });
  await returns.start(Q2);
  // Only the line of the establishment can be undone: the answers and the steps are settled.
  const state = await history.historyState({ trust: 'RX1' });
  await history.undo({ trust: 'RX1' });
  expect(state.undo).toBe('In post Band 6, 51.00');
  expect(await returns.document(Q2)).toEqual(before);
  expect(await returns.register(Q2)).toMatchObject({ state: 'submitted', answered: 1 });
  expect((await history.changes({ trust: 'RX1' })).map(({ label }) => label)).toContain(
    'Submit the return of July to September 2026',
  );
});

test('a correction says what changed, from what to what, why and by whom; what was submitted first is kept for ever', async () => {
  const { returns } = planner.client;
  await save('status', 'amber');
  expect(await refusalOf(returns.correct(Q2))).toMatchObject({ code: 'NOT_SUBMITTED' });
  await submitReturn(planner, Q2);
  const first = await returns.document(Q2);
  planner.clock.now = '2026-11-02T10:00:00.000Z';
  expect(await refusalOf(returns.restate({ ...director, reason: 'Late figure' }))).toMatchObject({
    code: 'NOT_SUBMITTED',
  });
  await returns.correct(Q2);
  await save('status', 'red');
  expect(await returns.document(Q2)).toEqual(first);
  const { restatement } = await returns.restate({ ...director, reason: 'The board saw it otherwise' });
  expect(restatement).toEqual({
    at: '2026-11-02T10:00:00.000Z',
    by: 'Director of midwifery',
    reason: 'The board saw it otherwise',
    of: '2026-10-03T09:30:00.000Z',
    changes: [{ place: '4.1 status', from: 'At risk', to: 'Off track' }],
  });
  expect(await returns.document({ ...Q2, submission: 1 })).toEqual(first);
  const newest = await returns.document(Q2);
  expect(newest).toMatchObject({ restatements: [restatement], signatures: { submitted: { at: restatement.at } } });
  expect(newest.figures).toEqual(first.figures);
  expect((await returns.submissions(Q2)).map(({ number, restatement: own }) => [number, own?.reason ?? null])).toEqual([
    [1, null],
    [2, 'The board saw it otherwise'],
  ]);
  expect(await refusalOf(save('status', 'blue'))).toMatchObject({ code: 'FROZEN' });
});

test('a resend without a change is no correction; figures are corrected only when they are to be worked out again', async () => {
  const { returns } = planner.client;
  await submitReturn(planner, Q2);
  await returns.correct(Q2);
  await setInPost(5_100_000);
  const correct = { ...director, reason: 'The roll was late' };
  expect(await refusalOf(returns.restate(correct))).toMatchObject({ code: 'NOTHING_CHANGED' });
  const { restatement } = await returns.restate({ ...correct, figuresAnew: true });
  expect(restatement.changes).toContainEqual({ place: '4.1 Midwives: In post', from: '80.40 WTE', to: '81.40 WTE' });
});

test('a correction that is given up leaves every answer and piece of evidence as it was submitted', async () => {
  const { returns } = planner.client;
  const item = { kind: 'document', title: 'Paper', place: 'Here', detail: '' } as const;
  const { line } = await returns.addEvidence({ ...Q2, reference: '4.1', item });
  await save('progress', 'As submitted');
  await submitReturn(planner, Q2);
  await returns.correct(Q2);
  await save('progress', 'Otherwise');
  await returns.removeEvidence({ ...Q2, reference: '4.1', id: line.items[0]?.id ?? 0 });
  expect(await returns.takeBack(Q2)).toMatchObject({ state: 'submitted' });
  const { lines } = await returns.register(Q2);
  expect(lines[0]?.answer).toMatchObject({ progress: 'As submitted', evidenceItems: [{ title: 'Paper' }] });
  await planner.client.history.undo({ trust: 'RX1' });
  expect((await returns.register(Q2)).lines[0]?.answer).toMatchObject({ progress: 'Otherwise', evidenceItems: [] });
});

test('what changed since last time names answers and figures of the quarter before', async () => {
  const { returns } = planner.client;
  await save('status', 'amber');
  await submitReturn(planner, Q2);
  await setInPost(5_100_000);
  const Q3 = { trust: 'RX1', period: '2026-Q3' };
  await returns.start(Q3);
  await save('status', 'green', '4.1', '2026-Q3');
  const { before } = await returns.changes(Q3);
  expect(before).toMatchObject({ title: 'July to September 2026', withFigures: true });
  expect(before?.changes).toContainEqual({ place: '4.1 status', from: 'At risk', to: 'On track' });
  expect(before?.changes).toContainEqual({ place: '4.1 Midwives: In post', from: '80.40 WTE', to: '81.40 WTE' });
  expect((await returns.document(Q3)).sinceBefore).toEqual(before);
});

test('every earlier answer to a line can be read, the newest first', async () => {
  const { returns } = planner.client;
  await save('progress', 'Of the quarter');
  await submitReturn(planner, Q2);
  await returns.start({ trust: 'RX1', period: '2026-09' });
  await save('progress', 'Of September', '4.1', '2026-09');
  const answers = await returns.earlierAnswers({ trust: 'RX1', period: '2026-Q3', reference: '4.1' });
  expect(answers.map(({ title, state, submittedAt, answer }) => [title, state, submittedAt, answer.progress])).toEqual([
    ['July to September 2026', 'submitted', '2026-10-03T09:30:00.000Z', 'Of the quarter'],
    ['September 2026', 'draft', null, 'Of September'],
  ]);
});
