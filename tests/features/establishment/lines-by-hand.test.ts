import { beforeEach, describe, expect, it } from 'vitest';
import type { Trust } from '#contract';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { setLine } from '../../support/set-line.ts';
import { wte } from './lines.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
let trust: Trust;
const code = 'RXX';
const unitOf = (name: string) => trust.units.find((unit) => unit.name === name)!.id;

beforeEach(async () => {
  ({ planner } = openTestPlanner());
  trust = await planner.organisation.addTrust({
    code,
    name: 'Fernhollow Maternity',
    system: null,
    sites: [],
    units: [
      { name: 'Delivery Suite', kind: 'delivery_suite', site: null },
      { name: 'Community', kind: 'community', site: null },
    ],
  });
});

const sheet = () => planner.establishment.sheet({ trust: code });
const addMidwives = (band = '6', unit = 'Delivery Suite') =>
  planner.establishment.addLine({ trust: code, unit: unitOf(unit), staffGroup: 'midwives', band });
const lastChange = async () => (await planner.history.historyState({ trust: code })).undo;

describe('a line', () => {
  it('starts with everything not known, and each change of it is named, undone and redone', async () => {
    const { id, label } = await addMidwives();
    expect(label).toBe('New line Delivery Suite, Midwives, Band 6');
    expect((await sheet()).lines).toMatchObject([
      { id, required: null, funded: null, inPost: null, requiredTool: null },
    ]);

    await setLine(planner, { trust: code, id, funded: wte('71.40') });
    expect(await lastChange()).toBe('Funded Band 6, 71.40');

    await planner.history.undo({ trust: code });
    expect((await sheet()).lines).toMatchObject([{ id, funded: null }]);
    await planner.history.redo({ trust: code });
    expect((await sheet()).lines).toMatchObject([{ id, funded: wte('71.40') }]);
    await planner.history.undo({ trust: code });
    await planner.history.undo({ trust: code });
    expect((await sheet()).lines).toEqual([]);
  });

  it('that is removed comes back whole, with its own id', async () => {
    const { id } = await addMidwives();
    const values = {
      required: wte('74.25'),
      requiredTool: 'Birthrate+',
      requiredSource: 'Report 12',
      requiredDate: '2025-03-14',
    };
    await setLine(planner, { trust: code, id, ...values });
    await planner.establishment.removeLine({ trust: code, id });
    expect(await lastChange()).toBe('Remove line Delivery Suite, Midwives, Band 6');
    expect((await sheet()).linesInTrust).toBe(0);
    await planner.history.undo({ trust: code });
    expect((await sheet()).lines).toMatchObject([{ id, ...values }]);
  });

  it('that is set to what it says already is no change', async () => {
    const { id } = await addMidwives();
    expect(await setLine(planner, { trust: code, id, funded: null })).toEqual({ label: null });
    expect(await lastChange()).toBe('New line Delivery Suite, Midwives, Band 6');
  });

  it('is there once for each unit, staff group and band', async () => {
    await addMidwives();
    expect(await refusalOf(addMidwives())).toMatchObject({
      code: 'LINE_EXISTS',
      message: 'Delivery Suite, Midwives, Band 6 is already there. Change that line instead.',
    });
    expect((await sheet()).linesInTrust).toBe(1);
    await addMidwives('6', 'Community');
    expect((await sheet()).linesInTrust).toBe(2);
  });

  it('needs a unit, staff group and band of the trust', async () => {
    const line = { trust: code, unit: unitOf('Community'), staffGroup: 'midwives', band: '6' };
    for (const [wrong, what] of [
      [{ unit: 9999 }, 'unit'],
      [{ staffGroup: 'wizards' }, 'staff group'],
      [{ band: '10' }, 'band'],
    ] as const)
      expect(await refusalOf(planner.establishment.addLine({ ...line, ...wrong }))).toMatchObject({
        code: 'NOT_THERE',
        message: `Fernhollow Maternity has no such ${what}. Choose one from the list.`,
      });
  });

  it('that is gone is refused, and so is the line of another trust', async () => {
    const { id } = await addMidwives();
    await planner.organisation.addTrust({ code: 'RYY', name: 'Other', system: null, sites: [], units: [] });
    for (const call of [
      planner.establishment.removeLine({ trust: code, id: id + 1 }),
      planner.establishment.removeLine({ trust: 'RYY', id }),
      planner.establishment.enterCells({ trust: 'RYY', cells: [{ id, field: 'funded', text: '1' }] }),
    ])
      expect((await refusalOf(call)).code).toBe('NOT_THERE');
    expect((await sheet()).linesInTrust).toBe(1);
  });

  it('keeps its unit from being removed', async () => {
    await addMidwives();
    const remove = planner.organisation.removeUnit({ trust: code, id: unitOf('Delivery Suite') });
    expect((await refusalOf(remove)).code).toBe('STILL_USED');
  });
});

describe('a trust that is not there', () => {
  it('is refused by every call', async () => {
    const of = planner.establishment;
    const gone = { trust: 'NONE' };
    for (const call of [
      of.sheet(gone),
      of.addLine({ ...gone, unit: 1, staffGroup: 'midwives', band: '6' }),
      of.enterCells({ ...gone, cells: [{ id: 1, field: 'funded', text: '' }] }),
      of.pasteLines({ ...gone, rows: [['']] }),
      of.removeLine({ ...gone, id: 1 }),
    ])
      expect((await refusalOf(call)).code).toBe('TRUST_UNKNOWN');
  });
});

describe('the sheet', () => {
  it('works every figure out over one unit or one staff group as asked', async () => {
    await planner.establishment.pasteLines({
      trust: code,
      rows: [
        ['Delivery Suite', 'Midwives', '6', '58.33', '56.00', '51.28'],
        ['Delivery Suite', 'support', '3', '9.20', '9.60', '9.12'],
        ['Community', 'Midwives', '6', '44.62', '45.00', '43.10'],
      ],
    });
    const all = await sheet();
    expect(all).toMatchObject({ trust: { code, name: 'Fernhollow Maternity' }, on: '2026-11-21', linesInTrust: 3 });
    expect(all.all.requiredLessFunded).toMatchObject({ wte: wte('1.55'), gross: wte('2.33') });
    const unit = await planner.establishment.sheet({ trust: code, unit: unitOf('Community') });
    expect(unit.all.requiredLessFunded.wte).toBe(wte('-0.38'));
    expect(unit).toMatchObject({ linesInTrust: 3, byUnit: [{ unit: { name: 'Community' } }] });
    const group = await planner.establishment.sheet({ trust: code, staffGroup: 'midwives' });
    expect(group.all.vacancy.wte).toBe(wte('6.62'));
  });

  it('lists lines in the order of the units, staff groups and bands of the trust', async () => {
    await addMidwives('7', 'Community');
    await addMidwives('8a');
    await addMidwives('5');
    await planner.establishment.addLine({
      trust: code,
      unit: unitOf('Delivery Suite'),
      staffGroup: 'support',
      band: '2',
    });
    const names = (await sheet()).lines.map(
      ({ unit, staffGroup, band }) => `${unit.name} ${staffGroup.key} ${band.key}`,
    );
    expect(names).toEqual([
      'Delivery Suite midwives 5',
      'Delivery Suite midwives 8a',
      'Delivery Suite support 2',
      'Community midwives 7',
    ]);
  });

  it('totals more than ten thousand WTE without complaint', async () => {
    for (const band of ['5', '6', '7'])
      await planner.establishment.addLine({
        trust: code,
        unit: unitOf('Community'),
        staffGroup: 'midwives',
        band,
        funded: wte('9999.99999'),
        inPost: 0,
      });
    expect((await sheet()).all.vacancy.wte).toBe(3 * 999_999_999);
  });
});
