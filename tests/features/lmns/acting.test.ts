import { beforeEach, describe, expect, test } from 'vitest';
import type { LmnsRecord } from '#contract';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { openTestPlanner, refusalOf, type TestPlanner } from '../returns/planner.ts';
import { returnOf } from './returns.ts';

const Q2 = '2026-Q2';
let planner: TestPlanner;
let lmns: number;

const receive = async (...document: Parameters<typeof returnOf>) => {
  const made = returnOf(...document);
  const contents = Buffer.from(await writeBundle(made)).toString('base64');
  const answer = await planner.client.lmns.receive({ lmns, fileName: `${made.trust.code}.bundle`, contents });
  expect(answer.kind, answer.said).toBe('received');
};
const add = (cells: LmnsRecord) => planner.client.lmns.setRecord({ lmns, id: null, cells });
const records = async () => (await planner.client.lmns.records({ lmns })).records;
const line = async (reference: string) =>
  (await planner.client.lmns.answers({ lmns, period: Q2 })).find(({ plan }) => plan.reference === reference);

beforeEach(async () => {
  planner = openTestPlanner({ now: '2026-10-20T09:30:00.000Z' });
  lmns = (await planner.client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' })).id;
  for (const [code, name] of [
    ['RXA', 'Ashbourne'],
    ['RXB', 'Brackenfell'],
  ] as const)
    await planner.client.lmns.setTrust({ lmns, code, name, hasPlanner: true });
});

describe('the system compiled', () => {
  test('adds numerators and denominators of trusts, never their rates', async () => {
    await receive({ code: 'RXA', name: 'Ashbourne', funded: 10_000_000, inPost: 9_000_000 });
    await receive({ code: 'RXB', name: 'Brackenfell', funded: 30_000_000, inPost: 30_000_000 });
    const system = await planner.client.lmns.compile({ lmns, period: Q2 });
    const vacancy = system.measures.find(({ definition }) => definition.id === 'T2-vacancy')?.groups[0]?.tables[0];
    // 10.00 of 400.00 WTE is 2.50 %; the mean of 10 % and 0 % would be 5 %.
    expect(vacancy?.system).toMatchObject({ numerator: 1_000_000, denominator: 40_000_000, summed: ['RXA', 'RXB'] });
    expect(vacancy?.comparable).toBe(true);
    expect(vacancy?.cells.map(({ rank }) => rank)).toEqual([2, 1]);
    expect(system.missing).toEqual([]);
  });

  test('lists a restatement with what it did to the system, and ranks nothing where packs differ', async () => {
    await receive({ code: 'RXA', name: 'Ashbourne', pack: '2' });
    await receive({ code: 'RXB', name: 'Brackenfell', funded: 30_000_000, inPost: 30_000_000 });
    const restates = { of: '2026-10-05T09:00:00.000Z', reason: 'A unit was left out.' };
    const madeAt = '2026-10-12T09:00:00.000Z';
    await receive({ code: 'RXB', name: 'Brackenfell', funded: 30_000_000, inPost: 29_000_000, madeAt, restates });
    const system = await planner.client.lmns.compile({ lmns, period: Q2 });
    const found = system.restatements.find(({ measure }) => measure === 'T2-vacancy');
    expect(found).toMatchObject({
      trust: 'RXB',
      reason: 'A unit was left out.',
      systemBefore: { numerator: 1_000_000, denominator: 40_000_000 },
      systemAfter: { numerator: 2_000_000, denominator: 40_000_000 },
    });
    const vacancy = system.measures.find(({ definition }) => definition.id === 'T2-vacancy')?.groups[0]?.tables[0];
    expect(vacancy?.comparable).toBe(false);
    expect(vacancy?.cells.map(({ rank }) => rank)).toEqual([null, null]);
  });

  test('a small number of people is left out, and so is what would tell it', async () => {
    await receive({ code: 'RXA', name: 'Ashbourne', leavers: 2, midwives: 60 });
    await receive({ code: 'RXB', name: 'Brackenfell', leavers: 9, midwives: 80 });
    const system = await planner.client.lmns.compile({ lmns, period: Q2 });
    const leavers = system.measures.find(({ definition }) => definition.id === 'T2-leavers')?.groups[0]?.tables[0];
    expect(leavers?.cells[0]).toMatchObject({ numerator: null, numeratorState: 'small' });
    const shown = [leavers?.cells[1]?.numeratorState, leavers?.system.numeratorState];
    expect(shown.filter((state) => state === 'shown').length).toBeLessThan(2);
  });

  test('one line across trusts names no lead, and a quarter without returns is refused', async () => {
    await receive({ code: 'RXA', name: 'Ashbourne', status: 'amber' });
    const rows = await planner.client.lmns.across({ lmns, period: Q2, reference: '4.1' });
    expect(rows).toMatchObject([{ code: 'RXA', status: 'amber', progress: 'Progress of RXA' }]);
    expect(rows[0]).not.toHaveProperty('lead');
    expect(await refusalOf(planner.client.lmns.compile({ lmns, period: '2026-Q1' }))).toMatchObject({
      code: 'NO_RETURNS',
    });
  });
});

test('the LMNS’s lines are told by the compile: how trusts stand, the gaps and the measures, each with who is not in it', async () => {
  await receive({ code: 'RXA', name: 'Ashbourne', funded: 10_000_000, inPost: 9_000_000, status: 'red' });
  const figures = (await line('4.4'))?.figures ?? [];
  expect(figures.map(({ sentence }) => sentence)).toEqual([
    'Trusts on track or done, July to September 2026: 4.1: 0 of 1; 4.2: 0 of 1.',
    'Required less in post, July to September 2026: 10.00 WTE net, 10.00 WTE counting gaps alone, over 1 of 2 trusts.',
    'Vacancy rate of the system, July to September 2026: 10.00 %, over 1 of 2 trusts.',
  ]);
  for (const { warnings } of figures) expect(warnings).toContain('Not in the figure: Brackenfell.');
});

describe('what the LMNS does', () => {
  const assured: LmnsRecord = {
    kind: 'assurance',
    code: 'RXA',
    period: Q2,
    judgement: 'assured',
    basis: 'Return and visit',
    by: 'LMNS chief midwife',
    on: '2026-10-18',
  };

  test('a statement, a level, capacity and placements each fill their line with a figure', async () => {
    await add(assured);
    await add({ ...assured, code: 'RXB', judgement: 'partly assured' });
    await add({
      kind: 'level',
      code: 'RXA',
      profession: 'obstetric anaesthetists',
      agreed: 'Ten sessions',
      wte: null,
      guidance: 'ACSA',
      by: 'Clinical director',
      agreedOn: '2026-05-01',
      reviewOn: '2026-10-01',
    });
    const cots = { kind: 'capacity', period: Q2, service: 'Neonatal cots', of: 'cots', note: '' } as const;
    await add({ ...cots, code: 'RXA', commissioned: 12, staffedFor: 10 });
    await add({ ...cots, code: 'RXB', commissioned: 8, staffedFor: null });
    const places = { kind: 'placements', period: Q2, learners: 'midwifery', quality: '' } as const;
    await add({ ...places, code: 'RXA', university: 'Northmere', places: 20, filled: 15 });
    await add({ ...places, code: 'RXB', university: 'Southmere', places: 10, filled: 10 });
    expect((await line('4.4'))?.figures[0]?.sentence).toBe(
      'Safe staffing, July to September 2026: 2 of 2 trusts with a statement: 1 assured, 1 partly assured, 0 not assured.',
    );
    expect((await line('4.5'))?.figures[0]?.warnings).toEqual(['1 to be reviewed: the day is past.']);
    expect((await line('4.6'))?.figures[0]?.sentence).toBe(
      'Capacity, July to September 2026: 1 of 1 service staffed for less than is commissioned: Neonatal cots of RXA (12 cots commissioned, staffed for 10).',
    );
    expect((await line('4.7'))?.figures[0]?.sentence).toBe(
      'Student placements, July to September 2026: 30 places with 2 universities; 25 of 30 filled.',
    );
  });

  test('few learners in places are told nowhere but in the form in which they were typed', async () => {
    const places = { kind: 'placements', period: Q2, learners: 'midwifery', quality: '', code: 'RXA' } as const;
    await add({ ...places, university: 'Northmere', places: 20, filled: 15 });
    await add({ ...places, university: 'Southmere', places: 10, filled: 3 });
    await add({ ...places, university: 'Westmere', places: 8, filled: 7 });
    const shown = async () => (await records()).map(({ leftOut }) => leftOut['filled'] ?? 'as typed');
    const told = async () => (await line('4.7'))?.figures[0]?.sentence;
    // 25 of 38 less 15 would tell 3 and 7 together, and 25 less 15 and 7 the three.
    expect(await shown()).toEqual(['as typed', 'fewer than 5', 'not shown']);
    expect(await told()).toBe(
      'Student placements, July to September 2026: 38 places with 3 universities; 25 of 38 filled.',
    );
    for (const id of (await records()).slice(0, 1).map((one) => one.id))
      await planner.client.lmns.removeRecord({ lmns, id });
    for (const id of (await records()).slice(1).map((one) => one.id))
      await planner.client.lmns.removeRecord({ lmns, id });
    expect(await told()).toContain('10 places with one university; how many of 10 are filled is not shown.');
    expect((await line('4.7'))?.figures[0]?.measures[1]).toMatchObject({ value: null });
  });

  test('a practice of a return is offered until it is taken into the library', async () => {
    await receive({ code: 'RXA', name: 'Ashbourne' });
    const { offered } = await planner.client.lmns.records({ lmns });
    expect(offered).toMatchObject([{ kind: 'practice', title: 'Self-rostering at RXA', taken: false }]);
    const [first] = offered;
    await add({
      kind: 'practice',
      code: 'RXA',
      title: first?.title ?? '',
      words: first?.words ?? '',
      references: '5.1',
      sharedWith: 'Retention forum',
      sharedOn: '2026-10-19',
    });
    expect((await planner.client.lmns.records({ lmns })).offered[0]?.taken).toBe(true);
    expect((await line('5.7'))?.figures[0]?.sentence).toBe('Shared practice: 1 in the library, 1 passed on.');
  });

  test('returns, trusts, actions, shared practice and lines are found by any part of a word, as places of a trust are', async () => {
    await receive({ code: 'RXA', name: 'Ashbourne' });
    await add({
      kind: 'action',
      code: 'RXB',
      reference: '4.1',
      what: 'Send the Birthrate+ report',
      owner: 'Head of Midwifery',
      due: '2026-11-30',
      doneOn: null,
      followUp: '',
    });
    const find = async (words: string) =>
      (await planner.client.places.findInLmns({ lmns, words, limit: 50 })).places.map(
        ({ kind, key }) => `${kind} ${key}`,
      );
    const [action] = await records();
    expect(await find('ckenf')).toEqual(['lmns_trust RXB', `record action ${action?.id}`]);
    expect(await find('birthrate SEND')).toEqual([`record action ${action?.id}`]);
    expect((await find('ashb sept')).map((one) => one.split(' ')[0])).toContain('receipt');
    expect(await find('self-rost')).toEqual(['record practice']);
    expect(await find('vacancy rate')).toContain('system_measure T2-vacancy');
    expect(await find('4.1')).toContain('system_line 4.1');
    expect(await find('4.4')).toContain('own_line 4.4');
    await planner.client.lmns.undo({ lmns });
    expect(await find('birthrate send')).toEqual([]);
  });

  test('an action is changed, undone and removed, and every change stands in the history by its name', async () => {
    const action: LmnsRecord = {
      kind: 'action',
      code: 'RXB',
      reference: '4.1',
      what: 'Send the report',
      owner: 'Head of Midwifery',
      due: '2026-11-30',
      doneOn: null,
      followUp: '',
    };
    await add(action);
    const id = (await records())[0]?.id ?? 0;
    await planner.client.lmns.setRecord({ lmns, id, cells: { ...action, doneOn: '2026-10-19' } });
    expect((await records())[0]?.cells).toMatchObject({ doneOn: '2026-10-19' });
    await planner.client.lmns.undo({ lmns });
    expect((await records())[0]?.cells).toMatchObject({ doneOn: null });
    await planner.client.lmns.removeRecord({ lmns, id });
    expect(await records()).toEqual([]);
    const changes = await planner.client.lmns.changes({ lmns });
    expect(changes.map(({ label }) => label).slice(0, 2)).toEqual([
      'Remove: Action on 4.1 for RXB',
      'Action on 4.1 for RXB',
    ]);
  });

  test('a trust that is not expected, and what looks like a patient, are refused before anything is stored', async () => {
    expect(await refusalOf(add({ ...assured, code: 'RXZ' }))).toMatchObject({ code: 'NOT_EXPECTED' });
    expect(await refusalOf(add({ ...assured, basis: 'Case of NHS number 943 476 5919' }))).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
    });
    expect(await records()).toEqual([]);
  });

  test('the LMNS answers its six lines, and finds the answers of the quarter before beside them', async () => {
    const answers = await planner.client.lmns.answers({ lmns, period: Q2 });
    expect(answers.map(({ plan }) => plan.reference)).toEqual(['4.4', '4.5', '4.6', '4.7', '5.7', '5.8']);
    const answer = { ...answers[0]!.answer, status: 'green' as const, progress: 'Visited both trusts' };
    await planner.client.lmns.setAnswer({ lmns, period: Q2, reference: '4.4', answer });
    expect((await line('4.4'))?.answer).toMatchObject({ status: 'green', progress: 'Visited both trusts' });
    const next = await planner.client.lmns.answers({ lmns, period: '2026-Q3' });
    expect(next[0]).toMatchObject({ answer: { status: null }, before: { status: 'green' } });
    expect(
      await refusalOf(planner.client.lmns.setAnswer({ lmns, period: Q2, reference: '4.1', answer })),
    ).toMatchObject({ code: 'LINE_UNKNOWN' });
  });
});
