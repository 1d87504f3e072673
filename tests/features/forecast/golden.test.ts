import { describe, expect, test } from 'vitest';
import type { ForecastAssumptions } from '#contract';
import type { ForecastBase } from '../../../electron/features/forecast/calculations/base.ts';
import { workedForecast } from '../../../electron/features/forecast/calculations/forecast.ts';
import { baseOf, start, wte } from './bases.ts';

const forecast = (
  base: ForecastBase,
  assumed: ForecastAssumptions,
  group: string | null = 'midwives',
  to = '2028-03',
) => workedForecast(base, assumed, { group, to }, null);
const inPost = (base: ForecastBase, assumed: ForecastAssumptions) =>
  forecast(base, assumed).totals.map((month) => month.inPost);

describe('leavers by month, worked by hand', () => {
  test('a yearly rate of 12 % as twelfths takes 1 % of those in post each month', () => {
    // 100.00000 - 1.00000 = 99.00000; 99.00000 - 0.99000 = 98.01000; 98.01000 - 0.98010 = 97.02990
    const [first, second, third] = inPost(baseOf(), { leaverMode: 'twelfth', leaverRates: { midwives: 1200 } });
    expect([first, second, third]).toEqual([9_900_000, 9_801_000, 9_702_990]);
  });

  test('a yearly rate as 1 − (1 − r)^(1/12) leaves exactly 1 − r of everybody after twelve months', () => {
    // 12 %: twelfth root of 0.88 = 0.98940376; the first month loses 100 x 0.01059624 = 1.05962 WTE; a year leaves 88.00
    const months = inPost(baseOf(), { leaverRates: { midwives: 1200 } });
    expect(months[0]).toBe(10_000_000 - 105_962);
    expect(Math.abs(months[11]! - 8_800_000)).toBeLessThanOrEqual(6);
  });

  test('without a rate that is set, the own one of the twelve months before is taken', () => {
    const own = { numerator: 6, denominator: 100 };
    const history = [
      {
        group: 'midwives',
        rate: own,
        rateWithoutRetirements: own,
        lowest: own,
        highest: own,
        months: [],
        away: null,
        retiring: null,
        startersAMonth: 0,
        hoursChange: null,
      },
    ];
    // 6 % / 12 = 0.5 % of 100 = 0.50 WTE
    expect(inPost(baseOf({ history }), { leaverMode: 'twelfth' })[0]).toBe(9_950_000);
  });

  test('a month’s half of a hundred-thousandth rounds up, once', () => {
    // 0.00150 WTE at 4 % a year as twelfths: 150 x 4 / 1200 = 0.5 of a hundred-thousandth, which is 1
    const cells = [{ group: 'midwives', band: '6', inPost: 150, funded: 150, required: null }];
    expect(inPost(baseOf({ cells }), { leaverMode: 'twelfth', leaverRates: { midwives: 400 } })[0]).toBe(149);
  });

  test('retirements by age come on top of leavers: 6 % of those of an age where a third of all are', () => {
    // A third of 100 WTE at 6 % a year is 2 % of all: 2 / 12 = 0.16667 a month by twelfths, nobody else leaves
    const none = { numerator: 0, denominator: 100 };
    const history = [
      {
        group: 'midwives',
        rate: none,
        rateWithoutRetirements: none,
        lowest: none,
        highest: none,
        months: [],
        away: null,
        retiring: { numerator: 2, denominator: 100 },
        startersAMonth: 0,
        hoursChange: null,
      },
    ];
    const { totals } = forecast(baseOf({ history }), { leaverMode: 'twelfth', retirements: 'by_age' });
    expect(totals[0]).toMatchObject({ leavers: 0, retirements: 16_667, inPost: 9_983_333 });
    // 6 % set by hand: 6 / 12 = 0.50
    const set = { leaverMode: 'twelfth', retirements: 'by_age', retiringRates: { midwives: 600 } } as const;
    expect(forecast(baseOf({ history }), set).totals[0]).toMatchObject({ retirements: 50_000 });
    expect(forecast(baseOf({ history }), { leaverMode: 'twelfth' }).totals[0]).toMatchObject({ retirements: 0 });
  });
});

describe('starters, worked by hand', () => {
  test('a post of 0.80 WTE that eight in ten such posts come to counts 0.64 in the month of its start', () => {
    const base = baseOf({ starts: [start({ wte: wte(0.8), percent: 80, on: '2027-01-11' })] });
    const { totals } = forecast(base, {});
    expect(totals.map(({ starters }) => starters.plan).slice(0, 4)).toEqual([0, 0, 64_000, 0]);
    expect(totals[2]?.inPost).toBe(10_064_000);
  });

  test('a start of the census month or before counts in the first month', () => {
    const { totals } = forecast(baseOf({ starts: [start({ on: '2026-10-05' })] }), {});
    expect(totals[0]?.starters.plan).toBe(wte(1));
  });

  test('a cohort of ten of whom nine start comes every September, and is beside the numbers for 28 of 30 days', () => {
    const cohorts = [{ group: 'midwives', band: '5', month: 9, wte: wte(10), percent: 90, from: null, to: null }];
    const { totals } = forecast(baseOf(), { cohorts });
    expect(totals.filter(({ starters }) => starters.cohorts > 0).map(({ month }) => month)).toEqual(['2027-09']);
    // 9.00 WTE x 28 / 30 days of September = 8.40 WTE on average over the month
    expect(totals.find(({ month }) => month === '2027-09')).toMatchObject({
      starters: { cohorts: wte(9) },
      beside: wte(8.4),
      inPost: wte(109),
    });
    expect(totals.find(({ month }) => month === '2027-10')?.beside).toBe(0);
  });

  test('whoever starts on 18 January is beside the numbers 14 of its 31 days, and 14 of the 28 of February', () => {
    const { totals } = forecast(baseOf({ starts: [start({ on: '2027-01-18', besideDays: 28 })] }), {
      away: { midwives: 0 },
    });
    // 14 / 31 = 0.45161 WTE, 14 / 28 = 0.50 WTE
    expect(totals[2]).toMatchObject({ beside: 45_161, available: 10_100_000 - 45_161 });
    expect(totals[3]).toMatchObject({ beside: 50_000, available: 10_050_000 });
  });

  test('long leave of 6 % comes off what is available', () => {
    expect(forecast(baseOf(), { away: { midwives: 600 } }).totals[0]).toMatchObject({
      away: 600_000,
      available: 9_400_000,
    });
  });
});

describe('when a target is reached, worked by hand', () => {
  test('four posts short and one more WTE every month: the fourth month reaches it, and holds it', () => {
    const starters = [{ group: 'midwives', band: '6', wte: wte(1), from: null, to: null }];
    const { funded, required } = forecast(baseOf(), { starters });
    // 100 + 4 = 104 at the end of February 2027; required 110 at the end of August 2027
    expect(funded).toMatchObject({ known: true, already: false, month: '2027-02', held: true });
    expect(required).toMatchObject({ month: '2027-08', shortAtEnd: wte(110) - wte(117) });
  });

  test('a target that is not reached is said so, with what is missing at the end', () => {
    expect(forecast(baseOf(), {}).funded).toEqual({
      known: true,
      already: false,
      month: null,
      held: false,
      shortAtEnd: wte(4),
    });
  });

  test('one that is met at the census is reached already, and one that is not held is said so', () => {
    expect(forecast(baseOf(), {}, 'support').funded).toMatchObject({ already: true, month: null, held: true });
    const leaving = forecast(baseOf(), { leaverRates: { support: 1000 } }, 'support').funded;
    expect(leaving).toMatchObject({ already: true, held: false });
  });

  test('what is not known is neither nought nor reached', () => {
    const cells = [{ group: 'medical', band: '-', inPost: wte(47), funded: null, required: null }];
    const { totals, funded } = forecast(baseOf({ cells }), {}, 'medical');
    expect(totals[0]).toMatchObject({ funded: null, required: null });
    expect(funded).toMatchObject({ known: false, already: false, month: null });
  });
});

describe('what is required and funded, worked by hand', () => {
  test('births from 4,000 to 4,400 from April 2027 raise 110.00 WTE to 121.00', () => {
    const births = { now: 4000, steps: [{ from: '2027-04', births: 4400 }] };
    const months = forecast(baseOf(), { births }).totals;
    expect(months.find(({ month }) => month === '2027-03')?.required).toBe(wte(110));
    expect(months.find(({ month }) => month === '2027-04')?.required).toBe(wte(121));
  });

  test('an uplift of 24 % in place of 21 % is an add-on: 110.00 × 1.24 ÷ 1.21 = 112.72727', () => {
    const uplift = { now: 2100, to: 2400, from: '2026-11' };
    expect(forecast(baseOf(), { uplift }).totals[0]?.required).toBe(11_272_727);
  });

  test('85 to 15 parts 132.00 WTE of midwives and support into 112.20 and 19.80', () => {
    const skillMix = { midwives: 8500, from: '2026-11' };
    expect(forecast(baseOf(), { skillMix }).totals[0]?.required).toBe(wte(112.2));
    expect(forecast(baseOf(), { skillMix }, 'support').totals[0]?.required).toBe(wte(19.8));
  });

  test('continuity teams for 1,000 women need 27.78 WTE, and release what is said', () => {
    // 1,000 / 36 = 27.77778; 110 + 27.77778 - 20 = 117.77778
    const continuity = [{ from: '2027-01', women: 1000, released: wte(20) }];
    const months = forecast(baseOf(), { continuity }).totals;
    expect([months[1]?.required, months[2]?.required]).toEqual([wte(110), 11_777_778]);
  });

  test('a new report takes the place of the old one from its month on, and births count from there', () => {
    const required = [{ from: '2027-04', group: 'midwives', wte: wte(120), why: 'Report of 2027' }];
    const births = {
      now: 4000,
      steps: [
        { from: '2027-04', births: 4400 },
        { from: '2027-10', births: 4840 },
      ],
    };
    const months = forecast(baseOf(), { required, births }).totals;
    expect(months.find(({ month }) => month === '2027-04')?.required).toBe(wte(120));
    // 120 x 4,840 / 4,400 = 132
    expect(months.find(({ month }) => month === '2027-10')?.required).toBe(wte(132));
  });

  test('a funded post more from April 2027 counts from then on', () => {
    const funded = [{ from: '2027-04', group: 'midwives', band: '6', wte: wte(2), why: 'Business case' }];
    const months = forecast(baseOf(), { funded }).totals;
    expect(months.find(({ month }) => month === '2027-03')?.funded).toBe(wte(104));
    expect(months.find(({ month }) => month === '2027-04')?.funded).toBe(wte(106));
  });
});
