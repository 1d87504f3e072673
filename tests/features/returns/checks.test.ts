import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { ReturnDocument, ReturnFigure, TableValue } from '../../../electron/contract/index.ts';
import { type CheckedReturn, checksOf } from '../../../electron/features/returns/calculations/checks.ts';
import { moved } from '../../../electron/features/returns/calculations/moved-figures.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { importForCommandLine } from '../../../electron/imports/command-line.ts';
import { setLine } from '../../support/set-line.ts';
import { addTestTrust, openTestPlanner, root, submitReturn, type TestPlanner } from './planner.ts';

const Q2 = { trust: 'RX1', period: '2026-Q2' };
const Q3 = { trust: 'RX1', period: '2026-Q3' };
const samples = join(root, '../shared/samples');
const skipNote = existsSync(samples) ? '' : ' (skipped: the samples are not beside the project)';

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  await planner.client.returns.start(Q2);
});

const save = (reference: string, field: string, value: unknown, of = Q2) =>
  planner.client.returns.changeAnswer({ ...of, reference, change: { field, value } as never });
const found = async (reference: string, of = Q2) =>
  (await planner.client.returns.checks(of)).filter((one) => one.reference === reference);

test('what a line lacks is found with the field that lacks it, until it is given', async () => {
  expect(await found('4.1')).toEqual([
    { reference: '4.1', kind: 'missing', field: 'status', figure: null, message: '4.1 has no status yet.' },
  ]);
  await save('4.1', 'status', 'green');
  expect((await found('4.1')).map(({ kind, field }) => [kind, field])).toEqual([
    ['missing', 'progress'],
    ['missing', 'lead'],
    ['evidence', 'evidence'],
  ]);
  await save('4.1', 'progress', 'Under way');
  await save('4.1', 'lead', 'Head of midwifery');
  await planner.client.returns.addEvidence({
    ...Q2,
    reference: '4.1',
    item: { kind: 'meeting', title: 'Board', place: 'Minutes', detail: '' },
  });
  expect(await found('4.1')).toEqual([]);
});

test('complete and embedded wants evidence too, and overdue wants mitigation', async () => {
  await save('5.1', 'status', 'blue');
  await save('5.1', 'lead', 'Matron');
  expect((await found('5.1')).map(({ message }) => message)).toEqual([
    '5.1 is “Complete and embedded” without evidence.',
  ]);
  await save('5.2', 'status', 'amber');
  await save('5.2', 'progress', 'Slow');
  await save('5.2', 'lead', 'Matron');
  await save('5.2', 'risk', 'Late');
  await save('5.2', 'due', '2026-10-02');
  expect((await found('5.2')).map(({ kind, field }) => [kind, field])).toEqual([['mitigation', 'mitigation']]);
  await save('5.2', 'mitigation', 'More hours');
  expect(await found('5.2')).toEqual([]);
});

test('a figure that moved by more than 20 % since the return before is found, and one within it is not', async () => {
  await submitReturn(planner, Q2);
  await planner.client.returns.start(Q3);
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  const setInPost = (inPost: number) => setLine(planner.client, { trust: 'RX1', id: lines[0]?.id ?? 0, inPost });
  const movedInPost = async () =>
    (await found('4.1', Q3)).some(
      ({ kind, figure, message }) =>
        kind === 'moved' && figure === 'establishment midwives' && message.includes('In post from 80.40 WTE'),
    );
  // 80.40 becomes 96.48: exactly 20 %.
  await setInPost(6_608_000);
  expect(await movedInPost()).toBe(false);
  await setInPost(6_608_001);
  expect(await movedInPost()).toBe(true);
});

test('an assessment is found from the day after its three years, at the figure that rests on it', async () => {
  planner.clock.now = '2028-03-01T08:00:00.000Z';
  expect((await found('4.1')).some(({ kind }) => kind === 'old')).toBe(false);
  planner.clock.now = '2028-03-02T08:00:00.000Z';
  expect((await found('4.1')).find(({ kind }) => kind === 'old')).toMatchObject({
    field: 'figure',
    figure: 'establishment midwives',
    message: 'The assessment of 1 March 2025, on which 2 lines rest, is more than 3 years old.',
  });
});

test('few people told of in a text are found; posts, hours and dates are not', async () => {
  await save('5.1', 'status', 'red');
  await save('5.1', 'progress', 'Of 12 leavers, 3 band 6 midwives went; 4 posts, 2.5 staff hours, 4 October');
  expect((await found('5.1')).filter(({ kind }) => kind === 'small')).toEqual([]);
  await save('5.1', 'risk', 'Two midwives will leave');
  expect((await found('5.1')).find(({ kind }) => kind === 'small')).toMatchObject({
    field: 'risk',
    message: '5.1 tells of “Two midwives”: so few can be recognised.',
  });
});

test('two measures with one heading, group and day and different numbers disagree', () => {
  const { theme2Return } = loadReference(join(root, 'resources'));
  const definition = (id: string) => ({
    id,
    shortName: id,
    references: ['4.1'],
    numerator: 'In post',
    denominator: 'Funded',
    unit: 'wte',
  });
  const value = (measure: string, numerator: number) => {
    const of = { group: 'Midwives', from: null, on: '2026-09-30' };
    return { measure, numerator, denominator: 100_000, ...of };
  };
  const checked = (second: number) =>
    ({
      lines: [{ reference: '4.1', status: 'blue', lead: 'x', evidence: 'x', evidenceItems: [], due: null }],
      figures: [],
      workforce: { on: '2026-09-30', rows: [] },
      measures: {
        definitions: [definition('fill'), definition('vacancy')],
        values: [value('fill', 8_040_000), value('vacancy', second)],
      },
      earlier: [],
      staff: null,
      today: '2026-10-03',
    }) as unknown as CheckedReturn;
  const blank = { progress: '', nextSteps: '', risk: '', mitigation: '', helpNeeded: '' };
  const withProse = (one: CheckedReturn) => ({ ...one, lines: one.lines.map((line) => ({ ...line, ...blank })) });
  expect(checksOf(withProse(checked(8_040_000)), theme2Return)).toEqual([]);
  expect(checksOf(withProse(checked(8_140_000)), theme2Return)).toMatchObject([
    {
      reference: '4.1',
      kind: 'disagrees',
      message: 'In post is 81.40 WTE in vacancy and 80.40 WTE in fill, Midwives.',
    },
  ]);
});

test.skipIf(skipNote !== '')(`in post of the establishment is held against the staff list${skipNote}`, async () => {
  const file = join(samples, 'e_esr_staff_in_post_2026-10-31.xlsx');
  await importForCommandLine(planner.context, file, { trust: 'RX1' });
  // The samples' own answer: 125.63 WTE of midwives in post.
  expect((await found('4.1')).map(({ message }) => message)).toContain(
    '4.1 Midwives: in post is 80.40 WTE in the establishment and 125.63 WTE in the staff list of 31 October 2026.',
  );
});

test('a figure is judged by the ordinary variation of three or more earlier returns, and with fewer by the return before', () => {
  const { theme2Return, retention } = loadReference(join(root, 'resources'));
  const figures = (inPost: TableValue) =>
    [
      { reference: '4.1', key: 'midwives', title: 'Midwives', measures: [measure(inPost)] },
    ] as unknown as ReturnFigure[];
  const measure = (value: TableValue) => ({
    key: 'inPost',
    title: 'In post',
    kind: typeof value === 'number' ? 'wte' : 'rate',
    value,
  });
  const measures = { definitions: [], values: [], basis: {} } as unknown as ReturnDocument['measures'];
  const movedFrom = (now: TableValue, ...before: TableValue[]) =>
    moved(
      {
        figures: figures(now),
        measures,
        lines: [{ reference: '4.1' }],
        earlier: before.map((value, index) => ({ title: `Quarter ${index + 1}`, figures: figures(value), measures })),
        variation: retention.variation,
      },
      theme2Return,
    ).map(({ message }) => message);
  const wte = (some: number) => Math.round(some * 100_000);
  // Mean 81.00, moving ranges 2 and 1, their mean 1.50: limits are 81.00 less and more 2.66 x 1.50 = 3.99.
  const quarters = [wte(80), wte(82), wte(81)];
  expect(movedFrom(wte(84.99), ...quarters)).toEqual([]);
  expect(movedFrom(wte(77.01), ...quarters)).toEqual([]);
  expect(movedFrom(wte(85), ...quarters)).toEqual([
    '4.1 Midwives moved more than usual: In post from 81.00 WTE to 85.00 WTE, beyond the ordinary variation of the 3 returns before (77.01 WTE to 84.99 WTE).',
  ]);
  // Two earlier returns tell no ordinary variation: 20 % of the one before is the rule, and is said to be.
  expect(movedFrom(wte(85), wte(80), wte(82))).toEqual([]);
  expect(movedFrom(wte(98.41), wte(80), wte(82))).toEqual([
    '4.1 Midwives moved more than usual: In post from 82.00 WTE to 98.41 WTE, more than 20 % since Quarter 2; ordinary variation is told from 3 earlier returns on.',
  ]);
  expect(movedFrom(wte(90), wte(80), wte(80), wte(80))).toEqual([]);
  expect(movedFrom(wte(97), wte(80), wte(80), wte(80))).toEqual([
    expect.stringContaining('returns before all say the same'),
  ]);
  const rate = (numerator: number) => ({ numerator, denominator: 100 });
  expect(movedFrom(rate(14), rate(10), rate(12), rate(11))).toEqual([]);
  expect(movedFrom(rate(15), rate(10), rate(12), rate(11))).toEqual([
    expect.stringContaining(
      'from 11.00 % to 15.00 %, beyond the ordinary variation of the 3 returns before (7.01 % to 14.99 %)',
    ),
  ]);
});
