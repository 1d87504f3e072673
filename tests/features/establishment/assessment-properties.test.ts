import { array, assert, boolean, constantFrom, integer, option, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import type { AssessmentActivity, AssessmentArea, AssessmentInputs } from '#contract';
import { roundedExact } from '#contract';
import {
  exactText,
  type Fraction,
  floor,
  fraction,
  minus,
  nought,
  over,
  plus,
  times,
  total,
} from '../../../electron/core/fraction.ts';
import { ofExact, shareOut } from '../../../electron/features/establishment/calculations/required-lines.ts';
import { area, cases, inputs, setting, worked } from './assessment-samples.ts';

const anyAmount = integer({ min: 0, max: 99_999_999_999 });
const anyActivity = record({
  quantity: option(anyAmount, { nil: null }),
  hours: option(integer({ min: 0, max: 100_000_000 }), { nil: null }),
  times: option(integer({ min: 1, max: 1_000_000 }), { nil: null }),
  category: option(constantFrom('I' as const, 'II' as const, 'III' as const, 'IV' as const, 'V' as const), {
    nil: null,
  }),
  quantityOf: constantFrom('entered' as const, 'births' as const, 'casemix' as const),
  driver: constantFrom('cases' as const, 'posts' as const, 'weekly' as const),
  staff: constantFrom('mix' as const, 'midwives' as const, 'support' as const),
}).map((values): AssessmentActivity => ({ ...cases('Activity', 1, 1), ...values }));
const anyArea = record({
  activities: array(anyActivity, { maxLength: 6 }),
  travels: boolean(),
  reportWte: option(integer({ min: 0, max: 99_999_999 }), { nil: null }),
  supportShare: option(integer({ min: 0, max: 10_000_000 }), { nil: null }),
}).map((values): AssessmentArea => ({ ...area('Area'), setting: 'Births', ...values }));
const anyInputs = record({
  areas: array(anyArea, { maxLength: 6 }),
  counts: array(option(integer({ min: 0, max: 500 }), { nil: null }), { minLength: 5, maxLength: 5 }),
  births: option(integer({ min: 0, max: 20_000 }), { nil: null }),
  uplift: integer({ min: 0, max: 9_999_999 }),
  upliftMode: constantFrom('add_on' as const, 'divisor' as const),
  basis: constantFrom('report' as const, 'worked' as const),
  specialistBase: constantFrom('clinical' as const, 'total' as const),
}).map(
  ({ areas, counts, births, ...head }): AssessmentInputs => ({
    ...inputs(areas, head),
    settings: [setting('Births', births, counts)],
  }),
);

const sum = (values: readonly (string | null)[]): string | null => {
  const known = values.flatMap((value) => (value === null ? [] : [ofExact(value)]));
  return known.length > 0 ? exactText(total(known)) : null;
};

it('areas sum to the clinical total and activities to their area, exactly, whatever is entered', () => {
  assert(
    property(anyInputs, (entered) => {
      const result = worked(entered);
      expect(result.clinical).toBe(sum(result.areas.map(({ wte }) => wte)));
      for (const each of result.areas) expect(each.hours).toBe(sum(each.activities.map(({ hours }) => hours)));
    }),
  );
});

it('midwives and support are the clinical total, and with specialist and management posts the recommended total', () => {
  assert(
    property(anyInputs, (entered) => {
      const { clinical, clinicalMidwives, support, specialist, midwives, total: all } = worked(entered);
      if (clinical === null) return;
      expect(sum([clinicalMidwives, support])).toBe(clinical);
      expect(sum([clinical, specialist])).toBe(all);
      expect(sum([midwives, support])).toBe(all);
    }),
  );
});

it('the order of areas and of their activities is irrelevant to every total', () => {
  assert(
    property(anyInputs, (entered) => {
      const turned = {
        ...entered,
        areas: [...entered.areas].reverse().map((each) => ({ ...each, activities: [...each.activities].reverse() })),
      };
      const { areas: _areas, steps: _steps, findings: _findings, ...figures } = worked(entered);
      const { areas: _turned, steps: _other, findings: _found, ...again } = worked(turned);
      expect(again).toEqual(figures);
    }),
  );
});

it('nothing is rounded before it is shown: a chain in whole fractions gives the same', () => {
  assert(
    property(
      integer({ min: 1, max: 99_999_999 }),
      integer({ min: 1, max: 100_000_000 }),
      integer({ min: 0, max: 10_000_000 }),
      integer({ min: 0, max: 10_000_000 }),
      (quantity, hours, travel, uplift) => {
        const one = { ...area('Area', { ...cases('Activity', 1, 1), quantity, hours }), travels: true };
        const [result] = worked(inputs([one], { travel, uplift })).areas;
        // quantity x hours x (1 + travel) x (1 + uplift) / 1,950, all in hundred-thousandths.
        const expected = fraction(
          BigInt(quantity) * BigInt(hours) * (10_000_000n + BigInt(travel)) * (10_000_000n + BigInt(uplift)),
          10_000_000_000n * 10_000_000n * 10_000_000n * 1_950n,
        );
        expect(result?.wte).toBe(exactText(expected));
      },
    ),
  );
});

it('required lines sum to the total that is required, rounded once, however it is shared over bands', () => {
  const requirement = record({
    unit: integer({ min: 1, max: 3 }),
    staffGroup: constantFrom('midwives', 'support'),
    above: integer({ min: 0, max: 1_000_000 }),
    below: integer({ min: 1, max: 9_999 }),
    band: option(constantFrom('6', '7'), { nil: null }),
  }).map(({ above, below, ...place }) => ({ ...place, wte: fraction(above, below), otherwise: '6' }));
  const line = record({
    unit: integer({ min: 1, max: 3 }),
    staffGroup: constantFrom('midwives', 'support'),
    band: constantFrom('3', '5', '6', '7'),
    funded: option(integer({ min: 0, max: 10_000_000 }), { nil: null }),
  });
  assert(
    property(array(requirement, { maxLength: 8 }), array(line, { maxLength: 8 }), (requirements, lines) => {
      const shared = shareOut(requirements, lines);
      const wanted = times(total(requirements.map(({ wte }) => wte)), fraction(100_000));
      expect(BigInt(shared.reduce((all, { required }) => all + required, 0))).toBe(
        floor(plus(wanted, over(fraction(1), fraction(2)))),
      );
    }),
  );
});

it('figures are rounded half up, a half away from nought, with as many decimals as are asked for', () => {
  expect(['1/8', '-1/8', '1/3', '-1/300', '5/2', '12'].map((value) => roundedExact(value, 2))).toEqual([
    '0.13',
    '-0.13',
    '0.33',
    '0.00',
    '2.50',
    '12.00',
  ]);
  expect(roundedExact('5/2', 0)).toBe('3');
  const half = (size: number): Fraction => fraction(2 * size + 1, 200);
  assert(
    property(integer({ min: 0, max: 1_000_000 }), (size) => {
      const shown = Number(roundedExact(exactText(half(size)), 2));
      expect(shown * 100).toBeCloseTo(size + 1, 6);
      const below = Number(roundedExact(exactText(minus(nought, half(size))), 2));
      expect(below).toBe(-shown);
    }),
  );
});
