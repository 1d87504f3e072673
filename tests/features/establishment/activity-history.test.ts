import { expect, it } from 'vitest';
import { openTestPlanner } from '../../support/planner.ts';
import { wholeTrust } from './assessment-samples.ts';

const trust = 'RXX';

it('each activity of an assessment has the history of its own line, and of no other', async () => {
  const { planner } = openTestPlanner();
  await planner.organisation.addTrust({ code: trust, name: 'Fernhollow', system: null, sites: [], units: [] });
  const inputs = wholeTrust({ reference: 'BR-1', date: '2026-03-31' });
  const unplaced = { ...inputs, areas: inputs.areas.map((area) => ({ ...area, unit: null })) };
  const { id } = await planner.establishment.addAssessment({ trust, inputs: unplaced });
  const { areas, areaIds } = await planner.establishment.assessment({ trust, id });
  expect(areaIds).toHaveLength(areas.length);
  expect(new Set(areaIds).size).toBe(areas.length);

  const historyOf = async (at: number, position: number) => {
    const record = { kind: 'assessment_activity', fields: { area_id: areaIds[at] ?? 0, position } };
    return (await planner.history.changesOf({ trust, record })).map(({ label }) => label);
  };
  const places = areas.flatMap(({ activities }, at) => activities.map((_, index) => ({ at, index })));
  const [first, second] = places.slice(-2);
  const before = await Promise.all(places.map(({ at, index }) => historyOf(at, index)));
  expect(before.every(({ length }) => length === 1)).toBe(true);
  const changed = areas.map((area, at) => ({
    ...area,
    activities: area.activities.map((activity, index) =>
      at === second!.at && index === second!.index ? { ...activity, hours: 123_000 } : activity,
    ),
  }));
  await planner.establishment.changeAssessment({ trust, id, areas: changed });
  expect(await historyOf(second!.at, second!.index)).toHaveLength(2);
  expect(await historyOf(first!.at, first!.index)).toHaveLength(1);
});
