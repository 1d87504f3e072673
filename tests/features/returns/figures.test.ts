import { beforeEach, expect, test } from 'vitest';
import { addTestTrust, openTestPlanner, refusalOf, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
});

const Q2 = { trust: 'RX1', period: '2026-Q2' };
const midwives = async () => {
  const figures = await planner.client.returns.figures(Q2);
  const figure = figures.find(({ key }) => key === 'establishment midwives');
  if (!figure) throw new Error('There is no figure of midwives');
  return figure;
};

test('beside 4.1 each staff group has required, funded and in post, three signed gaps, vacancy rate and fill', async () => {
  const { reference, measures, of, source } = await midwives();
  expect([reference, of, source]).toEqual(['4.1', 'on 3 October 2026', 'Establishment: 2 lines in 2 units']);
  expect(Object.fromEntries(measures.map(({ key, value }) => [key, value]))).toEqual({
    required: 9_000_000,
    funded: 8_600_000,
    inPost: 8_040_000,
    requiredLessFunded: 400_000,
    vacancy: 560_000,
    requiredLessInPost: 960_000,
    vacancyRate: { numerator: 560_000, denominator: 8_600_000 },
    establishmentFill: { numerator: 8_040_000, denominator: 8_600_000 },
    requirement: 'Birthrate+, Report 12, of 1 March 2025',
  });
});

test('every worked figure has its formula and its inputs', async () => {
  const { measures } = await midwives();
  const vacancy = measures.find(({ key }) => key === 'vacancy');
  expect(vacancy).toMatchObject({
    formula: 'funded − in post',
    inputs: [
      { title: 'funded', kind: 'wte', value: 8_600_000 },
      { title: 'in post', kind: 'wte', value: 8_040_000 },
    ],
  });
});

test('the sentence says of which day, with every number and its unit', async () => {
  expect((await midwives()).sentence).toBe(
    'On 3 October 2026, Midwives: required 90.00 WTE, funded 86.00 WTE, in post 80.40 WTE. ' +
      'Required minus funded 4.00 WTE, vacancy 5.60 WTE, required minus in post 9.60 WTE; ' +
      'vacancy rate 6.51 %, establishment fill 93.49 %. Required by Birthrate+, Report 12, of 1 March 2025.',
  );
});

test('an assessment is warned of from the day after three years, and a requirement without a date is named', async () => {
  planner.clock.now = '2028-03-01T08:00:00.000Z';
  expect((await midwives()).warnings).toEqual([]);
  planner.clock.now = '2028-03-02T08:00:00.000Z';
  expect((await midwives()).warnings).toEqual(['The assessment of 1 March 2025 is more than 3 years old.']);
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await planner.client.establishment.setLine({ trust: 'RX1', id: lines[0]?.id ?? 0, requiredDate: null });
  expect((await midwives()).warnings[1]).toBe('1 line has a requirement without a date of assessment.');
});

test('beside 4.2 vacancies are gross and net of over-established lines', async () => {
  const figure = (await planner.client.returns.figures(Q2)).find(({ key }) => key === 'vacancies');
  // Delivery Suite 6.00, Postnatal midwives -0.40, support 1.50.
  expect(figure?.measures.map(({ title, value }) => [title, value])).toEqual([
    ['Vacancies, gross', 750_000],
    ['Vacancies, net', 710_000],
    ['Vacancy rate', { numerator: 710_000, denominator: 9_600_000 }],
  ]);
  expect(figure?.measures[0]?.inputs).toEqual([
    { title: 'net', kind: 'wte', value: 710_000 },
    { title: 'over-established', kind: 'wte', value: 40_000 },
  ]);
  expect(figure?.sentence).toBe(
    'On 3 October 2026, vacancies were 7.50 WTE gross and 7.10 WTE net of over-established lines, ' +
      'a vacancy rate of 7.40 % of funded 96.00 WTE.',
  );
});

test('what is not known is said, and never counted as nought', async () => {
  const figure = (await planner.client.returns.figures(Q2)).find(({ key }) => key === 'establishment support');
  expect(figure?.sentence).toContain('required not known, funded 10.00 WTE');
  expect(figure?.measures.find(({ key }) => key === 'requiredLessFunded')).toMatchObject({
    value: null,
    note: '1 of 1 line left out: required or funded is not known.',
  });
});

test('a trust without an establishment is offered no figure of one', async () => {
  await planner.client.organisation.addTrust({ code: 'RX2', name: 'Empty', system: null, sites: [], units: [] });
  expect(await planner.client.returns.figures({ trust: 'RX2', period: '2026-Q2' })).toEqual([]);
});

test('accepting a figure puts its sentence below the evidence in one change, once', async () => {
  await planner.client.returns.start(Q2);
  await planner.client.returns.save({ ...Q2, reference: '4.1', change: { field: 'evidence', value: 'Board paper.' } });
  const { key, sentence } = await midwives();
  const accepted = await planner.client.returns.acceptFigure({ ...Q2, reference: '4.1', key, sentence });
  expect(accepted).toMatchObject({ changed: true, line: { answer: { evidence: `Board paper.\n${sentence}` } } });
  expect((await planner.client.returns.acceptFigure({ ...Q2, reference: '4.1', key, sentence })).changed).toBe(false);
  expect((await planner.client.history.state({ trust: 'RX1' })).undo).toBe('4.1 evidence: Midwives');
});

test('a figure that changed since it was read, or stands beside another line, is not accepted', async () => {
  const { key, sentence } = await midwives();
  const accept = (reference: string) => planner.client.returns.acceptFigure({ ...Q2, reference, key, sentence });
  expect(await refusalOf(accept('4.1'))).toMatchObject({ code: 'NOT_STARTED' });
  await planner.client.returns.start(Q2);
  expect(await refusalOf(accept('4.2'))).toMatchObject({ code: 'FIGURE_GONE' });
  expect(await refusalOf(accept('4.8'))).toMatchObject({ code: 'LINE_UNKNOWN' });
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await planner.client.establishment.setLine({ trust: 'RX1', id: lines[0]?.id ?? 0, inPost: 5_100_000 });
  expect(await refusalOf(accept('4.1'))).toMatchObject({ code: 'FIGURE_GONE' });
});

test('evidence that has no room for the sentence is left as it is', async () => {
  await planner.client.returns.start(Q2);
  await planner.client.returns.save({
    ...Q2,
    reference: '4.1',
    change: { field: 'evidence', value: 'x'.repeat(3990) },
  });
  const { key, sentence } = await midwives();
  const full = planner.client.returns.acceptFigure({ ...Q2, reference: '4.1', key, sentence });
  expect(await refusalOf(full)).toMatchObject({ code: 'EVIDENCE_FULL' });
});
