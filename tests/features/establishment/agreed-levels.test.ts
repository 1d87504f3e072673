import { beforeEach, describe, expect, it } from 'vitest';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { amount } from './assessment-samples.ts';
import { wte } from './lines.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
const trust = 'RXX';
beforeEach(async () => {
  ({ planner } = openTestPlanner());
  await planner.organisation.addTrust({ code: trust, name: 'Fernhollow', system: null, sites: [], units: [] });
});

const read = () => planner.establishment.agreedLevels({ trust });
const add = (profession: string, more = {}) => planner.establishment.addAgreedLevel({ trust, profession, ...more });
const agreed = { source: 'Board paper 12', agreedBy: 'Perinatal board', date: '2026-01-15' };

describe('a locally agreed level', () => {
  it('says its three signed gaps and keeps what is not known apart from nought', async () => {
    await add('obstetric', { role: 'Consultants', required: wte(12), funded: wte(10), inPost: wte('10.5'), ...agreed });
    await add('psychology', { role: 'Clinical psychologist', required: wte('1.2') });
    const { levels } = await read();
    expect(
      levels.map(({ requiredLessFunded, vacancy, requiredLessInPost }) => [
        requiredLessFunded,
        vacancy,
        requiredLessInPost,
      ]),
    ).toEqual([
      [wte(2), -50_000, wte('1.5')],
      [null, null, null],
    ]);
    expect(levels.map(({ lacks }) => lacks)).toEqual([[], ['source', 'who agreed it', 'date']]);
  });

  it('falls due for review on its review date, or a year after it was agreed, and is flagged from that day', async () => {
    await add('obstetric', { ...agreed, date: '2025-11-21' });
    await add('anaesthetic', { ...agreed, date: '2025-11-22' });
    await add('ahp', { ...agreed, reviewDate: '2027-06-01' });
    await add('admin');
    const { levels, due } = await read();
    expect(levels.map(({ reviewOn, review }) => [reviewOn, review])).toEqual([
      ['2026-11-21', 'due'],
      ['2026-11-22', 'soon'],
      ['2027-06-01', 'later'],
      [null, 'none'],
    ]);
    expect(due).toBe(1);
  });

  it('of neonatal doctors says what the published tier asks for', async () => {
    await add('neonatal_medical', { designation: 'NICU', tier: 'Tier 1' });
    const { levels, tiers } = await read();
    expect(levels[0]).toMatchObject({ least: 8, asks: 'Resident day and night, for the neonatal unit alone.' });
    expect(tiers.filter(({ designation }) => designation === 'NICU').map(({ tier, least }) => [tier, least])).toEqual([
      ['Tier 1', 8],
      ['Tier 2', 8],
      ['Consultant', 7],
    ]);
  });

  it('of administrative posts says how many hours of clinicians they free, and which professions have none yet', async () => {
    await add('admin', { role: 'Ward clerks', freedHours: amount(37.5) });
    await add('admin', { role: 'Rota coordinator', freedHours: amount(12) });
    const { freedHours, without } = await read();
    expect(freedHours).toBe(amount(49.5));
    expect(without).not.toContain('Administrative, to free clinicians');
    expect(without).toContain('Obstetric anaesthetic');
  });

  it('is changed, removed and brought back by name', async () => {
    const { id } = await add('Bereavement counsellors');
    expect(await planner.establishment.changeAgreedLevel({ trust, id, required: wte('0.8') })).toEqual({
      label: 'Change agreed level Bereavement counsellors',
    });
    expect(await planner.establishment.changeAgreedLevel({ trust, id, required: wte('0.8') })).toEqual({ label: null });
    await planner.establishment.removeAgreedLevel({ trust, id });
    expect((await read()).levels).toEqual([]);
    await planner.history.undo({ trust });
    expect((await read()).levels).toMatchObject([{ id, professionName: 'Bereavement counsellors', required: 80_000 }]);
    expect(await refusalOf(planner.establishment.changeAgreedLevel({ trust, id, unit: 99 }))).toMatchObject({
      code: 'NOT_THERE',
    });
  });
});

it('a level becomes the requirement of its unit by the funded bands there, as one change, and names its source', async () => {
  const { id: unit } = await planner.organisation.addUnit({ trust, name: 'Maternity', kind: 'other', site: null });
  await planner.establishment.addLine({ trust, unit, staffGroup: 'ahp', band: '6', funded: wte(2) });
  await planner.establishment.addLine({ trust, unit, staffGroup: 'ahp', band: '7', funded: wte(1) });
  const { id } = await add('ahp', { required: wte(4), ...agreed });
  const adopt = () => planner.establishment.adoptAgreedLevel({ trust, id });
  expect(await refusalOf(adopt())).toMatchObject({ code: 'CANNOT_USE' });
  await planner.establishment.changeAgreedLevel({ trust, id, unit });
  expect(await adopt()).toEqual({ label: 'Use Allied health professionals as the required establishment' });
  const { lines } = await planner.establishment.sheet({ trust });
  expect(lines.map(({ required, requiredTool, requiredSource }) => [required, requiredTool, requiredSource])).toEqual([
    [266_667, 'Locally agreed', 'Board paper 12'],
    [133_333, 'Locally agreed', 'Board paper 12'],
  ]);
  expect(await adopt()).toEqual({ label: null });
  await planner.history.undo({ trust });
  expect((await planner.establishment.sheet({ trust })).all.required.wte).toBe(null);
});
