import { describe, expect, test } from 'vitest';
import { compareSchemes, readField, standingOf } from '../../../electron/features/assurance/calculations/incentive.ts';
import {
  coordinatorByMonth,
  coordinatorRates,
} from '../../../electron/features/assurance/calculations/coordinator-months.ts';
import { removeTrust } from '../../../electron/database/remove-trust.ts';
import { openAssuredTrust, refusalOf } from './trust.ts';

const trust = await openAssuredTrust();
const { client, context } = trust;
const at = { trust: 'RX1', year: 7 };
const requirementOf = async (reference: string) => {
  const { actions } = await client.assurance.scheme(at);
  const found = actions.flatMap(({ requirements }) => requirements).find((one) => one.reference === reference);
  if (!found) throw new Error(reference);
  return found;
};

describe('monthly counts', () => {
  test('are entered all or nothing: one that is no whole number leaves the others out too', async () => {
    const refused = await refusalOf(trust.enter(trust.suite, 'care_missed', [2, '1.5', 3]));
    expect(refused.message).toBe(
      '“1.5” is not a whole number from 0 to 99,999. Leave the cell blank where the count is not known. Nothing was changed.',
    );
    const { flags } = await client.assurance.counts({ trust: 'RX1' });
    expect(flags.total.count).toBeNull();
  });

  test('are one change that is named and undone as a whole', async () => {
    expect(await trust.enter(trust.suite, 'care_missed', [2, 0, 3])).toEqual({ label: '3 monthly counts' });
    expect(await trust.enter(trust.suite, 'care_missed', [2, 0, 3])).toEqual({ label: null });
    expect((await client.assurance.counts({ trust: 'RX1', unit: trust.suite })).flags.total.count).toBe(5);
    await client.history.undo({ trust: 'RX1' });
    expect((await client.assurance.counts({ trust: 'RX1', unit: trust.suite })).flags.total.count).toBeNull();
    await client.history.redo({ trust: 'RX1' });
    expect((await client.assurance.counts({ trust: 'RX1', unit: trust.suite })).flags.total.count).toBe(5);
  });

  test('of the units add up to the trust, and of the months to the quarter', async () => {
    await trust.enter(trust.ward, 'care_missed', [1, 4, 0]);
    const totalOf = async (unit: number | null) =>
      (await client.assurance.counts({ trust: 'RX1', unit })).flags.total.count ?? 0;
    expect((await totalOf(trust.suite)) + (await totalOf(trust.ward))).toBe(await totalOf(null));
    const { columns, flags } = await client.assurance.counts({
      trust: 'RX1',
      by: 'quarter',
      last: '2026-06',
      columns: 1,
    });
    expect(columns[0]?.title).toBe('Apr to Jun 2026');
    expect(flags.cells[0]).toMatchObject({ count: 10, known: 6, missing: 0, fromImport: 0 });
  });

  test('the nine red flags of the guideline are there, and a local one is added, counted and kept while it is counted', async () => {
    const nine = await client.assurance.counts({ trust: 'RX1' });
    expect(nine.rows.filter(({ source }) => source === 'NICE')).toHaveLength(9);
    const { id } = await client.assurance.addFlag({ trust: 'RX1', name: 'Unit on divert' });
    await trust.enter(trust.suite, `local_${id}`, [1]);
    expect((await refusalOf(client.assurance.addFlag({ trust: 'RX1', name: 'unit  on DIVERT' }))).code).toBe(
      'NAME_TAKEN',
    );
    expect((await refusalOf(client.assurance.removeFlag({ trust: 'RX1', id }))).code).toBe('STILL_USED');
    await trust.enter(trust.suite, `local_${id}`, ['']);
    await client.assurance.removeFlag({ trust: 'RX1', id });
    expect((await client.assurance.counts({ trust: 'RX1' })).ownFlags).toEqual([]);
  });

  test('an action taken is listed with its flag and unit, changed and removed', async () => {
    const cells = {
      month: '2026-05',
      unit: trust.suite,
      flag: 'care_missed',
      action: 'A second midwife by night.',
      lead: '',
      due: null,
      done: null,
    };
    const { id } = await client.assurance.addAction({ trust: 'RX1', ...cells });
    await client.assurance.changeAction({ trust: 'RX1', id, done: '2026-06-01' });
    const [action] = await client.assurance.actions({ trust: 'RX1', first: '2026-04', last: '2026-06' });
    expect(action).toMatchObject({
      flagName: 'Care missed or delayed',
      unitName: 'Delivery Suite',
      done: '2026-06-01',
    });
    await client.assurance.removeAction({ trust: 'RX1', id });
    expect(await client.assurance.actions({ trust: 'RX1', first: '2026-04', last: '2026-06' })).toEqual([]);
  });
});

describe('the incentive scheme', () => {
  test('has safety actions 4 and 5 of each year, each requirement with the mark of its wording', async () => {
    const { actions, days } = await client.assurance.scheme(at);
    expect(actions.map(({ number }) => number)).toEqual([4, 5]);
    expect(days).toMatchObject({
      window: { first: '2025-04-02', last: '2025-11-30' },
      declareBy: '2026-03-03',
      mark: 'K-med',
      own: false,
    });
    for (const { mark } of actions.flatMap(({ requirements }) => requirements)) expect(mark).toMatch(/^(V|K-)/);
  });

  test('a share is worked out of its fields and stands against what is wanted', async () => {
    const place = { ...at, requirement: '4a.4' };
    await client.assurance.setField({ ...place, field: 'events', text: '41' });
    await client.assurance.setField({ ...place, field: 'attended', text: '33' });
    expect(await requirementOf('4a.4')).toMatchObject({
      share: { numerator: 33, denominator: 41 },
      standing: 'reached',
    });
    await client.assurance.setRequirement({ ...place, threshold: 81 });
    expect(await requirementOf('4a.4')).toMatchObject({
      threshold: { percent: 81, ofPack: 80, own: true },
      standing: 'below',
    });
  });

  test('a field says what it expects, and keeps what was there', async () => {
    const refused = await refusalOf(
      client.assurance.setField({ ...at, requirement: '4a.4', field: 'events', text: 'forty' }),
    );
    expect(refused).toMatchObject({
      code: 'FIELD_WRONG',
      message: '“forty” is not a whole number, such as 12. Nothing was changed.',
    });
    expect(readField('date', '31/12/2025').kind).toBe('wrong');
    expect(readField('yes_no', 'Yes')).toEqual({ kind: 'value', value: 'yes' });
    expect(readField('wte', '12.6')).toEqual({ kind: 'value', value: '1260000' });
    expect((await requirementOf('4a.4')).fields.find(({ key }) => key === 'events')?.value).toBe('41');
  });

  test('the reports to the board are asked part by part, and the planner says which parts its own report has', async () => {
    await trust.enter(trust.suite, 'triage_delayed', [6, 7]);
    const days = { first: '2026-04-02', last: '2026-11-30', declareBy: '2027-03-03' };
    await client.assurance.setSchemeDays({ ...at, days });
    const { fields, figures } = await requirementOf('5e');
    const known = Object.fromEntries(fields.map((field) => [field.key, field.known]));
    expect(known).toMatchObject({
      has_red_flags: 'yes',
      has_acuity: null,
      has_planned_actual: null,
      has_actions: null,
    });
    expect(fields.filter(({ key }) => key.startsWith('has_'))).toHaveLength(9);
    expect(figures.map(({ key }) => key)).toEqual([
      'establishment_breakdown',
      'funded_against_required',
      'planned_against_actual',
      'births_ratio',
      'specialist_share',
      'acuity',
      'coordinator',
      'one_to_one_care',
      'red_flags',
    ]);
    await client.history.undo({ trust: 'RX1' });
    await client.history.undo({ trust: 'RX1' });
  });

  test('status, evidence by title and place, and own days can each be undone', async () => {
    const place = { ...at, requirement: '5c' };
    await client.assurance.setRequirement({ ...place, status: 'at_risk' });
    await client.assurance.addEvidence({
      ...place,
      title: 'Escalation policy',
      place: 'Intranet, maternity',
      dated: '2025-06-01',
    });
    await client.assurance.setSchemeDays({
      ...at,
      days: { first: '2025-04-01', last: '2025-12-31', declareBy: '2026-03-05' },
    });
    expect(await requirementOf('5c')).toMatchObject({ status: 'at_risk', evidence: [{ title: 'Escalation policy' }] });
    expect((await client.assurance.scheme(at)).days.own).toBe(true);
    for (let step = 0; step < 3; step += 1) await client.history.undo({ trust: 'RX1' });
    expect(await requirementOf('5c')).toMatchObject({ status: null, evidence: [] });
    expect((await client.assurance.scheme(at)).days.own).toBe(false);
    const wrong = client.assurance.setSchemeDays({
      ...at,
      days: { first: '2025-12-01', last: '2025-04-01', declareBy: '2026-03-05' },
    });
    expect((await refusalOf(wrong)).code).toBe('WINDOW_WRONG');
  });

  test('what the planner counts in the window stands beside its requirement', async () => {
    await client.assurance.enterCounts({
      trust: 'RX1',
      cells: [
        { unit: trust.suite, month: '2025-06', counted: 'women_in_labour', text: '300' },
        { unit: trust.suite, month: '2025-06', counted: 'women_one_to_one', text: '297' },
        { unit: trust.suite, month: '2026-06', counted: 'women_in_labour', text: '1000' },
      ],
    });
    const care = await requirementOf('5d');
    expect(care).toMatchObject({ share: { numerator: 297, denominator: 300 }, standing: 'below' });
    expect(care.figures[0]).toMatchObject({ value: '99.00 %', of: '1 April 2025 to 30 November 2025' });
  });

  test('two years are compared: their days, what is new, gone and changed', async () => {
    const shown = await client.assurance.compareSchemes({ one: 6, other: 7 });
    expect(shown.days[0]).toEqual({ what: 'Window begins', one: '2 April 2024', other: '2 April 2025', differs: true });
    const [six, seven] = context.reference.incentiveSchemes;
    const [four, five] = seven!.actions;
    const changed = {
      ...seven!,
      actions: [
        { ...four!, requirements: four!.requirements.filter(({ reference }) => reference !== '4b') },
        {
          ...five!,
          requirements: five!.requirements.map((one) => (one.reference === '5d' ? { ...one, threshold: 95 } : one)),
        },
      ],
    };
    const { requirements } = compareSchemes(six!, changed);
    expect(requirements.find(({ reference }) => reference === '4b')?.change).toBe('removed');
    expect(requirements.find(({ reference }) => reference === '5d')).toMatchObject({
      change: 'changed',
      details: ['Threshold: 100 % became 95 %.'],
    });
    expect(compareSchemes(six!, six!).requirements.every(({ change }) => change === 'same')).toBe(true);
  });

  test('99.9 % is below 100 %: what is wanted is never reached by rounding', () => {
    expect(standingOf({ numerator: 999, denominator: 1000 }, 100)).toBe('below');
    expect(standingOf({ numerator: 4, denominator: 5 }, 80)).toBe('reached');
    expect(standingOf({ numerator: 0, denominator: 0 }, 80)).toBe('not known');
    expect(standingOf({ numerator: 1, denominator: 1 }, null)).toBeNull();
  });
});

test('the coordinator must be rostered and there: by month the shifts add up to the whole', () => {
  const shifts = [
    { date: '2026-09-30', rostered: true, actual: true },
    { date: '2026-10-01', rostered: true, actual: false },
    { date: '2026-10-02', rostered: false, actual: true },
  ];
  expect(coordinatorRates(shifts).both).toEqual({ numerator: 1, denominator: 3 });
  expect(coordinatorByMonth(shifts, ['2026-09', '2026-10']).map(({ both }) => both)).toEqual([
    { numerator: 1, denominator: 1 },
    { numerator: 0, denominator: 2 },
  ]);
});

test('removing the trust takes every count, answer and action with it', async () => {
  await client.assurance.setField({ ...at, requirement: '5a', field: 'tool', text: 'Birthrate+' });
  await client.assurance.addEvidence({ ...at, requirement: '5a', title: 'Report', place: '', dated: null });
  const { id } = context.database.sqlite.prepare('SELECT id FROM trust').get() as { id: number };
  removeTrust(context.database, id);
  for (const table of [
    'incentive_year',
    'incentive_answer',
    'incentive_field',
    'incentive_evidence',
    'local_red_flag',
    'monthly_count',
    'red_flag_action',
  ])
    expect(context.database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});
