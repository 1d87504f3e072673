import { beforeEach, describe, expect, it } from 'vitest';
import type { Trust } from '#contract';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { amount, shown, wholeTrust } from './assessment-samples.ts';
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
      { name: 'Labour ward', kind: 'delivery_suite', site: null },
      { name: 'Rowan ward', kind: 'postnatal', site: null },
      { name: 'Community team', kind: 'community', site: null },
    ],
  });
});

const all = () => planner.establishment.assessments({ trust: code });
const read = (id: number) => planner.establishment.assessment({ trust: code, id });
const lastChange = async () => (await planner.history.historyState({ trust: code })).undo;
/** The invented whole trust, its areas at three units. */
async function addWholeTrust(reference = 'BR-2026-01', date = '2026-03-31') {
  const { head, areas, ...rest } = wholeTrust({ reference, date });
  const units = [
    'Labour ward',
    'Labour ward',
    'Rowan ward',
    'Rowan ward',
    'Labour ward',
    'Rowan ward',
    'Rowan ward',
    'Community team',
  ];
  const placed = areas.map((area, index) => ({ ...area, unit: unitOf(units[index]!) }));
  const { id } = await planner.establishment.addAssessment({ trust: code, inputs: { head, areas: placed, ...rest } });
  return id;
}
const agree = (id: number, supersedes: number[] = []) =>
  planner.establishment.setAssessmentStatus({ trust: code, id, status: 'agreed', supersedes });

describe('a new assessment', () => {
  it('starts as a draft with the areas of a full report, each at the unit of its kind, and the usual values', async () => {
    const { id, label } = await planner.establishment.addAssessment({ trust: code });
    expect(label).toBe('New Birthrate+ assessment');
    const { status, head, areas, settings, defaults } = await read(id);
    expect(status).toBe('draft');
    expect(head).toMatchObject({ uplift: null, upliftMode: 'add_on', travel: amount(15), supportShare: amount(10) });
    expect(areas.map(({ name }) => name)).toEqual([
      'Delivery suite',
      'Birth centre',
      'Antenatal ward',
      'Postnatal ward',
      'Triage',
      'Clinics',
      'Day assessment',
      'Community',
    ]);
    expect(areas[0]?.unit).toBe(unitOf('Labour ward'));
    expect(areas[0]?.activities.slice(0, 5).map(({ times }) => times)).toEqual([1, 1, 1.2, 1.3, 1.4].map(amount));
    expect(settings.map(({ name }) => name)).toEqual(['Delivery suite', 'Birth centre', 'Home']);
    expect(defaults.pack).toBe('Starting values for a Birthrate+ assessment, version 1, from 2022-03-30');
  });

  it('is a copy of the last one without its name, its days and its printed totals', async () => {
    const first = await addWholeTrust();
    const { id, label } = await planner.establishment.addAssessment({ trust: code, copyOf: first });
    expect(label).toBe('Copy of BR-2026-01');
    const [copy, before] = [await read(id), await read(first)];
    expect(copy.head).toMatchObject({ reference: null, date: null, uplift: amount(24) });
    expect(copy.areas).toEqual(before.areas);
    expect(copy.result.total).toBe(before.result.total);
  });

  it('is undone and done again whole, with all its areas', async () => {
    const id = await addWholeTrust();
    const before = await read(id);
    await planner.history.undo({ trust: code });
    expect(await all()).toEqual([]);
    await planner.history.redo({ trust: code });
    expect(await read(id)).toEqual(before);
  });
});

describe('changing an assessment', () => {
  it('names each change by what it now says, and undo takes it back', async () => {
    const id = await addWholeTrust();
    const set = { trust: code, id };
    expect(await planner.establishment.changeAssessment({ ...set, head: { uplift: amount(22) } })).toEqual({
      label: 'Uplift, 22 %',
    });
    const { areas } = await read(id);
    const fewer = areas.map((area, index) => (index === 0 ? { ...area, activities: area.activities.slice(1) } : area));
    expect(await planner.establishment.changeAssessment({ ...set, areas: fewer })).toEqual({
      label: 'Delivery suite of BR-2026-01',
    });
    expect((await read(id)).areas).toEqual(fewer);
    await planner.history.undo({ trust: code });
    expect((await read(id)).areas).toEqual(areas);
    await planner.history.undo({ trust: code });
    expect(shown((await read(id)).result.clinical)).toBe('143.5360');
    expect(await planner.establishment.changeAssessment({ ...set, head: { uplift: amount(24) } })).toEqual({
      label: null,
    });
  });

  it('takes an area away from the middle, and the others stay as they were', async () => {
    const id = await addWholeTrust();
    const { areas } = await read(id);
    const kept = areas.filter(({ name }) => name !== 'Antenatal ward');
    await planner.establishment.changeAssessment({ trust: code, id, areas: kept });
    expect((await read(id)).areas).toEqual(kept);
    await planner.history.undo({ trust: code });
    expect((await read(id)).areas).toEqual(areas);
  });

  it('is refused once it is agreed, and the refusal says what to do', async () => {
    const id = await addWholeTrust();
    await agree(id);
    const change = planner.establishment.changeAssessment({ trust: code, id, head: { uplift: null } });
    expect(await refusalOf(change)).toMatchObject({ code: 'NOT_DRAFT' });
    expect(await refusalOf(planner.establishment.removeAssessment({ trust: code, id }))).toMatchObject({
      code: 'NOT_DRAFT',
    });
    await planner.establishment.setAssessmentStatus({ trust: code, id, status: 'draft' });
    await planner.establishment.removeAssessment({ trust: code, id });
    expect(await all()).toEqual([]);
  });
});

describe('an assessment from a report', () => {
  it('gives the results of its areas as printed, and says where the printed totals do not agree', async () => {
    const id = await addWholeTrust();
    const { areas } = await read(id);
    const printed = ['44.91', '1.53', '9.54', '22.59', '11.14', '4.96', '2.98', '45.90'].map(wte);
    await planner.establishment.changeAssessment({
      trust: code,
      id,
      head: { basis: 'report', printedClinical: wte('143.54'), printedTotal: wte('157.45') },
      areas: areas.map((area, index) => ({ ...area, reportWte: printed[index]! })),
    });
    const { result } = await read(id);
    expect(shown(result.clinical, 2)).toBe('143.55');
    expect(shown(result.total, 2)).toBe('156.47');
    expect(result.findings.map(({ message }) => message)).toContain(
      'The report prints 157.45 WTE as the total; it comes to 156.47 here.',
    );
  });

  it('is old after three years, to the day, and counts its months', async () => {
    const ages = [];
    for (const date of ['2023-11-21', '2023-11-20', '2025-03-31']) {
      const id = await addWholeTrust(date, date);
      ages.push((await read(id)).age);
    }
    expect(ages).toEqual([
      { months: 36, past: false, years: 3 },
      { months: 36, past: true, years: 3 },
      { months: 19, past: false, years: 3 },
    ]);
  });
});

describe('an agreed assessment as the required establishment', () => {
  const options = () => ({ specialistUnit: unitOf('Labour ward') });
  const use = (id: number, more = {}) =>
    planner.establishment.adoptAssessment({ trust: code, id, options: { ...options(), ...more } });
  const sheet = () => planner.establishment.sheet({ trust: code });

  it('sets the required lines by the funded bands of each unit as one change, and they sum to the total', async () => {
    await planner.establishment.pasteLines({
      trust: code,
      rows: [
        ['Labour ward', 'Midwives', '5', '', '10', '9'],
        ['Labour ward', 'Midwives', '6', '50', '30', '28'],
        ['Labour ward', 'Midwives', '7', '', '10', '10'],
        ['Rowan ward', 'Midwives', '6', '', '40', '38'],
      ],
    });
    const id = await addWholeTrust();
    await agree(id);
    const planned = await planner.establishment.requiredLines({ trust: code, id, options: options() });
    expect(shown(planned.total, 5)).toBe('156.45428');
    expect(planned.lines.reduce((sum, { required }) => sum + required, 0)).toBe(15_645_428);
    expect(await use(id)).toEqual({
      label: 'Use BR-2026-01 as the required establishment',
      lines: planned.lines.length,
    });
    const after = await sheet();
    expect(after.all.required.wte).toBe(15_645_428);
    expect(after.requirements).toEqual([{ tool: 'Birthrate+', source: 'BR-2026-01', date: '2026-03-31' }]);
    const labour = after.lines.filter(
      ({ unit, staffGroup }) => unit.name === 'Labour ward' && staffGroup.key === 'midwives',
    );
    // 51.82 midwives by funded 10, 30 and 10, and 12.92 specialists on Band 7.
    expect(labour.map(({ band, required }) => [band.key, Math.round(required! / 1_000)])).toEqual([
      ['5', 1_036],
      ['6', 3_109],
      ['7', 2_328],
    ]);
    expect(await lastChange()).toBe('Use BR-2026-01 as the required establishment');
    await planner.history.undo({ trust: code });
    expect((await sheet()).all.required.wte).toBe(wte(50));
    expect(await use(id)).not.toEqual({ label: null });
    expect(await use(id)).toMatchObject({ label: null });
  });

  it('is refused for a draft, for an area without a unit, and without a place for the specialists', async () => {
    const id = await addWholeTrust();
    expect(await refusalOf(use(id))).toMatchObject({
      code: 'CANNOT_USE',
      message: expect.stringContaining('Agree this one first'),
    });
    await agree(id);
    expect(await refusalOf(use(id, { specialistUnit: null }))).toMatchObject({
      message: expect.stringContaining('Choose the unit'),
    });
    const { id: other } = await planner.establishment.addAssessment({ trust: code, inputs: wholeTrust() });
    await agree(other);
    expect(await refusalOf(use(other))).toMatchObject({
      message: expect.stringContaining('Delivery suite has no unit'),
    });
  });

  it('is followed by a newer one: the old one is kept as superseded, and lines that it alone required become nought', async () => {
    const first = await addWholeTrust('BR-2023', '2023-03-31');
    await agree(first);
    await use(first);
    const second = await addWholeTrust('BR-2026', '2026-03-31');
    const { areas } = await read(second);
    const community = areas.map((area) => (area.name === 'Community' ? { ...area, unit: unitOf('Rowan ward') } : area));
    await planner.establishment.changeAssessment({ trust: code, id: second, areas: community });
    await agree(second, [first]);
    expect((await all()).map(({ name, status, lines }) => [name, status, lines])).toEqual([
      ['BR-2026', 'agreed', 0],
      ['BR-2023', 'superseded', 7],
    ]);
    await use(second);
    const after = await sheet();
    expect(after.all.required.wte).toBe(15_645_428);
    expect(after.byUnit.find(({ unit }) => unit.name === 'Community team')?.position.required.wte).toBe(0);
    expect(after.requirements).toEqual([{ tool: 'Birthrate+', source: 'BR-2026', date: '2026-03-31' }]);
    expect(shown((await read(first)).result.total)).toBe('156.4543');
    await planner.history.undo({ trust: code });
    expect((await sheet()).requirements).toMatchObject([{ source: 'BR-2023' }]);
  });
});
