import { expect, it } from 'vitest';
import { openTestPlanner } from '../../support/planner.ts';

const tables = [
  'assessment',
  'assessment_area',
  'assessment_activity',
  'assessment_setting',
  'assessment_uplift_part',
  'neonatal_nursing',
  'agreed_level',
  'continuity_team',
  'continuity_quarter',
  'continuity_block',
];

it('removing a trust takes its assessments, calculations, agreed levels and continuity teams along', async () => {
  const { planner, context } = openTestPlanner();
  const { code: trust } = await planner.sample.load();
  await planner.establishment.addAssessment({ trust });
  await planner.establishment.addNeonatalNursing({ trust, name: 'Neonatal unit' });
  await planner.establishment.addAgreedLevel({ trust, profession: 'obstetric' });
  await planner.establishment.addContinuityTeam({ trust, name: 'Rowan' });
  await planner.establishment.addContinuityQuarter({ trust, quarter: '2026-Q3' });
  await planner.establishment.setContinuityBlock({ trust, block: 'training', status: 'in_place' });
  const rows = () =>
    tables.map((table) => context.database.sqlite.prepare(`select count(*) from ${table}`).pluck().get());
  expect(rows().every((count) => Number(count) > 0)).toBe(true);
  await planner.sample.remove();
  expect(rows()).toEqual(tables.map(() => 0));
});
