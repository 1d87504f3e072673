import { beforeEach, describe, expect, it } from 'vitest';
import type { CellProblem, EstablishmentField } from '#contract';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { wte } from './lines.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
let ids: number[];
const trust = 'RXX';

beforeEach(async () => {
  ({ planner } = openTestPlanner());
  const units = [
    { name: 'Delivery Suite', kind: 'delivery_suite', site: null },
    { name: 'Rowan Ward', kind: 'postnatal', site: null },
  ];
  await planner.organisation.addTrust({ code: trust, name: 'Fernhollow Maternity', system: null, sites: [], units });
  await planner.establishment.pasteLines({
    trust,
    rows: [
      ['Delivery Suite', 'Midwives', 'Band 6', '', '50', '48.5'],
      ['Rowan Ward', 'Midwives', '6', '', '', ''],
    ],
  });
  ids = (await planner.establishment.sheet({ trust })).lines.map(({ id }) => id);
});

const lines = async () => (await planner.establishment.sheet({ trust })).lines;
const enter = (...cells: [line: number, field: EstablishmentField, text: string][]) =>
  planner.establishment.enterCells({
    trust,
    cells: cells.map(([line, field, text]) => ({ id: ids[line]!, field, text })),
  });
const undoLabel = async () => (await planner.history.historyState({ trust })).undo;

describe('a figure typed into a cell', () => {
  it.each([
    ['71.40', '71.4'],
    [' 71.4 WTE', '71.4'],
    ['1,234.5', '1234.5'],
    ['0', '0'],
    ['.5', '0.5'],
    ['12.345678', '12.34568'],
    ['', null],
    ['-', null],
    ['not known', null],
  ])('“%s” is read as %s', async (text, expected) => {
    await enter([1, 'required', '3']);
    await enter([1, 'required', text]);
    expect((await lines())[1]?.required).toBe(wte(expected));
  });

  it.each([
    [
      '12x',
      '“12x” is not a number. Enter WTE such as 12.34, or leave it blank if it is not known. Nothing was changed.',
    ],
    ['−2', '“−2” is below 0. Enter 0 or more: the gap shows what is over. Nothing was changed.'],
    ['10000', '“10000” is too high. Enter WTE, below 10,000. Nothing was changed.'],
  ])('“%s” is refused in words', async (text, message) => {
    const refusal = await refusalOf(enter([0, 'funded', text]));
    expect(refusal).toMatchObject({ code: 'CELLS_REFUSED', message });
    expect((await lines())[0]?.funded).toBe(wte('50'));
  });

  it('is named in the history by what it says', async () => {
    await enter([0, 'funded', '71.4']);
    expect(await undoLabel()).toBe('Funded Band 6, 71.40');
    await enter([0, 'inPost', '']);
    expect(await undoLabel()).toBe('In post Band 6, not known');
  });
});

describe('the requirement', () => {
  it.each(['14/03/2025', '14 March 2025', '14-Mar-25', '2025-03-14'])('takes %s as its date', async (text) => {
    await enter([0, 'requiredDate', text]);
    expect((await lines())[0]?.requiredDate).toBe('2025-03-14');
    expect(await undoLabel()).toBe('Date of the requirement Band 6, 14 March 2025');
  });

  it.each(['31/02/2025', 'last spring', '2025', '14/03/1925'])('refuses %s as its date', async (text) => {
    expect((await refusalOf(enter([0, 'requiredDate', text]))).code).toBe('CELLS_REFUSED');
  });

  it('keeps its tool and source as one line of text', async () => {
    await enter([0, 'requiredTool', '  Birthrate+ '], [0, 'requiredSource', 'Report\n12']);
    expect((await lines())[0]).toMatchObject({ requiredTool: 'Birthrate+', requiredSource: 'Report 12' });
    expect((await refusalOf(enter([0, 'requiredSource', 'x'.repeat(201)]))).code).toBe('CELLS_REFUSED');
  });
});

describe('a block pasted over cells', () => {
  it('is one change, undone at once', async () => {
    await enter([0, 'funded', '52'], [0, 'inPost', '49'], [1, 'funded', '30'], [1, 'inPost', '28']);
    expect(await undoLabel()).toBe('Fill in 4 cells');
    await planner.history.undo({ trust });
    expect(await lines()).toMatchObject([
      { funded: wte('50'), inPost: wte('48.5') },
      { funded: null, inPost: null },
    ]);
  });

  it('is refused whole for one bad cell, and says which', async () => {
    const { data } = await refusalOf(enter([0, 'funded', '52'], [0, 'inPost', 'forty'], [1, 'funded', '-3']));
    const { problems } = data as { problems: CellProblem[] };
    expect(problems.map(({ row, read }) => [row, read])).toEqual([
      [2, 'forty'],
      [3, '-3'],
    ]);
    expect((await lines())[0]?.funded).toBe(wte('50'));
    expect(await undoLabel()).toBe('Paste 2 lines');
  });

  it('that says what is there already is no change', async () => {
    expect(await enter([0, 'funded', '50.00'], [1, 'funded', ''])).toEqual({ label: null });
  });

  it('of blanks clears, and says so', async () => {
    await enter([0, 'funded', ''], [0, 'inPost', '']);
    expect(await undoLabel()).toBe('Clear 2 cells');
  });
});
