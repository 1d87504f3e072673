import { beforeEach, expect, it } from 'vitest';
import type { CellProblem } from '#contract';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { wte } from './lines.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
const trust = 'RXX';

beforeEach(async () => {
  ({ planner } = openTestPlanner());
  const units = [
    { name: 'Delivery Suite', kind: 'delivery_suite', site: null },
    { name: 'Rowan Ward', kind: 'postnatal', site: null },
  ];
  await planner.organisation.addTrust({ code: trust, name: 'Fernhollow Maternity', system: null, sites: [], units });
});

const paste = (...rows: string[][]) => planner.establishment.pasteLines({ trust, rows });
const lines = async () => (await planner.establishment.sheet({ trust })).lines;
const problemsOf = async (...rows: string[][]) => {
  const { code, data } = await refusalOf(paste(...rows));
  expect(code).toBe('CELLS_REFUSED');
  return (data as { problems: CellProblem[] }).problems;
};

it('lines without headings are read in the usual order, and one undo takes them all away', async () => {
  const answer = await paste(
    ['Delivery suite', 'Midwives', 'Band 6', '58.33', '56', '51.28', 'Birthrate+', 'Report 12', '14/03/2025'],
    ['', '', ''],
    ['ROWAN  WARD', 'support', '3', '', '12', '10.2'],
  );
  expect(answer).toEqual({ label: 'Paste 2 lines', added: 2, changed: 0 });
  expect(await lines()).toMatchObject([
    {
      unit: { name: 'Delivery Suite' },
      required: wte('58.33'),
      requiredTool: 'Birthrate+',
      requiredDate: '2025-03-14',
    },
    {
      unit: { name: 'Rowan Ward' },
      staffGroup: { key: 'support' },
      required: null,
      funded: wte('12'),
      requiredTool: null,
    },
  ]);
  await planner.history.undo({ trust });
  expect(await lines()).toEqual([]);
});

it('headings may stand in any order, and columns that are worked out are passed over', async () => {
  await paste(
    ['Band', 'Staff group', 'Unit', 'In post', 'Vacancy', 'Funded'],
    ['6', 'Midwives', 'Delivery Suite', '51.28', '999', '56.00'],
  );
  expect(await lines()).toMatchObject([{ inPost: wte('51.28'), funded: wte('56'), required: null }]);
});

it('a line that is there is changed: a blank cell becomes not known, a column left out stays', async () => {
  await paste(['Delivery Suite', 'Midwives', '6', '58.33', '56', '51.28']);
  const answer = await paste(
    ['Unit', 'Staff group', 'Band', 'Required', 'Funded'],
    ['Delivery Suite', 'Midwives', '6', '', '57'],
  );
  expect(answer).toEqual({ label: 'Paste 1 line', added: 0, changed: 1 });
  expect(await lines()).toMatchObject([{ required: null, funded: wte('57'), inPost: wte('51.28') }]);
});

it('the same block twice changes nothing the second time', async () => {
  const block = ['Delivery Suite', 'Midwives', '6', '58.33', '56', '51.28'];
  await paste(block);
  expect(await paste(block)).toEqual({ label: null, added: 0, changed: 0 });
});

it('every problem is named by its cell, and nothing is pasted', async () => {
  const problems = await problemsOf(
    ['Delivery Suite', 'Midwives', '6', '58.33'],
    ['Rowan', 'Midwives', '6', 'many'],
    ['Delivery Suite', '', '12', '1'],
    ['Delivery Suite', 'Midwives', 'B6', '2'],
  );
  expect(problems.map(({ row, column, message }) => [row, column, message.split(' Use one of')[0]])).toEqual([
    [2, 1, 'There is no unit called “Rowan” here.'],
    [2, 4, '“many” is not a number. Enter WTE such as 12.34, or leave it blank if it is not known.'],
    [3, 2, 'Enter the staff group.'],
    [3, 3, 'There is no band called “12” here.'],
    [4, 1, 'This is the same unit, staff group and band as row 1. Keep one of them.'],
  ]);
  expect(problems[0]?.message).toContain('Use one of: Delivery Suite, Rowan Ward.');
  expect(await lines()).toEqual([]);
});

it('a column too many is a problem where there are no headings', async () => {
  const row = ['Delivery Suite', 'Midwives', '6', '1', '1', '1', 'Birthrate+', 'Report', '14/03/2025', 'extra'];
  expect(await problemsOf(row)).toMatchObject([{ row: 1, column: 10, read: 'extra' }]);
});
