import { beforeAll, describe, expect, test } from 'vitest';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract';
import { inventStaff, sharesOf } from '../../../electron/features/sample/staff-of-sample.ts';
import { randomNumbers } from '../../../electron/features/sample/random.ts';
import { filesOf, textOf } from './files.ts';
import { dump } from '../../support/dump.ts';
import { openTestPlanner } from '../../support/planner.ts';
import { peopleSeenByViewer } from '../../support/roles.ts';

type Planner = ContractRouterClient<typeof contract>;

const opened = openTestPlanner();
const { planner, context } = opened;
const { database } = context;
let before: string;
let trust: string;
let lmns: number;

beforeAll(async () => {
  await planner.organisation.addTrust({ code: 'RX1', name: 'My trust', system: null, sites: [], units: [] });
  before = dump(database.sqlite);
  trust = (await planner.sample.load()).code;
  lmns = (await planner.lmns.overview()).systems[0]?.id ?? 0;
});

const period = { first: '2025-11-01', last: '2026-10-31' };
/** How much each screen has to show. */
const screens: Record<string, (planner: Planner) => Promise<number>> = {
  'The gap': async ({ establishment }) => (await establishment.gap({ trust })).byGroup.length,
  Establishment: async ({ establishment }) => (await establishment.sheet({ trust })).lines.length,
  'Required staffing': async ({ establishment }) => (await establishment.assessments({ trust })).length - 1,
  'Agreed levels': async ({ establishment }) => (await establishment.agreedLevels({ trust })).levels.length,
  'Staff in post': async ({ staff }) => (await staff.censuses({ trust })).length - 35,
  'People on the staff list': async ({ staff }) => (await staff.people({ trust, which: 'all' })).total - 100,
  Rates: async ({ staff }) =>
    ((await staff.ratesTrend({ trust }))?.months.filter(({ leaverRate, sickness }) => leaverRate && sickness).length ??
      0) - 11,
  'Leavers of a year': async ({ staff }) => (await staff.leaverEvents({ trust, period })).total,
  Vacancies: async ({ vacancies }) => (await vacancies.plan({ trust })).posts.length,
  Forecast: async ({ forecast }) => (await forecast.scenarios({ trust })).length,
  'Student placements': async ({ vacancies }) => (await vacancies.placements({ trust })).weeks.length,
  Rosters: async ({ rosters }) => (await rosters.overview({ trust })).rosters.length,
  Assurance: async ({ assurance }) => (await assurance.counts({ trust, last: '2026-10' })).flags.total.count ?? 0,
  'Due list': async ({ preceptorship }) => (await preceptorship.due({ trust })).items.length,
  Preceptorship: async ({ preceptorship }) => (await preceptorship.board({ trust })).rows.length,
  Preceptors: async ({ preceptorship }) => (await preceptorship.preceptors({ trust })).preceptors.length,
  Mentors: async ({ preceptorship }) => (await preceptorship.mentors({ trust })).mentorings.length,
  'Training compliance': async ({ training }) => (await training.compliance({ trust }))?.courses.length ?? 0,
  'Training sessions': async ({ training }) => (await training.sessions({ trust })).sessions.length,
  'Training needs': async ({ training }) => (await training.needs({ trust })).versions.length,
  'Supervision and locums': async ({ training }) => (await training.supervision({ trust })).locums.length,
  'Roles and frameworks': async ({ training }) => (await training.roles({ trust })).advocates.people.length,
  Leavers: async ({ retention }) => (await retention.leavers({ trust }))?.reasons.length ?? 0,
  'Retention plan': async ({ retention }) => (await retention.plan({ trust })).actions.length,
  Conversations: async ({ retention }) => (await retention.conversations({ trust })).list.length,
  'Self-assessment': async ({ retention }) => (await retention.rounds({ trust, tool: 'retention' })).rounds.length - 2,
  'Learning environment': async ({ retention }) => (await retention.learningAreas({ trust })).areas.length,
  'Workforce equality': async ({ retention }) => (await retention.equality({ trust })).snapshots.length,
  Succession: async ({ retention }) => (await retention.careers({ trust })).roles.length,
  'Flexible working': async ({ retention }) => (await retention.flexibleWorking({ trust })).list.length,
  'Later careers': async ({ retention }) => (await retention.laterCareers({ trust })).people.length,
  Surveys: async ({ retention }) => (await retention.surveys({ trust })).entered.length,
  'Theme 2 return': async ({ returns }) =>
    (await returns.periods({ trust })).periods.filter(({ state }) => state !== 'not started').length - 2,
  'The LMNS’s workbook': async ({ returns }) =>
    (await returns.pouring({ trust, period: '2026-Q3', id: (await returns.lmnsWorkbooks({ trust }))[0]!.id })).filter(
      ({ shown }) => shown !== '',
    ).length - 40,
  'What travels': async ({ retention }) => (await retention.travels({ trust })).practices.length,
  'Cultural awareness': async ({ training }) =>
    (await training.roles({ trust })).rollouts[0]!.units.filter(({ done }) => done.numerator > 0).length - 3,
  'Rosters of two quarters': async ({ rosters }) => (await rosters.overview({ trust })).rosters.length - 7,
  Imports: async ({ imports }) => (await imports.list({ trust })).length - 70,
  History: async ({ history }) => (await history.changes({ trust })).length,
  'Returns received': async (client) => (await client.lmns.received({ lmns })).receipts.length - 6,
  'Compiled returns': async (client) => (await client.lmns.compile({ lmns, period: '2026-Q2' })).trusts.length - 2,
  'Own lines of each period': async (client) =>
    (await Promise.all(['2026-Q1', '2026-Q2', '2026-Q3'].map(async (of) => client.lmns.answers({ lmns, period: of }))))
      .flat()
      .filter(({ answer, kept }) => answer.status !== null && kept.length > 0).length - 17,
  Restatements: async (client) => (await client.lmns.compile({ lmns, period: '2026-Q2' })).restatements.length,
  'Actions of the LMNS': async (client) =>
    (await client.lmns.records({ lmns })).records.filter(({ cells }) => cells.kind === 'action').length,
};

describe('the sample service: three years of a trust in an LMNS of four', () => {
  test.each(Object.keys(screens))('%s has something to show', async (screen) => {
    expect(await screens[screen]!(planner)).toBeGreaterThan(0);
  });

  test('staff in post on the last list are those of the establishment, to the hundredth of a WTE, and the same every time', async () => {
    const gap = await planner.establishment.gap({ trust });
    const wte = (group: string) => gap.byGroup.find((one) => one.group === group)?.position.inPost.wte;
    expect([wte('midwives'), wte('support')]).toEqual([132_82000, 28_12000]);
    const line = { unit: 'Ward', staffGroup: 'midwives', band: '6', inPost: 640_000 };
    const invented = () => inventStaff([line], { first: '2023-11-01', last: '2026-10-31' }, randomNumbers(7));
    expect(invented()).toEqual(invented());
    const shares = sharesOf(640_000, randomNumbers(1));
    expect(shares.reduce((sum, share) => sum + share)).toBe(640_000);
    expect(shares.every((share) => share >= 30_000 && share <= 100_000)).toBe(true);
  });

  test('a viewer without personal data reads no name and no number of a person in any answer of figures', async () => {
    const { marks, answered, seen } = await peopleSeenByViewer(context, trust);
    expect(marks).toBeGreaterThan(100);
    expect(answered).toBeGreaterThan(50);
    expect(seen).toEqual([]);
  });

  test('the LMNS’s workbook takes every part of the return, and none of its own rules is broken', async () => {
    const [template] = await planner.returns.lmnsWorkbooks({ trust });
    expect(template).toMatchObject({ of: null });
    const poured = await planner.returns.pouring({ trust, period: '2026-Q3', id: template!.id });
    expect(poured).toHaveLength(123);
    expect(poured.filter(({ problem }) => problem !== null)).toEqual([]);
    const { lines } = await planner.returns.register({ trust, period: '2026-Q2' });
    for (const { plan } of lines)
      expect(poured.filter(({ field }) => field.startsWith(`line ${plan.reference} `))).toHaveLength(10);
    const { contents } = await planner.returns.pour({ trust, period: '2026-Q3', id: template!.id });
    const outcome = await planner.lmns.receive({ lmns, fileName: 'filled in.xlsx', contents, namesNobody: true });
    expect(outcome).toMatchObject({ kind: 'received', code: trust, period: '2026-Q3' });
    await planner.lmns.undo({ lmns });
  });

  test('what the trusts of the system returned adds up: each fill and vacancy to what is funded', async () => {
    const { measures } = await planner.lmns.compile({ lmns, period: '2026-Q2' });
    const cells = (measure: string) =>
      measures
        .find(({ definition }) => definition.id === measure)!
        .groups.flatMap(({ group, tables }) =>
          tables.flatMap((table) => table.cells.map((cell) => ({ ...cell, of: `${group} ${table.period}` }))),
        );
    const fills = cells('establishment-fill').filter(({ numerator }) => numerator !== null);
    expect(fills.length).toBeGreaterThan(15);
    for (const fill of fills) {
      const vacancy = cells('vacancy-rate').find(({ trust: code, of }) => code === fill.trust && of === fill.of);
      expect(vacancy?.denominator).toBe(fill.denominator);
      expect((vacancy?.numerator ?? 0) + (fill.numerator ?? 0)).toBe(fill.denominator);
    }
  });

  test('a trust with every awkward sign in its name, an empty unit and a very long name is named whole in each of its files', async () => {
    const name = "St Mary's & St John's – Women’s";
    const long = 'Wilhelmina-Konstancja Featherstonehaugh-Cholmondeley Ó Súilleabháin, Bartholomea';
    const { trusts } = await planner.organisation.overview();
    const { system = null } = trusts.find(({ code }) => code === trust) ?? {};
    await planner.organisation.renameTrust({ trust, name, system });
    await planner.organisation.addUnit({ trust, name: `${long} ward`, kind: 'other', site: null });
    const { key } = await planner.preceptorship.addPreceptee({ trust, name: long, start: '2026-09-01' });
    for (const [what, make] of Object.entries(filesOf(planner, trust, key))) {
      const { fileName, contents } = await make();
      // A name that every system can store.
      expect(fileName, what).toMatch(/^[^<>:"/\\|?*]{1,120}[^<>:"/\\|?*. ]\.[a-z]{3,4}$/);
      expect(textOf(Buffer.from(contents, 'base64')).includes(name), what).toBe(true);
    }
  });

  test('it is marked, loads once, and goes without a trace, its LMNS with it', async () => {
    const { trusts, inView } = await planner.organisation.overview();
    expect(trusts).toHaveLength(2);
    expect(trusts.find(({ code }) => code === trust)?.isSample).toBe(true);
    expect(inView).toBe(trust);
    expect((await planner.sample.load()).code).toBe(trust);
    await planner.sample.remove();
    await planner.organisation.view({ trust: 'RX1' });
    expect((await planner.lmns.overview()).systems).toEqual([]);
    expect(dump(database.sqlite)).toEqual(before);
  });
});
