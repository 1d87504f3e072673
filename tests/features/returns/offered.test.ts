import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReturnFigure } from '../../../electron/contract/index.ts';
import { supportFigures } from '../../../electron/features/returns/calculations/support.ts';
import { trainingFigures } from '../../../electron/features/returns/calculations/training.ts';
import { importForCommandLine } from '../../../electron/imports/command-line.ts';
import { addTestTrust, openTestPlanner, root } from './planner.ts';

const samples = join(root, '../shared/samples');
const skipNote = existsSync(samples) ? '' : ' (skipped: the samples are not beside the project)';
const forLmns = { hideBelow: 5, roundTo: 1 };

const valueOf = (figure: ReturnFigure | undefined, key: string) =>
  figure?.measures.find((measure) => measure.key === key)?.value;

describe('what a return takes of people is in numbers that may leave the trust', () => {
  const mentors = {
    share: { numerator: 0, denominator: 0 },
    overdue: 0,
    mentorings: [],
    period: { first: '2025-11-22', last: '2026-11-22' },
    rules: {
      bands: ['7'],
      mentorWithinDays: 28,
      firstMeetingWithinDays: 14,
      reviewMonths: [3],
      newForMonths: 12,
      dueSoonDays: 28,
    },
  };
  const preceptees = (inProgramme: number, overdue: number, behind: number) =>
    supportFigures({ inProgramme, overdue, behind, packs: [] }, mentors, '2026-11-22', forLmns)[0];

  test('preceptees: small numbers are left out', () => {
    const figure = preceptees(20, 6, 2);
    expect(valueOf(figure, 'all')).toBe(20);
    expect(valueOf(figure, 'overdue')).toBe(6);
    expect(valueOf(figure, 'behind')).toBe('fewer than 5');
  });

  test('preceptees: a number whose rest is small is left out too, for the rest could be reckoned', () => {
    const figure = preceptees(20, 18, 0);
    expect(valueOf(figure, 'overdue')).not.toBe(18);
    expect(valueOf(figure, 'behind')).toBe(0);
    expect(figure?.sentence).not.toContain('18');
  });

  test('nobody in a programme and nobody mentored is no figure', () => {
    expect(
      supportFigures({ inProgramme: 0, overdue: 0, behind: 0, packs: [] }, mentors, '2026-11-22', forLmns),
    ).toEqual([]);
  });

  test('training: a share goes with its small numbers, and 89.6 % is not 90 %', () => {
    const group = (name: string, numerator: number, denominator: number, meets: boolean) => ({
      course: 'fetal',
      courseName: 'Fetal monitoring',
      group: name,
      groupName: name,
      inDate: { numerator, denominator },
      meets,
    });
    const [figure] = trainingFigures(
      [group('Midwives', 112, 125, false), group('Consultants', 8, 9, false), group('Nobody', 0, 0, false)],
      { census: '2026-11-22', threshold: { numerator: 9, denominator: 10 }, source: 'file', packs: [] },
      forLmns,
    );
    expect(valueOf(figure, 'Midwives')).toEqual({ numerator: 112, denominator: 125 });
    expect(valueOf(figure, 'Consultants')).toBe('not shown: a number in it is small');
    expect(figure?.measures).toHaveLength(2);
    expect(figure?.sentence).toBe(
      'On 22 November 2026, Fetal monitoring: Midwives 89.60 %; Consultants not shown, small numbers. 0 of 1 group whose numbers may be told reached 90.00 %, each by its exact fraction.',
    );
  });
});

test.skipIf(skipNote !== '')(`the samples fill the lines of the return${skipNote}`, async () => {
  const planner = openTestPlanner({ now: '2026-11-02T09:30:00.000Z' });
  await addTestTrust(planner);
  for (const file of [
    'e_esr_staff_in_post_2026-10-31',
    'f_ledger_establishment_2026-10',
    'g_leavers_24_months',
    'h_absence_episodes',
    'i_training_compliance',
    'j_preceptees',
    'k_vacancy_tracker',
    'l_retention_action_plan',
  ]) {
    const report = await importForCommandLine(planner.context, join(samples, `${file}.xlsx`), { trust: 'RX1' });
    expect('accepted' in report, file).toBe(true);
  }
  const figures = await planner.client.returns.figures({ trust: 'RX1', period: '2026-Q3' });
  const of = (key: string) => figures.find((figure) => figure.key === key);

  // By the expected answers of the vacancy tracker and of the retention plan.
  expect(of('vacancy plan')?.reference).toBe('4.2');
  expect(valueOf(of('vacancy plan'), 'live')).toBe(27);
  expect(valueOf(of('vacancy plan'), 'liveWte')).toBe(2_180_000);
  expect(valueOf(of('vacancy plan'), 'offered')).toBe(940_000);
  expect(valueOf(of('vacancy plan'), 'approvalToOffer')).toBe(51);
  // The staff list's own answer: 4.90 WTE of administrative staff.
  expect(valueOf(of('administration'), 'staff')).toBe(490_000);
  expect(valueOf(of('retention plan'), 'actions')).toBe(12);
  expect(valueOf(of('retention plan'), 'overdue')).toBe(3);
  expect(valueOf(of('retention actions 5.5'), 'actions')).toBe(2);

  expect(new Set(figures.map(({ reference }) => reference))).toEqual(
    new Set(['4.1', '4.2', '4.3', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '6.1']),
  );
  // A line asked for by itself has the same figures as among all.
  for (const reference of new Set(figures.map((figure) => figure.reference)))
    expect(await planner.client.returns.figures({ trust: 'RX1', period: '2026-Q3', reference }), reference).toEqual(
      figures.filter((figure) => figure.reference === reference),
    );
  // What was imported and planned can be named as evidence without typing it; an import that is undone cannot.
  const { returns } = planner.client;
  const line = { trust: 'RX1', period: '2026-Q3', reference: '4.2' };
  const held = await returns.heldEvidence(line);
  expect(held.filter(({ kind }) => kind === 'import')).toHaveLength(8);
  expect(held.filter(({ kind }) => kind === 'plan').map(({ title, detail }) => [title, detail])).toEqual([
    ['Retention improvement plan', '12 actions'],
    ['Vacancy plan', expect.stringMatching(/^\d+ posts$/)],
  ]);
  const tracker = held.find(({ place }) => place === 'k_vacancy_tracker.xlsx');
  expect(tracker).toMatchObject({
    kind: 'import',
    day: '2026-11-02',
    taken: false,
    detail: expect.stringMatching(/rows/),
  });
  await returns.start(line);
  const { key: _key, taken: _taken, ...item } = tracker!;
  const { line: after } = await returns.addEvidence({ ...line, item });
  expect(after.items).toMatchObject([{ kind: 'import', place: 'k_vacancy_tracker.xlsx' }]);
  const again = await returns.heldEvidence(line);
  expect(again.filter(({ taken }) => taken).map(({ place }) => place)).toEqual(['k_vacancy_tracker.xlsx']);
  for (const { sentence, measures } of figures) {
    expect(sentence).not.toMatch(/undefined|null|NaN/u);
    expect(measures.length).toBeGreaterThan(0);
  }
});
