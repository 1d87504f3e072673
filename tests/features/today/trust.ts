import type { openTestPlanner } from '../../support/planner.ts';

type Planner = ReturnType<typeof openTestPlanner>['planner'];

const someWte = (wte: number) => wte * 100_000;

/** A trust, RX1, with a gap, a preceptee without a preceptor, an aged vacancy and an action that is due on `today`. */
export async function addSmallTrust(planner: Planner, today: string) {
  const trust = 'RX1';
  const { units } = await planner.organisation.addTrust({
    code: trust,
    name: 'Thistledown',
    system: null,
    sites: [],
    units: [{ name: 'Delivery suite', kind: 'delivery_suite', site: null }],
  });
  const line = await planner.establishment.addLine({
    trust,
    unit: units[0]!.id,
    staffGroup: 'midwives',
    band: '6',
    required: someWte(10),
    funded: someWte(9),
    inPost: someWte(8),
  });
  const preceptee = await planner.preceptorship.addPreceptee({ trust, name: 'Amara Osei', start: '2026-09-01' });
  const post = await planner.vacancies.addPost({
    trust,
    wte: someWte(1),
    post: 'Midwife',
    unit: 'Delivery suite',
    band: '6',
    since: '2026-01-05',
  });
  const action = await planner.retention.addAction({
    trust,
    action: 'Self-rostering on every unit',
    owner: 'Retention midwife',
    due: today,
  });
  return { trust, unit: units[0]!.id, line: line.id, preceptee: preceptee.key, post: post.key, action: action.key };
}
