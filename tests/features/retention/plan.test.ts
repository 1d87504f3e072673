import { describe, expect, it } from 'vitest';
import { removeTrust } from '../../../electron/database/remove-trust.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const file = 'l_retention_action_plan.xlsx';
const action = 'Restorative supervision in working hours';

async function openTrust() {
  const { client, context, sqlite, import: take } = await openImportingTrust(['Delivery Suite']);
  const plan = (on?: string) => client.retention.plan({ trust, on });
  const find = async (key: string) => (await plan()).actions.find((one) => one.key === key);
  return { planner: client, retention: client.retention, context, sqlite, take, plan, find };
}

describe('an action entered by hand', () => {
  it('holds issue, evidence, action, measure, cost and escalation, and is taken back and done again', async () => {
    const { planner, retention, plan } = await openTrust();
    const { key } = await retention.addAction({
      trust,
      number: '13',
      references: ['5.1'],
      theme: 'health_and_wellbeing',
      promise: 'safe',
      issue: 'Midwives in their first years leave for work life balance',
      evidence: '8 of 25 leavers in twelve months',
      evidenceSource: 'leavers',
      baseline: '8 a year',
      baselineOn: '2026-10-31',
      action,
      owner: 'Lead professional midwifery advocate',
      start: '2026-11-01',
      due: '2026-12-05',
      cost: 12_000,
      funding: 'LMNS workforce funding',
      equalityReference: 'EP 3',
      measure: 'Sessions held a month',
      target: '12',
      figure: 'leavers',
      confidence: 'medium',
      escalateTo: 'lmns',
      escalation: 'Funding ends in March',
    });
    const before = await plan();
    // The clock stands at 21 November 2026: 5 December is 14 days on.
    expect(before.actions).toMatchObject([
      { key, status: 'not_started', overdueDays: null, dueSoon: true, unmeasured: null, cost: 12_000, from: null },
    ]);
    expect(before).toMatchObject({ escalated: 1, dueSoon: [key], overdue: [], unmeasured: [] });
    await planner.history.undo({ trust });
    expect((await plan()).actions).toEqual([]);
    await planner.history.redo({ trust });
    expect(await plan()).toEqual(before);
  });

  it('without a measure stands out until it names a figure, or a value was taken', async () => {
    const { retention, find } = await openTrust();
    const { key } = await retention.addAction({ trust, action, due: '2026-11-20' });
    expect(await find(key)).toMatchObject({ unmeasured: 'no_measure', overdueDays: 1 });
    await retention.changeAction({ trust, key, measure: 'Sessions held a month', target: '12' });
    expect(await find(key)).toMatchObject({ unmeasured: 'no_value' });
    await retention.setReading({ trust, key, day: '2026-11-15', value: 750, note: null });
    expect(await find(key)).toMatchObject({ unmeasured: null, readings: [{ day: '2026-11-15', value: 750 }] });
    await retention.changeAction({ trust, key, status: 'complete' });
    expect(await find(key)).toMatchObject({ closed: true, overdueDays: null });
  });

  it('keeps the values of its measure in order of their days, one a day, none of days to come', async () => {
    const { retention, find } = await openTrust();
    const { key } = await retention.addAction({ trust, action });
    for (const [day, value] of [
      ['2026-10-31', 6300],
      ['2026-08-31', 4400],
      ['2026-09-30', 6000],
    ] as const)
      await retention.setReading({ trust, key, day, value, note: null });
    expect((await find(key))?.readings.map(({ value }) => value)).toEqual([4400, 6000, 6300]);
    const again = retention.setReading({ trust, key, day: '2026-08-31', value: 1, note: null });
    expect(await refusalOf(again)).toMatchObject({ code: 'TAKEN' });
    const toCome = retention.setReading({ trust, key, day: '2026-12-31', value: 1, note: null });
    expect(await refusalOf(toCome)).toMatchObject({ code: 'DATES_WRONG', data: { field: 'day' } });
  });

  it('a review sets confidence and the next review, and the day after that it is overdue', async () => {
    const { planner, retention, find } = await openTrust();
    const { key } = await retention.addAction({ trust, action });
    const review = { trust, key, day: '2026-10-20', reviewer: 'Retention Midwife', found: 'Two units joined' };
    await retention.addReview({ ...review, confidence: 'high', nextReview: '2026-11-20' });
    expect(await find(key)).toMatchObject({
      confidence: 'high',
      nextReview: '2026-11-20',
      reviewOverdue: true,
      reviews: [{ day: '2026-10-20', reviewer: 'Retention Midwife' }],
    });
    await planner.history.undo({ trust });
    expect(await find(key)).toMatchObject({ confidence: null, nextReview: null, reviews: [] });
  });

  it('takes no choice that there is not, no due date before the start, and no patient', async () => {
    const { retention, plan } = await openTrust();
    expect(await refusalOf(retention.addAction({ trust, action, theme: 'pensions' }))).toMatchObject({
      code: 'NO_SUCH_CHOICE',
    });
    expect(await refusalOf(retention.addAction({ trust, action, references: ['9.9'] }))).toMatchObject({
      message: expect.stringContaining('no line 9.9'),
    });
    const backwards = retention.addAction({ trust, action, start: '2026-11-01', due: '2026-10-01' });
    expect(await refusalOf(backwards)).toMatchObject({ code: 'DATES_WRONG' });
    const patient = { trust, action, notes: 'seen with 943 476 5919' };
    expect(await refusalOf(retention.addAction(patient))).toMatchObject({ code: 'PATIENT_IDENTIFIER' });
    expect((await plan()).actions).toEqual([]);
  });

  it('removed with its values and reviews comes back with them', async () => {
    const { planner, retention, plan } = await openTrust();
    const { key } = await retention.addAction({ trust, action });
    await retention.setReading({ trust, key, day: '2026-11-01', value: 100, note: null });
    await retention.addReview({
      trust,
      key,
      day: '2026-11-02',
      reviewer: 'Head of Midwifery',
      found: null,
      confidence: null,
    });
    const before = await plan();
    await retention.removeAction({ trust, key });
    expect((await plan()).actions).toEqual([]);
    await planner.history.undo({ trust });
    expect(await plan()).toEqual(before);
  });
});

describe('versions', () => {
  it('keep the plan as it stood, by whom and when it was approved, and tell what has changed since', async () => {
    const { retention, plan } = await openTrust();
    const { key } = await retention.addAction({ trust, number: '1', action, due: '2026-12-31' });
    const { id } = await retention.approve({
      trust,
      name: '2026/27, version 3',
      approvedBy: 'Trust Board',
      approvedOn: '2026-03-26',
      lmnsOn: '2026-04-14',
      covers: 'Midwives and support workers',
      nextReview: '2027-03-31',
    });
    await retention.changeAction({ trust, key, status: 'complete', due: '2027-01-31' });
    await retention.setReading({ trust, key, day: '2026-11-15', value: 100, note: null });
    await retention.addAction({ trust, number: '2', action: 'Mentor for each new Band 7' });
    expect((await plan()).versions).toMatchObject([
      { id, approvedBy: 'Trust Board', approvedOn: '2026-03-26', actions: 1 },
    ]);
    expect(await retention.version({ trust, id })).toMatchObject({
      list: [{ key, due: '2026-12-31', status: 'not_started', latest: null }],
      since: {
        added: ['2 Mentor for each new Band 7'],
        gone: [],
        changed: [{ action: `1 ${action}`, fields: ['due', 'status', 'value of the measure'] }],
      },
    });
  });

  it('of a plan without actions there is none', async () => {
    const { retention } = await openTrust();
    const approval = {
      trust,
      name: 'First',
      approvedBy: 'Board',
      approvedOn: '2026-01-01',
      lmnsOn: null,
      covers: null,
    };
    expect(await refusalOf(retention.approve({ ...approval, nextReview: null }))).toMatchObject({
      code: 'NOTHING_TO_KEEP',
    });
  });
});

describe.skipIf(!samplesAreHere)(`the sample retention plan${ifSamples}`, () => {
  const expected = expectedOf(file) as Record<string, unknown> & {
    by_status: Record<string, number>;
    overdue_action_numbers: number[];
    due_within_28_days_action_numbers: number[];
  };
  const keys = (numbers: number[]) => numbers.map((number) => `no:${number}`);

  it('as living plan has exactly the figures that are given for 2 November 2026', async () => {
    const { take, plan } = await openTrust();
    await take(sampleFile(file));
    const figures = await plan('2026-11-02');
    const counts = (tallies: { name: string; actions: number }[]) =>
      Object.fromEntries(tallies.map(({ name, actions }) => [name, actions]));
    expect(figures.actions).toHaveLength(12);
    expect(counts(figures.byStatus)).toEqual(expected.by_status);
    expect(figures.overdue).toEqual(keys(expected.overdue_action_numbers));
    expect(figures.dueSoon).toEqual(keys(expected.due_within_28_days_action_numbers));
    expect(figures.escalated).toBe(expected['escalated']);
  });

  it('changed by hand keeps what the file said, and wins over it', async () => {
    const { planner, retention, take, find } = await openTrust();
    await take(sampleFile(file));
    await retention.changeAction({
      trust,
      key: 'no:4',
      status: 'complete',
      references: ['5.5', '5.6'],
      escalateTo: null,
    });
    await retention.setReading({ trust, key: 'no:4', day: '2026-11-01', value: 6300, note: null });
    const changed = await find('no:4');
    expect(changed).toMatchObject({
      status: 'complete',
      references: ['5.5', '5.6'],
      from: { fileName: file, sheet: 'Plan' },
    });
    expect(changed?.edited).toEqual(
      expect.arrayContaining([
        { field: 'status', file: 'in_progress' },
        { field: 'references', file: '5.5' },
        { field: 'escalateTo', file: 'lmns' },
      ]),
    );
    await retention.changeAction({ trust, key: 'no:4', status: 'in_progress' });
    expect((await find('no:4'))?.edited.map(({ field }) => field)).toEqual(['references', 'escalateTo']);
    await retention.resetAction({ trust, key: 'no:4' });
    expect(await find('no:4')).toMatchObject({ edited: [], references: ['5.5'], escalateTo: 'lmns' });
    await planner.history.undo({ trust });
    expect(await find('no:4')).toMatchObject({ references: ['5.5', '5.6'] });
  });

  it('undone and imported again has its values, reviews and changes by hand again', async () => {
    const { planner, retention, take, plan } = await openTrust();
    const { batch } = await take(sampleFile(file));
    await retention.changeAction({ trust, key: 'no:1', owner: 'Retention Midwife' });
    await retention.setReading({ trust, key: 'no:2', day: '2026-11-01', value: 6000, note: null });
    await planner.imports.undo({ batch: batch ?? 0 });
    expect((await plan()).actions).toEqual([]);
    await take(sampleFile(file));
    const { actions } = await plan();
    expect(actions.find(({ key }) => key === 'no:1')).toMatchObject({ owner: 'Retention Midwife' });
    expect(actions.find(({ key }) => key === 'no:2')?.readings).toMatchObject([{ value: 6000 }]);
  });

  it('an imported action is not removed but cancelled', async () => {
    const { retention, take } = await openTrust();
    await take(sampleFile(file));
    expect(await refusalOf(retention.removeAction({ trust, key: 'no:4' }))).toMatchObject({ code: 'FROM_A_FILE' });
  });

  it('goes with its trust', async () => {
    const { context, retention, take, sqlite } = await openTrust();
    await take(sampleFile(file));
    await retention.changeAction({ trust, key: 'no:4', status: 'complete' });
    const { key } = await retention.addAction({ trust, action });
    await retention.setReading({ trust, key, day: '2026-11-01', value: 6300, note: null });
    removeTrust(context.database, Number(sqlite.prepare('SELECT id FROM trust').pluck().get()));
    for (const table of ['own_retention_action', 'retention_action_edit', 'measure_reading'])
      expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });
});
