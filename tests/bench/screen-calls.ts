import type { ContractRouterClient } from '@orpc/contract';
import { type contract, headlineSources } from '#contract';
import { knownSources } from '../../renderer/features/returns/known-sources.ts';

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
  { name: 'Today, due', call: (planner, trust) => planner.today.due({ trust }) },
  ...headlineSources.map((from) => ({
    name: `Today, figures of ${from}`,
    call: (planner: TestPlanner, trust: string) => planner.today.figures({ trust, from }),
  })),
  { name: 'Today, changes', call: (planner, trust) => planner.today.changes({ trust }) },
  { name: 'Go anywhere', call: (planner, trust) => planner.places.find({ trust, words: 'ward band 6', limit: 40 }) },
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
    call: async (planner, trust) => planner.staff.person({ trust, person: await somebody(planner, trust) }),
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
    name: 'Rates, leavers by person',
    call: (planner, trust) => planner.staff.leaverEvents({ trust, period: year, limit: 1000 }),
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
  {
    name: 'Required, an assessment with its working',
    call: async (planner, trust) => planner.establishment.assessment({ trust, id: await assessment(planner, trust) }),
  },
  {
    name: 'Required, lines that an assessment makes',
    call: async (planner, trust) => {
      const options = { specialistUnit: await unit(planner, trust) };
      return planner.establishment.requiredLines({ trust, id: await assessment(planner, trust), options });
    },
  },
  { name: 'Required, agreed levels', call: (planner, trust) => planner.establishment.agreedLevels({ trust }) },
  { name: 'Required, neonatal nursing', call: (planner, trust) => planner.establishment.neonatalNursing({ trust }) },
  { name: 'Required, continuity teams', call: (planner, trust) => planner.establishment.continuity({ trust }) },
  { name: 'Cohort board', call: (planner, trust) => planner.preceptorship.board({ trust }) },
  {
    name: 'A preceptee',
    call: async (planner, trust) => planner.preceptorship.preceptee({ trust, key: await preceptee(planner, trust) }),
  },
  {
    name: 'A preceptee, sign-off',
    call: async (planner, trust) => planner.preceptorship.signOff({ trust, key: await preceptee(planner, trust) }),
  },
  {
    name: 'A preceptee, preceptors suggested',
    call: async (planner, trust) =>
      planner.preceptorship.suggestPreceptors({ trust, key: await preceptee(planner, trust) }),
  },
  { name: 'Preceptees beside the numbers', call: (planner, trust) => planner.preceptorship.beside({ trust }) },
  { name: 'Preceptors', call: (planner, trust) => planner.preceptorship.preceptors({ trust }) },
  {
    name: 'Preceptors, who could be one',
    call: (planner, trust) => planner.preceptorship.preceptorCandidates({ trust }),
  },
  { name: 'Staying in post', call: (planner, trust) => planner.preceptorship.staying({ trust }) },
  { name: 'Cohort report', call: (planner, trust) => planner.preceptorship.cohortReport({ trust }) },
  { name: 'Mentors', call: (planner, trust) => planner.preceptorship.mentors({ trust }) },
  { name: 'Due list', call: (planner, trust) => planner.preceptorship.due({ trust }) },
  { name: 'Training compliance', call: (planner, trust) => planner.training.compliance({ trust }) },
  {
    name: 'Training compliance, heat map',
    call: (planner, trust) => planner.training.heatMap({ trust, group: 'midwives' }),
  },
  {
    name: 'Training compliance, people of a course',
    call: (planner, trust) => planner.training.people({ trust, course: 'fetal_monitoring' }),
  },
  {
    name: 'Training compliance, a person',
    call: async (planner, trust) => planner.training.person({ trust, person: await somebody(planner, trust) }),
  },
  { name: 'Training sessions', call: (planner, trust) => planner.training.sessions({ trust }) },
  {
    name: 'Training sessions, a session',
    call: async (planner, trust) => planner.training.session({ trust, id: await session(planner, trust) }),
  },
  { name: 'Courses and packs', call: (planner, trust) => planner.training.courses({ trust }) },
  { name: 'Fewest seats', call: (planner, trust) => planner.training.seats({ trust, from: '2026-11-02' }) },
  { name: 'When is it 90 %?', call: (planner, trust) => planner.training.outlook({ trust, from: '2026-11-02' }) },
  { name: 'Training needs', call: (planner, trust) => planner.training.needs({ trust }) },
  { name: 'Training needs, new ones', call: (planner, trust) => planner.training.newNeeds({ trust }) },
  {
    name: 'Evidence pack, safety action 8',
    call: (planner, trust) => planner.training.evidence({ trust, about: 'scheme' }),
  },
  { name: 'Study leave used', call: (planner, trust) => planner.training.studyLeave({ trust }) },
  { name: 'Supervision and locums', call: (planner, trust) => planner.training.supervision({ trust }) },
  { name: 'Roles and frameworks', call: (planner, trust) => planner.training.roles({ trust }) },
  { name: 'Courses and packs, names', call: (planner, trust) => planner.training.competences({ trust }) },
  { name: 'Leavers', call: (planner, trust) => planner.retention.leavers({ trust }) },
  { name: 'Retention plan', call: (planner, trust) => planner.retention.plan({ trust }) },
  {
    name: 'Retention plan, what an action did',
    call: async (planner, trust) => planner.retention.effect({ trust, key: await action(planner, trust) }),
  },
  { name: 'Conversations', call: (planner, trust) => planner.retention.conversations({ trust }) },
  { name: 'Self-assessment', call: (planner, trust) => planner.retention.rounds({ trust }) },
  {
    name: 'Self-assessment, a round',
    call: async (planner, trust) => planner.retention.round({ trust, id: await round(planner, trust) }),
  },
  { name: 'Workforce equality', call: (planner, trust) => planner.retention.equality({ trust }) },
  { name: 'Succession and careers', call: (planner, trust) => planner.retention.careers({ trust }) },
  { name: 'Succession, pipeline', call: (planner, trust) => planner.retention.pipeline({ trust }) },
  { name: 'Flexible working', call: (planner, trust) => planner.retention.flexibleWorking({ trust }) },
  { name: 'Later careers', call: (planner, trust) => planner.retention.laterCareers({ trust }) },
  { name: 'Surveys', call: (planner, trust) => planner.retention.surveys({ trust }) },
  { name: 'Learning environment', call: (planner, trust) => planner.retention.learningAreas({ trust }) },
  { name: 'Vacancies', call: (planner, trust) => planner.vacancies.plan({ trust }) },
  { name: 'Vacancies, half a year ago', call: (planner, trust) => planner.vacancies.plan({ trust, on: '2026-04-30' }) },
  { name: 'Student placements', call: (planner, trust) => planner.vacancies.placements({ trust }) },
  { name: 'Forecast, scenarios', call: (planner, trust) => planner.forecast.scenarios({ trust }) },
  { name: 'Forecast, all staff groups', call: (planner, trust) => planner.forecast.run({ trust, group: null }) },
  { name: 'Forecast', call: (planner, trust) => planner.forecast.run({ trust, group: 'midwives' }) },
  {
    name: 'Forecast, an input changed',
    call: (planner, trust) =>
      planner.forecast.run({ trust, group: 'midwives', tried: { leaverRates: { midwives: 800 + (++tried % 400) } } }),
  },
  { name: 'Forecast, compared', call: (planner, trust) => planner.forecast.compare({ trust, scenarios: [] }) },
  { name: 'Assurance, years of the scheme', call: (planner, trust) => planner.assurance.schemes({ trust }) },
  { name: 'Assurance, incentive scheme', call: (planner, trust) => planner.assurance.scheme({ trust, year: 7 }) },
  { name: 'Assurance, counts', call: (planner, trust) => planner.assurance.counts({ trust, last: '2026-10' }) },
  {
    name: 'Assurance, counts by half year',
    call: (planner, trust) => planner.assurance.counts({ trust, by: 'half', last: '2026-10' }),
  },
  {
    name: 'Assurance, rows of counts',
    call: (planner, trust) => planner.assurance.countRows({ trust, first: '2026-05', last: '2026-10' }),
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
  {
    name: 'Rosters, rows behind a figure',
    call: (planner, trust) =>
      planner.rosters.rows({
        trust,
        period: { first: '2026-10-01', last: '2026-10-31' },
        figure: ['units', 'ALL', 'fill_percent'],
        limit: 1000,
      }),
  },
  { name: 'Rosters, what there is', call: (planner, trust) => planner.rosters.overview({ trust }) },
  {
    name: 'Rosters, bank and agency',
    call: (planner, trust) => planner.rosters.bookings({ trust, period: { first: '2026-10-01', last: '2026-10-31' } }),
  },
  { name: 'Imports', call: (planner, trust) => planner.imports.list({ trust }) },
  { name: 'Imports, remembered columns', call: (planner, trust) => planner.imports.mappings({ trust }) },
  ...Object.keys(knownSources).map((reference) => ({
    name: `Return, figures offered for ${reference}`,
    call: (planner: TestPlanner, trust: string) => planner.returns.figures({ trust, period: '2026-Q2', reference }),
  })),
  { name: 'Return, periods', call: (planner, trust) => planner.returns.periods({ trust }) },
  { name: 'Return, register', call: (planner, trust) => planner.returns.register({ trust, period: '2026-Q2' }) },
  { name: 'The LMNS’s workbook', call: (planner, trust) => planner.returns.lmnsWorkbooks({ trust }) },
  { name: 'Local system', call: (planner) => planner.lmns.overview() },
  { name: 'Trust and units', call: (planner) => planner.organisation.overview() },
  { name: 'Rules and defaults', call: (planner, trust) => planner.organisation.rules({ trust }) },
  { name: 'Backups', call: (planner) => planner.backups.list() },
  { name: 'Personal data', call: (planner, trust) => planner.personalData.list({ trust, search: '' }) },
  { name: 'Audit', call: (planner) => planner.audit.list({}) },
  { name: 'Profiles', call: (planner) => planner.profiles.state() },
  { name: 'About', call: (planner) => planner.planner.about() },
  { name: 'History', call: (planner, trust) => planner.history.changes({ trust }) },
  { name: 'Undo and redo', call: (planner, trust) => planner.history.historyState({ trust }) },
];

/** Something of a trust that a call needs, looked for once so that finding it is not measured. */
function foundOnce<Value>(find: (planner: TestPlanner, trust: string) => Promise<Value | undefined>) {
  const known = new WeakMap<TestPlanner, Map<string, Value>>();
  return async (planner: TestPlanner, trust: string): Promise<Value> => {
    const ofPlanner = known.get(planner) ?? new Map<string, Value>();
    known.set(planner, ofPlanner);
    const found = ofPlanner.get(trust) ?? (await find(planner, trust));
    if (found === undefined) throw new Error(`${trust} has none`);
    ofPlanner.set(trust, found);
    return found;
  };
}

const somebody = foundOnce(async (planner, trust) => (await planner.staff.people({ trust, limit: 1 })).rows[0]?.person);
const unit = foundOnce(
  async (planner, trust) =>
    (await planner.organisation.overview()).trusts.find(({ code }) => code === trust)?.units[0]?.id,
);
const assessment = foundOnce(
  async (planner, trust) =>
    (await planner.establishment.assessments({ trust })).find(({ status }) => status === 'agreed')?.id,
);
const preceptee = foundOnce(
  async (planner, trust) => (await planner.preceptorship.board({ trust, part: 'open' })).rows[0]?.key,
);
const session = foundOnce(async (planner, trust) => (await planner.training.sessions({ trust })).sessions[0]?.id);
const action = foundOnce(async (planner, trust) => (await planner.retention.plan({ trust })).actions[0]?.key);
const round = foundOnce(async (planner, trust) => (await planner.retention.rounds({ trust })).rounds[0]?.id);
