import { beforeEach, expect, it } from 'vitest';
import { roundedPercent } from '../../../electron/core/rates.ts';
import { openTestPlanner } from '../../support/planner.ts';
import { wholeTrust } from './assessment-samples.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
const trust = 'RXX';
beforeEach(async () => {
  ({ planner } = openTestPlanner());
});

it('an assessment in use gives three signed gaps: midwives short, support over what is required and yet vacant', async () => {
  const { units } = await planner.organisation.addTrust({
    code: trust,
    name: 'Fernhollow Maternity',
    system: null,
    sites: [],
    units: [{ name: 'Maternity', kind: 'other', site: null }],
  });
  const unit = units[0]!.id;
  await planner.establishment.pasteLines({
    trust,
    rows: [
      ['Maternity', 'Midwives', '6', '', '136.00', '124.60'],
      ['Maternity', 'Maternity support workers', '3', '', '16.00', '13.90'],
    ],
  });
  const { head, areas, ...rest } = wholeTrust({ reference: 'BR-2026-01' });
  const { id } = await planner.establishment.addAssessment({
    trust,
    inputs: { head, areas: areas.map((area) => ({ ...area, unit })), ...rest },
  });
  await planner.establishment.setAssessmentStatus({ trust, id, status: 'agreed' });
  await planner.establishment.adoptAssessment({ trust, id, options: { specialistUnit: unit, specialistBand: '6' } });

  const { byGroup } = await planner.establishment.sheet({ trust });
  const shown = byGroup.map(
    ({ staffGroup, position: { requiredLessFunded, vacancy, requiredLessInPost, ...rates } }) => [
      staffGroup.key,
      ...[requiredLessFunded, vacancy, requiredLessInPost].map(({ wte }) => (wte! / 100_000).toFixed(2)),
      roundedPercent(rates.vacancyRate!),
      roundedPercent(rates.establishmentFill!),
    ],
  );
  expect(shown).toEqual([
    ['midwives', '6.10', '11.40', '17.50', 8.38, 91.62],
    ['support', '-1.65', '2.10', '0.45', 13.13, 86.88],
  ]);
});
