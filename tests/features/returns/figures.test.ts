import { beforeEach, expect, test } from 'vitest';
import { setLine } from '../../support/set-line.ts';
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
  await setLine(planner.client, { trust: 'RX1', id: lines[0]?.id ?? 0, requiredDate: null });
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

const keep = (own: Partial<Parameters<TestPlanner['client']['returns']['keepFigure']>[0]> & { sentence: string }) =>
  planner.client.returns.keepFigure({ ...Q2, reference: '4.1', key: 'establishment midwives', ...own });

test('an accepted figure stands among the evidence with its formula, inputs and date, in one change, once', async () => {
  await planner.client.returns.start(Q2);
  const { sentence } = await midwives();
  const { changed, line } = await keep({ sentence });
  expect(changed).toBe(true);
  expect(line.answer.evidenceItems).toEqual([
    {
      kind: 'figure',
      title: 'Midwives',
      place: 'Establishment: 2 lines in 2 units, on 3 October 2026',
      day: null,
      detail: sentence,
      figure: 'establishment midwives',
    },
  ]);
  expect(line.items[0]?.kept).toMatchObject({ decision: { kind: 'accepted', on: '2026-10-03', reason: null } });
  expect((await keep({ sentence })).changed).toBe(false);
  expect((await planner.client.history.historyState({ trust: 'RX1' })).undo).toBe('4.1 figure: Midwives');
});

test('a figure that was taken in stays as it was when the store moves on, and can be replaced by that of today', async () => {
  await planner.client.returns.start(Q2);
  await keep({ sentence: (await midwives()).sentence });
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await setLine(planner.client, { trust: 'RX1', id: lines[0]?.id ?? 0, inPost: 5_100_000 });
  const inPost = async () => {
    const { figures } = await planner.client.returns.document(Q2);
    const figure = figures.find(({ key }) => key === 'establishment midwives');
    return figure?.measures.find(({ key }) => key === 'inPost')?.value;
  };
  expect(await inPost()).toBe(8_040_000);
  await keep({ sentence: (await midwives()).sentence });
  expect(await inPost()).toBe(8_140_000);
});

test('other words or another value want a reason, and what was worked out stays beside them', async () => {
  await planner.client.returns.start(Q2);
  const { sentence } = await midwives();
  const values = [{ measure: 'inPost', value: 8_100_000 }];
  expect(await refusalOf(keep({ sentence, words: 'About 81 in post.' }))).toMatchObject({ code: 'REASON_WANTED' });
  expect(await refusalOf(keep({ sentence, values }))).toMatchObject({ code: 'REASON_WANTED' });
  await keep({ sentence, words: 'About 81 in post.', values, reason: 'Two starters are not in the ledger yet' });
  const { figures, lines } = await planner.client.returns.document(Q2);
  const figure = figures.find(({ key }) => key === 'establishment midwives');
  expect(figure).toMatchObject({
    sentence: 'About 81 in post.',
    decision: { kind: 'overruled', on: '2026-10-03', reason: 'Two starters are not in the ledger yet' },
  });
  expect(figure?.measures.find(({ key }) => key === 'inPost')).toMatchObject({
    value: 8_100_000,
    workedOut: 8_040_000,
  });
  expect(lines[0]?.evidenceItems[0]?.detail).toBe('About 81 in post.');
});

test('a figure that changed since it was read, or stands beside another line, is not taken in', async () => {
  const { sentence } = await midwives();
  expect(await refusalOf(keep({ sentence }))).toMatchObject({ code: 'NOT_STARTED' });
  await planner.client.returns.start(Q2);
  expect(await refusalOf(keep({ sentence, reference: '4.2' }))).toMatchObject({ code: 'FIGURE_GONE' });
  expect(await refusalOf(keep({ sentence, reference: '4.8' }))).toMatchObject({ code: 'LINE_UNKNOWN' });
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await setLine(planner.client, { trust: 'RX1', id: lines[0]?.id ?? 0, inPost: 5_100_000 });
  expect(await refusalOf(keep({ sentence }))).toMatchObject({ code: 'FIGURE_GONE' });
});

test('documents and meetings are evidence by title and place; each can be changed, taken away and brought back', async () => {
  await planner.client.returns.start(Q2);
  const of = { ...Q2, reference: '5.1' };
  const item = { kind: 'document', title: ' Board  paper 7 ', place: 'SharePoint: Workforce', detail: null } as const;
  const { line } = await planner.client.returns.addEvidence({ ...of, item });
  const id = line.items[0]?.id ?? 0;
  expect(line.items[0]).toMatchObject({
    title: 'Board paper 7',
    place: 'SharePoint: Workforce',
    day: null,
    detail: '',
  });
  const minutes = { ...item, kind: 'meeting' as const, day: '2026-09-02' };
  await planner.client.returns.changeEvidence({ ...of, id, item: minutes });
  const gone = await planner.client.returns.removeEvidence({ ...of, id });
  expect(gone.line.items).toEqual([]);
  expect(await refusalOf(planner.client.returns.removeEvidence({ ...of, id }))).toMatchObject({ code: 'NOT_THERE' });
  await planner.client.history.undo({ trust: 'RX1' });
  const { lines } = await planner.client.returns.register(Q2);
  expect(lines.find(({ plan }) => plan.reference === '5.1')?.items).toMatchObject([
    { id, kind: 'meeting', title: 'Board paper 7', day: '2026-09-02' },
  ]);
});

test('what the planner holds can be chosen as evidence: plans, who approved them, reports and what was named before', async () => {
  const { returns, training } = planner.client;
  await returns.start(Q2);
  const item = {
    kind: 'document',
    title: 'Board paper 7',
    place: 'SharePoint: Workforce',
    day: '2026-09-02',
    detail: null,
  } as const;
  await returns.addEvidence({ ...Q2, reference: '5.1', item });
  const needs = await training.newNeeds({ trust: 'RX1', day: '2026-04-01' });
  await training.approve({ trust: 'RX1', id: needs.id, body: 'board', date: '2026-09-30', by: 'Ada Namewell' });
  const held = await returns.heldEvidence({ ...Q2, reference: '6.1' });
  const year = 'the year from 1 April 2026';
  expect(held.map(({ kind, title, place, day, taken }) => [kind, title, place, day, taken])).toEqual([
    ['plan', `Training needs analysis, ${year}, version 1`, 'In the planner', '2026-10-03', false],
    ['meeting', 'Board: approved the training needs analysis', `${year}, version 1`, '2026-09-30', false],
    ['document', 'Board paper 7', 'SharePoint: Workforce', '2026-09-02', false],
  ]);
  // Nobody is named by it: it goes to the LMNS.
  expect(JSON.stringify(held)).not.toContain('Namewell');
  expect((await returns.heldEvidence({ ...Q2, reference: '5.1' })).filter(({ taken }) => taken)).toHaveLength(1);
});
