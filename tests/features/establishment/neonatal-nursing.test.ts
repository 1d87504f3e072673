import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { neonatalNursesOf } from '../../../electron/features/establishment/calculations/neonatal-nursing.ts';
import type { NeonatalInputs } from '../../../electron/contract/neonatal-nursing.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { amount, shown } from './assessment-samples.ts';
import { wte } from './lines.ts';

const rules = loadReference(join(import.meta.dirname, '../../../resources')).neonatal;
const unit: NeonatalInputs = {
  name: 'Neonatal unit',
  unit: null,
  designation: 'NICU',
  first: '2025-04-01',
  last: '2026-03-31',
  days1: 1_168,
  days2: 1_460,
  days3: 1_000,
  days4: 1_200,
  days5: 720,
  transitionalDays: null,
  declaredIntensive: 5,
  declaredHigh: 4,
  declaredSpecial: 12,
  occupancy: amount(80),
  coordinators: amount(1),
  factor: amount(6.07),
  hoursPerDay: amount(26),
  weeklyHours: amount(37.5),
  uplift: amount(25),
  fundedQualified: null,
  fundedRegistered: null,
  fundedOther: null,
  inPostQualified: null,
  inPostRegistered: null,
  inPostOther: null,
  source: null,
  agreedBy: null,
  date: null,
  reviewDate: null,
};
const of = (more: Partial<NeonatalInputs> = {}) => neonatalNursesOf({ ...unit, ...more }, rules);

describe('neonatal nurses for 1,168 intensive, 1,460 high dependency and 2,920 special care days', () => {
  it('need 4, 5 and 10 cots at 80 % occupancy, whatever the unit declares', () => {
    expect(of().levels.map(({ name, cots, declared }) => [name, shown(cots, 2), declared])).toEqual([
      ['Intensive care', '4.00', 5],
      ['High dependency', '5.00', 4],
      ['Special care', '10.00', 12],
    ]);
  });

  it('are 9 on each shift at 1:1, 1:2 and 1:4, and 10 with the coordinator', () => {
    expect(of().levels.map(({ nurses }) => shown(nurses, 2))).toEqual(['4.00', '2.50', '2.50']);
    expect([of().direct, of().perShift].map((value) => shown(value, 2))).toEqual(['9.00', '10.00']);
  });

  it('are 60.70 WTE by the usual factor, 60.67 by the factor unrounded and 56.00 without handover', () => {
    expect(shown(of().required, 2)).toBe('60.70');
    expect(shown(of({ factor: null }).required, 2)).toBe('60.67');
    expect(shown(of({ factor: null, hoursPerDay: amount(24) }).required, 2)).toBe('56.00');
    expect(of().factorOf).toBe('entered');
    expect(of({ factor: null }).factorOf).toBe('worked out');
  });

  it('leave transitional care out, and say so', () => {
    const with500 = of({ transitionalDays: 500 });
    expect(with500.required).toBe(of().required);
    expect(with500.findings).toContain('500 days of transitional care are left out, as in the calculator.');
  });

  it('show each step with its numbers', () => {
    expect(
      of({ factor: null })
        .steps.map(({ title, numbers }) => [title, numbers])
        .slice(0, 2),
    ).toEqual([
      ['Intensive care: cots', '1,168 ÷ 365 ÷ 80 %'],
      ['Intensive care: nurses on each shift', '4 ÷ 1'],
    ]);
    expect(of().steps.at(-1)).toMatchObject({ title: 'Required', numbers: '10 × 6.07', value: '607/10' });
  });
});

it('the share qualified in specialty is of registered nurses, 38.4 of 52.0 is 73.85 %, not of all staff', () => {
  const staffed = { inPostQualified: wte('38.4'), inPostRegistered: wte('13.6'), inPostOther: wte('10') };
  const { inPost } = of(staffed);
  expect(shown(inPost.qualifiedShare, 2)).toBe('73.85');
  expect(shown(inPost.registered, 2)).toBe('52.00');
  expect(shown(inPost.lessThanRequired, 2)).toBe('-1.30');
  expect(of({ ...staffed, inPostQualified: wte('20.4') }).findings[0]).toBe(
    'Of the registered nurses in post, 60 % are qualified in specialty; at least 70 % are asked for.',
  );
});

describe('a calculation', () => {
  let planner: ReturnType<typeof openTestPlanner>['planner'];
  const trust = 'RXX';
  beforeEach(async () => {
    ({ planner } = openTestPlanner());
    await planner.organisation.addTrust({ code: trust, name: 'Fernhollow', system: null, sites: [], units: [] });
  });

  it('starts with the defaults of the pack; changes are named, undone and done again', async () => {
    const { id, label } = await planner.establishment.addNeonatalNursing({ trust, name: 'Neonatal unit' });
    expect(label).toBe('New neonatal calculation Neonatal unit');
    const {
      id: _id,
      result: _result,
      pack: _pack,
      review: _review,
      ...start
    } = (await planner.establishment.neonatalNursing({ trust }))[0]!;
    expect(start).toMatchObject({ occupancy: amount(80), coordinators: amount(1), factor: amount(6.07), days1: null });
    await planner.establishment.changeNeonatalNursing({ trust, id, days1: 1_168, days2: 1_460, days3: 2_920 });
    expect(shown((await planner.establishment.neonatalNursing({ trust }))[0]?.result.required, 2)).toBe('60.70');
    expect((await planner.history.historyState({ trust })).undo).toBe('Change neonatal calculation Neonatal unit');
    await planner.history.undo({ trust });
    expect((await planner.establishment.neonatalNursing({ trust }))[0]?.result.required).toBe(null);
    await planner.establishment.removeNeonatalNursing({ trust, id });
    expect(await planner.establishment.neonatalNursing({ trust })).toEqual([]);
  });

  it('becomes the requirement of its unit, and says what it still needs until it can', async () => {
    const { id: nursery } = await planner.organisation.addUnit({
      trust,
      name: 'Nursery',
      kind: 'neonatal',
      site: null,
    });
    const { id } = await planner.establishment.addNeonatalNursing({ trust, name: 'Nursery', unit: nursery });
    const adopt = () => planner.establishment.adoptNeonatalNursing({ trust, id });
    expect(await refusalOf(adopt())).toMatchObject({ code: 'CANNOT_USE' });
    await planner.establishment.changeNeonatalNursing({ trust, id, days1: 1_168, days2: 1_460, days3: 2_920 });
    expect(await adopt()).toEqual({ label: 'Use Nursery as the required establishment' });
    expect((await planner.establishment.sheet({ trust })).lines).toMatchObject([
      {
        staffGroup: { key: 'neonatal_nursing' },
        band: { key: '6' },
        required: wte('60.7'),
        requiredTool: 'Neonatal nursing calculator',
      },
    ]);
  });
});
