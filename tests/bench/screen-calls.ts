import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract';

export type TestPlanner = ContractRouterClient<typeof contract>;

interface ScreenCall {
  /** Screen, and what it asks. */
  readonly name: string;
  readonly call: (planner: TestPlanner, trust: string) => Promise<unknown>;
}

let tried = 0;
const maternity = ['midwives', 'support'];
const year = { first: '2025-11-01', last: '2026-10-31' };

/** What every screen asks when it opens or when its filters change: a new screen adds its calls here. */
export const screenCalls: readonly ScreenCall[] = [
  { name: 'The gap', call: (planner, trust) => planner.establishment.gap({ trust, groups: maternity }) },
  { name: 'The gap, last quarter', call: (planner, trust) => planner.establishment.gap({ trust, on: '2026-07-31' }) },
  {
    name: 'The gap, rows of available',
    call: (planner, trust) => planner.establishment.gapRows({ trust, measure: 'available', limit: 1000 }),
  },
  { name: 'Establishment, lines by hand', call: (planner, trust) => planner.establishment.sheet({ trust }) },
  { name: 'Reconciliation', call: (planner, trust) => planner.establishment.reconciliation({ trust }) },
  { name: 'Staff in post, censuses', call: (planner, trust) => planner.staff.censuses({ trust }) },
  { name: 'Staff in post, WTE', call: (planner, trust) => planner.staff.inPost({ trust }) },
  { name: 'Staff in post, trend by unit', call: (planner, trust) => planner.staff.trend({ trust, by: 'unit' }) },
  {
    name: 'Staff in post, a page of people',
    call: (planner, trust) => planner.staff.people({ trust, which: 'all', sort: 'name', limit: 200, offset: 200 }),
  },
  {
    name: 'Staff in post, search',
    call: (planner, trust) => planner.staff.people({ trust, which: 'all', search: 'senior', limit: 200 }),
  },
  {
    name: 'Staff in post, a person',
    call: async (planner, trust) => planner.staff.person({ trust, person: await somebodyOf(planner, trust) }),
  },
  { name: 'Staff in post, group rules', call: (planner, trust) => planner.staff.groupRules({ trust }) },
  { name: 'Rates, trend', call: (planner, trust) => planner.staff.ratesTrend({ trust }) },
  { name: 'Rates, leavers', call: (planner, trust) => planner.staff.leavers({ trust, period: year }) },
  { name: 'Rates, sickness', call: (planner, trust) => planner.staff.sickness({ trust, period: year }) },
  { name: 'Rates, service and age', call: (planner, trust) => planner.staff.profile({ trust }) },
  { name: 'Rates, last year', call: (planner, trust) => planner.staff.ratesTrend({ trust, on: '2025-10-31' }) },
  {
    name: 'Rates, heads at the start',
    call: (planner, trust) => planner.staff.heads({ trust, period: year, limit: 1000 }),
  },
  {
    name: 'Rates, sickness by person',
    call: (planner, trust) => planner.staff.sicknessPeople({ trust, period: year, limit: 1000 }),
  },
  {
    name: 'The gap, rows of the gross vacancy',
    call: (planner, trust) => planner.establishment.gapRows({ trust, measure: 'vacancy', gross: true, limit: 1000 }),
  },
  {
    name: 'Reconciliation, last year',
    call: (planner, trust) => planner.establishment.reconciliation({ trust, on: '2025-10-31' }),
  },
  { name: 'Required, assessments', call: (planner, trust) => planner.establishment.assessments({ trust }) },
  { name: 'Required, agreed levels', call: (planner, trust) => planner.establishment.agreedLevels({ trust }) },
  { name: 'Required, neonatal nursing', call: (planner, trust) => planner.establishment.neonatalNursing({ trust }) },
  { name: 'Required, continuity teams', call: (planner, trust) => planner.establishment.continuity({ trust }) },
  { name: 'Cohort board', call: (planner, trust) => planner.preceptorship.board({ trust }) },
  { name: 'Due list', call: (planner, trust) => planner.preceptorship.due({ trust }) },
  { name: 'Training compliance', call: (planner, trust) => planner.training.compliance({ trust }) },
  { name: 'Training sessions', call: (planner, trust) => planner.training.sessions({ trust }) },
  { name: 'When is it 90 %?', call: (planner, trust) => planner.training.outlook({ trust, from: '2026-11-02' }) },
  { name: 'Training needs', call: (planner, trust) => planner.training.needs({ trust }) },
  { name: 'Vacancies', call: (planner, trust) => planner.vacancies.plan({ trust }) },
  { name: 'Student placements', call: (planner, trust) => planner.vacancies.placements({ trust }) },
  { name: 'Forecast', call: (planner, trust) => planner.forecast.run({ trust, group: 'midwives' }) },
  {
    name: 'Forecast, an input changed',
    call: (planner, trust) =>
      planner.forecast.run({ trust, group: 'midwives', tried: { leaverRates: { midwives: 800 + (++tried % 400) } } }),
  },
  { name: 'Forecast, compared', call: (planner, trust) => planner.forecast.compare({ trust, scenarios: [] }) },
  { name: 'Assurance, incentive scheme', call: (planner, trust) => planner.assurance.scheme({ trust, year: 7 }) },
  { name: 'Assurance, counts', call: (planner, trust) => planner.assurance.counts({ trust, last: '2026-10' }) },
  {
    name: 'Assurance, counts by half year',
    call: (planner, trust) => planner.assurance.counts({ trust, by: 'half', last: '2026-10' }),
  },
  {
    name: 'Assurance, actions',
    call: (planner, trust) => planner.assurance.actions({ trust, first: '2025-11', last: '2026-10' }),
  },
  {
    name: 'Assurance, board report',
    call: (planner, trust) => planner.assurance.report({ trust, first: '2026-04', last: '2026-09' }),
  },
  {
    name: 'Rosters, a month',
    call: (planner, trust) => planner.rosters.figures({ trust, period: { first: '2026-10-01', last: '2026-10-31' } }),
  },
  { name: 'Imports', call: (planner, trust) => planner.imports.list({ trust }) },
  {
    name: 'Return, figures offered',
    call: (planner, trust) => planner.returns.figures({ trust, period: '2026-Q2' }),
  },
  { name: 'History', call: (planner, trust) => planner.history.list({ trust }) },
];

const people = new WeakMap<TestPlanner, Map<string, string>>();

/** Somebody on a trust's staff list, looked for once so that finding them is not measured. */
async function somebodyOf(planner: TestPlanner, trust: string): Promise<string> {
  const known = people.get(planner) ?? new Map<string, string>();
  people.set(planner, known);
  const found = known.get(trust) ?? (await planner.staff.people({ trust, limit: 1 })).rows[0]?.person ?? '';
  known.set(trust, found);
  return found;
}
