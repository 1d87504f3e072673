import fc from 'fast-check';
import { expect, it } from 'vitest';
import { protectTables } from '../../../electron/core/protected-tables.ts';
import {
  type PeopleOfReport,
  reportPublished,
} from '../../../electron/features/assurance/calculations/report/people.ts';
import { attack } from '../../support/attack-tables.ts';

const SMALLEST = 5;
const months = ['2026-04', '2026-05', '2026-06'];
const units = [
  { id: 1, name: 'Suite' },
  { id: 2, name: 'Ward' },
];
const flags = ['pain_relief_delayed', 'medication_missed'].map((key) => ({
  key,
  name: key,
  meaning: '',
  source: 'NICE' as const,
}));
const group = (name: string) => (leavers: number, gone: number, stayed: number) => ({
  name,
  leavers,
  leaverRate: { numerator: 2 * leavers, denominator: 2 * stayed + gone },
  stability: { numerator: stayed, denominator: stayed + gone },
});

const people = fc.nat(9);
const offer = fc.record({
  stage: fc.constantFrom('Offered', 'Checks'),
  route: fc.constantFrom('UK', 'Abroad', 'Return'),
});
const counted = fc.array(fc.nat(6), { minLength: 18, maxLength: 18 });

it('the tables of a board report solve no small number together: offers by stage and route, leavers, red flags, care in labour', () => {
  let attacked = 0;
  fc.assert(
    fc.property(
      fc.array(offer, { maxLength: 20 }),
      fc.array(people, { minLength: 6, maxLength: 6 }),
      counted,
      (offers, [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0], some) => {
        const by = (of: 'stage' | 'route') =>
          [...new Set(offers.map((post) => post[of]))].map((name) => ({
            name,
            posts: offers.filter((post) => post[of] === name).length,
            wte: 0,
            isOffered: true,
          }));
        const entries = units.flatMap(({ id }, unit) =>
          months.flatMap((month, at) => {
            const [pain = 0, missed = 0, without = 0] = some.slice((unit * months.length + at) * 3);
            const of = (key: string, count: number) => ({ unitId: id, month, counted: key, count });
            return [
              of('pain_relief_delayed', pain),
              of('medication_missed', missed),
              of('women_in_labour', 20),
              of('women_one_to_one', 20 - without),
            ];
          }),
        );
        const report: PeopleOfReport = {
          months,
          units,
          flags,
          assessment: null,
          vacancies: {
            day: '2026-06-30',
            livePosts: offers.length,
            liveWte: 0,
            offeredWte: 0,
            stages: by('stage'),
            routes: by('route'),
          },
          leavers: {
            period: { first: '2025-07-01', last: '2026-06-30' },
            groups: [group('Midwives')(one, two, three + 10), group('Support')(four, five, six)],
          },
          counts: entries,
        };
        const tables = reportPublished(report);
        const ranges = attack(tables, protectTables(tables, SMALLEST), SMALLEST);
        attacked += ranges.size;
        for (const [key, [least, most]] of ranges) expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
      },
    ),
    { numRuns: 100 },
  );
  expect(attacked).toBeGreaterThan(1000);
});
