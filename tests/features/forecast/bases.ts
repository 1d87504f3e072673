import fc from 'fast-check';
import type { ForecastAssumptions } from '#contract';
import type { Cell, ForecastBase, PlannedStart } from '../../../electron/features/forecast/calculations/base.ts';

export const wte = (number: number) => Math.round(number * 100_000);

/** A small service at 31 October 2026: Band 6 midwives and Band 3 support workers, with nobody who leaves. */
export function baseOf(changes: Partial<ForecastBase> = {}): ForecastBase {
  return {
    census: '2026-10-31',
    cells: [
      { group: 'midwives', band: '6', inPost: wte(100), funded: wte(104), required: wte(110) },
      { group: 'support', band: '3', inPost: wte(20), funded: wte(20), required: wte(22) },
    ],
    starts: [],
    history: [],
    besideNow: [],
    cohortBesideDays: 28,
    womenPerContinuityWte: 36,
    assessment: null,
    ...changes,
  };
}

export const start = (changes: Partial<PlannedStart>): PlannedStart => ({
  key: 'own:1',
  title: 'Midwife',
  group: 'midwives',
  band: '6',
  wte: wte(1),
  percent: 100,
  on: '2027-01-11',
  besideDays: 0,
  ...changes,
});

const groups = ['admin', 'midwives', 'support'];
const bands = ['3', '5', '6', '7'];
const amount = fc.integer({ min: 0, max: wte(300) });
const place = { group: fc.constantFrom(...groups), band: fc.constantFrom(...bands) };
const month = fc.integer({ min: 0, max: 16 }).map((count) => {
  const months = 2026 * 12 + 10 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
});

const cells = fc
  .uniqueArray(fc.record({ ...place, inPost: amount, funded: fc.option(amount), required: fc.option(amount) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ group, band }) => `${group} ${band}`,
  })
  .map((some): Cell[] => some);

const starts = fc
  .uniqueArray(
    fc.record({
      ...place,
      key: fc.integer({ min: 1, max: 999 }).map((id) => `own:${id}`),
      wte: fc.integer({ min: 1, max: wte(1) }),
      percent: fc.integer({ min: 0, max: 100 }),
      on: month.map((key) => `${key}-14`),
      besideDays: fc.constantFrom(0, 28),
    }),
    { maxLength: 12, selector: ({ key }) => key },
  )
  .map((some) => some.map((one) => ({ ...one, title: 'Midwife' })));

const rate = fc.record({ numerator: fc.integer({ min: 0, max: 30 }), denominator: fc.constant(100) });
const history = fc
  .tuple(
    ...groups.map((group) =>
      fc.record({ group: fc.constant(group), rate, months: fc.array(amount, { minLength: 12, maxLength: 24 }) }),
    ),
  )
  .map((some) =>
    some.map(({ group, rate: own, months }) => ({
      group,
      rate: own,
      rateWithoutRetirements: own,
      lowest: own,
      highest: own,
      months,
      away: { numerator: 5, denominator: 100 },
      retiring: { numerator: 2, denominator: 100 },
      startersAMonth: 0,
      hoursChange: null,
    })),
  );

/** Any service. */
export const anyBase: fc.Arbitrary<ForecastBase> = fc.record({ cells, starts, history }).map((some) => ({
  census: '2026-10-31',
  besideNow: [],
  cohortBesideDays: 28,
  womenPerContinuityWte: 36,
  assessment: null,
  ...some,
}));

/** Any assumptions that change who comes and goes. */
export const anyAssumptions: fc.Arbitrary<ForecastAssumptions> = fc.record(
  {
    leaverMode: fc.constantFrom('compound' as const, 'twelfth' as const),
    leaverRates: fc.dictionary(fc.constantFrom(...groups), fc.integer({ min: 0, max: 4000 })),
    retirements: fc.constantFrom('in_leavers' as const, 'by_age' as const),
    hoursChange: fc.dictionary(fc.constantFrom(...groups), fc.integer({ min: -wte(1), max: wte(1) })),
    starters: fc.array(
      fc.record({ ...place, wte: amount.map((some) => some % wte(3)), from: fc.option(month), to: fc.option(month) }),
      { maxLength: 3 },
    ),
    cohorts: fc.array(
      fc.record({
        ...place,
        month: fc.integer({ min: 1, max: 12 }),
        wte: amount.map((some) => some % wte(20)),
        percent: fc.integer({ min: 0, max: 100 }),
        from: fc.option(month),
        to: fc.option(month),
      }),
      { maxLength: 2 },
    ),
    skillMix: fc.option(fc.record({ midwives: fc.integer({ min: 5000, max: 10_000 }), from: month })),
    uplift: fc.option(fc.record({ now: fc.constant(2100), to: fc.integer({ min: 1800, max: 3000 }), from: month })),
  },
  { requiredKeys: [] },
);
