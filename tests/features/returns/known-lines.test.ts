import { beforeEach, expect, test } from 'vitest';
import type { ReturnFigure } from '../../../electron/contract/index.ts';
import { addTestTrust, openTestPlanner, type TestPlanner } from './planner.ts';

const trust = 'RX1';
let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
});

const figure = async (key: string): Promise<ReturnFigure> => {
  const found = (await planner.client.returns.figures({ trust, period: '2026-Q2' })).find((one) => one.key === key);
  if (!found) throw new Error(`There is no figure ${key}`);
  return found;
};
const valueOf = (own: ReturnFigure, key: string) => own.measures.find((measure) => measure.key === key)?.value;

test('4.3 knows administrative posts, and the hours of clinicians that agreed levels free', async () => {
  const [unit] = (await planner.client.organisation.overview()).trusts[0]?.units ?? [];
  const line = { unit: unit?.id ?? 0, staffGroup: 'admin', band: '3', required: null };
  await planner.client.establishment.addLine({ trust, ...line, funded: 600_000, inPost: 490_000 });
  const administration = await figure('administration');
  expect(administration).toMatchObject({ reference: '4.3', source: 'Establishment: 1 line', of: 'on 3 October 2026' });
  expect([valueOf(administration, 'funded'), valueOf(administration, 'vacancy')]).toEqual([600_000, 110_000]);
  expect(administration.sentence).toBe('On 3 October 2026, administrative staff: funded 6.00 WTE, in post 4.90 WTE.');
});

test('6.2 knows which lines of guidance are met, and 6.3 the share of compliant locums without small numbers', async () => {
  const { training } = planner.client;
  const [checklist] = (await training.supervision({ trust })).checklists;
  const [first, second] = checklist?.lines ?? [];
  const of = { trust, checklist: checklist?.key ?? '' };
  await training.setCheck({ ...of, line: first?.key ?? '', state: 'met' });
  await training.setCheck({ ...of, line: second?.key ?? '', state: 'not_met' });
  const lines = checklist?.lines.length ?? 0;
  expect(valueOf(await figure(`supervision ${checklist?.key}`), 'met')).toEqual({ numerator: 1, denominator: lines });

  const locum = (day: number, route: string | null) => {
    const spell = { first: `2026-09-${day}`, last: `2026-09-${day}` };
    const checked = { checkedBy: 'Rota lead', checkedOn: '2026-09-01' };
    return training.setLocum({ trust, doctor: `Doctor ${day}`, route, ...spell, ...checked });
  };
  for (const day of [10, 11, 12, 13, 14, 15]) await locum(day, 'works_here');
  expect(valueOf(await figure('locums'), 'shortTerm')).toEqual({ numerator: 6, denominator: 6 });
  await locum(16, null);
  const locums = await figure('locums');
  expect([locums.reference, valueOf(locums, 'shortTerm')]).toEqual(['6.3', 'not shown: a number in it is small']);
  expect(locums.sentence).not.toContain('Doctor');
  expect(locums.warnings).toEqual(['Not every short-term spell is compliant.']);
});

test('5.2 knows the equality indicators as they may leave the trust, and 5.3 the anti-racism checklist', async () => {
  const { retention } = planner.client;
  const { id } = await retention.addSnapshot({ trust, day: '2026-09-30' });
  const groups = (white: number, bme: number) => [
    { group: 'white' as const, counted: white },
    { group: 'bme' as const, counted: bme },
    { group: 'unknown' as const, counted: 0 },
  ];
  await retention.setEqualityCounts({ trust, id, indicator: 'workforce', groups: groups(120, 60) });
  const { indicators, checklist, states } = await retention.equality({ trust });
  const bands = indicators.find(({ kind }) => kind === 'bands');
  const [line] = checklist;
  const [state] = states;
  await retention.setEqualityCheck({ trust, line: line?.key ?? '', state: state?.key ?? null });
  const shares = await figure('equality indicators');
  expect(shares).toMatchObject({ reference: '5.2', of: 'snapshot of 30 September 2026' });
  expect(valueOf(shares, `indicator ${bands?.number}`)).toEqual({ numerator: 60, denominator: 180 });
  const checks = await figure('anti-racism checklist');
  expect([checks.reference, valueOf(checks, 'answered'), valueOf(checks, `state ${state?.key}`)]).toEqual([
    '5.3',
    1,
    1,
  ]);
});

test('5.4 knows what learners said worse than elsewhere, and what became an action', async () => {
  const { retention } = planner.client;
  const of = { trust, survey: 'nets', year: 2025, group: 'Student midwives' };
  const { indicators } = await retention.surveys(of);
  const [one, two] = indicators;
  const cell = (indicator: string, column: 'answers' | 'score' | 'benchmark', text: string) => ({
    indicator,
    column,
    text,
  });
  const cells = [one, two].flatMap((own, index) => [
    cell(own?.key ?? '', 'answers', '40'),
    cell(own?.key ?? '', 'score', index === 0 ? '60' : '85'),
    cell(own?.key ?? '', 'benchmark', '75'),
  ]);
  await retention.enterSurvey({ ...of, cells });
  const survey = await figure('survey nets Student midwives');
  const worse = [one, two].filter((own, index) => (own?.better === 'higher') === (index === 0)).length;
  expect([survey.reference, valueOf(survey, 'scores'), valueOf(survey, 'worse'), valueOf(survey, 'acted')]).toEqual([
    '5.4',
    2,
    worse,
    0,
  ]);
  expect(survey.title).toBe('National Education and Training Survey 2025, Student midwives');
});

test('a trust of which nothing is known is offered nothing', async () => {
  await planner.client.organisation.addTrust({ code: 'RX2', name: 'Empty', system: null, sites: [], units: [] });
  expect(await planner.client.returns.figures({ trust: 'RX2', period: '2026-10' })).toEqual([]);
});
