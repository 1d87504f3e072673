import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rosterFigures, rosterRows, temporaryRows } from '../../../electron/features/returns/calculations/rosters.ts';
import type { DutySum } from '../../../electron/features/rosters/calculations/duty-sums.ts';
import type { DutyEntry } from '../../../electron/features/rosters/entries.ts';
import { readReturnWorkbook } from '../../../electron/features/returns/read-workbook.ts';
import { importForCommandLine } from '../../../electron/imports/command-line.ts';
import { temporaryFolder } from '../../support/database.ts';
import { addTestTrust, openTestPlanner, root } from './planner.ts';

const sample = join(root, '../shared/samples/a_duty_roster_2026-10.xlsx');
const skipNote = existsSync(sample) ? '' : ' (skipped: the samples are not beside the project)';

const duty = (more: Partial<DutyEntry>): DutyEntry & DutySum => ({
  duties: 1,
  row: 1,
  unit: 'Delivery Suite',
  person: '29382597',
  assignment: null,
  name: null,
  date: '2026-07-06',
  band: '6',
  registered: 1,
  costCentre: null,
  plannedStart: 450,
  plannedEnd: 1200,
  plannedBreak: 60,
  plannedMinutes: 690,
  actualStart: 450,
  actualEnd: 1200,
  actualBreak: 60,
  actualMinutes: 690,
  night: 0,
  shift: 'LD',
  shiftType: 'Day',
  purpose: 'care',
  fill: 'substantive',
  status: 'worked',
  inCharge: 0,
  supernumerary: 0,
  ...more,
});
const quarter = {
  title: 'July to September 2026',
  first: '2026-07-01',
  last: '2026-09-30',
  units: ['Postnatal', 'Delivery Suite'],
  sources: ['july.xlsx, imported on 1 October 2026'],
  days: 2,
};
const duties = [
  duty({}),
  duty({
    fill: 'none',
    status: 'unfilled',
    person: null,
    actualStart: null,
    actualEnd: null,
    actualBreak: null,
    actualMinutes: null,
  }),
  duty({ fill: 'bank', registered: 0, night: 1, actualMinutes: 600 }),
  duty({ fill: 'agency', unit: 'Postnatal', date: '2026-07-07' }),
  duty({ purpose: 'on_call', actualMinutes: 120 }),
];

test('shift fill is by unit, staff and half, units without hours left out, and then of all', () => {
  const rows = rosterRows(duties, [...quarter.units, 'Community']);
  expect(
    rows.map(({ unit, staff, shift, plannedMinutes, actualMinutes }) => [
      unit,
      staff,
      shift,
      plannedMinutes,
      actualMinutes,
    ]),
  ).toEqual([
    ['Postnatal', 'registered', 'day', 690, 690],
    ['Postnatal', 'registered', 'night', 0, 0],
    ['Postnatal', 'support', 'day', 0, 0],
    ['Postnatal', 'support', 'night', 0, 0],
    ['Delivery Suite', 'registered', 'day', 1380, 690],
    ['Delivery Suite', 'registered', 'night', 0, 0],
    ['Delivery Suite', 'support', 'day', 0, 0],
    ['Delivery Suite', 'support', 'night', 690, 600],
    [null, 'registered', 'day', 2070, 1380],
    [null, 'registered', 'night', 0, 0],
    [null, 'support', 'day', 0, 0],
    [null, 'support', 'night', 690, 600],
  ]);
});

test('hours of bank and agency are by unit, on call left out, and then of all', () => {
  expect(temporaryRows(duties, quarter.units)).toEqual([
    { unit: 'Postnatal', substantiveMinutes: 0, bankMinutes: 0, agencyMinutes: 690, otherMinutes: 0 },
    { unit: 'Delivery Suite', substantiveMinutes: 690, bankMinutes: 600, agencyMinutes: 0, otherMinutes: 0 },
    { unit: null, substantiveMinutes: 690, bankMinutes: 600, agencyMinutes: 690, otherMinutes: 0 },
  ]);
});

test('a quarter whose rosters cover fewer days says so, and names its files', () => {
  const [fill] = rosterFigures(duties, quarter);
  expect(fill).toMatchObject({
    reference: '4.2',
    of: 'July to September 2026',
    source: 'Rosters: july.xlsx, imported on 1 October 2026',
    warnings: ['The rosters have duties on 2 days of the 92 of the period.'],
  });
  expect(rosterFigures([], quarter)).toEqual([]);
});

test.skipIf(!existsSync(sample))(
  `the sample roster proves 92.76 % shift fill and 6.90 % temporary staff${skipNote}`,
  async () => {
    const planner = openTestPlanner({ now: '2026-11-02T09:00:00.000Z' });
    await addTestTrust(planner);
    expect(await importForCommandLine(planner.context, sample, { trust: 'RX1', units: 'create' })).toMatchObject({
      accepted: 2763,
    });
    const figures = await planner.client.returns.figures({ trust: 'RX1', period: '2026-Q3' });
    const sentences = new Map(figures.map(({ key, sentence }) => [key, sentence]));
    expect(sentences.get('shift fill')).toBe(
      'In October to December 2026, 92.76 % of planned care hours were filled (15,789.50 hours of 17,021.00 hours): ' +
        'registered, day 94.53 %; registered, night 88.37 %; support, day 95.39 %; support, night 90.31 %.',
    );
    expect(sentences.get('temporary staffing')).toBe(
      'In October to December 2026, bank and agency staff worked 6.90 % of all actual hours ' +
        '(bank 997.00 hours, agency 168.25 hours, of 16,896.25 hours).',
    );
    expect(figures.find(({ key }) => key === 'shift fill')?.source).toBe(
      'Rosters: a_duty_roster_2026-10.xlsx, imported on 2 November 2026',
    );
    expect(await planner.client.returns.figures({ trust: 'RX1', period: '2026-Q2' })).not.toContainEqual(
      expect.objectContaining({ key: 'shift fill' }),
    );
    await planner.client.returns.start({ trust: 'RX1', period: '2026-Q3' });
    const { contents } = await planner.client.returns.workbook({ trust: 'RX1', period: '2026-Q3' });
    const file = join(temporaryFolder(), 'return.xlsx');
    writeFileSync(file, Buffer.from(contents, 'base64'));
    const document = await planner.client.returns.document({ trust: 'RX1', period: '2026-Q3' });
    expect(await readReturnWorkbook(file)).toEqual({ kind: 'read', document });
  },
);
