import { expect, test } from 'vitest';
import type { AssessmentInputs, ForecastAssumptions } from '#contract';
import { workedForecast } from '../../../electron/features/forecast/calculations/forecast.ts';
import { amount, area, inputs, wholeTrust } from '../establishment/assessment-samples.ts';
import { baseOf, wte } from './bases.ts';

const march = (assessment: AssessmentInputs, assumed: ForecastAssumptions, required = [142.10068, 14.3536]) => {
  const [midwives = 0, support = 0] = required;
  const cells = [
    { group: 'midwives', band: '6', inPost: wte(124.6), funded: wte(136), required: wte(midwives) },
    { group: 'support', band: '3', inPost: wte(13.9), funded: wte(16), required: wte(support) },
  ];
  const at = (group: string) =>
    workedForecast(baseOf({ cells, assessment }), assumed, { group, to: '2028-03' }, null).totals.find(
      ({ month }) => month === '2028-03',
    )?.required;
  return [at('midwives'), at('support')];
};

// The whole trust of the domain notes: C 143.53604; 90/10 and 9 % of C make 142.10068 midwives and 14.35360 support.
// Births drive the hours of delivery suite 44.9122, birth centre 1.5262, antenatal ward 9.5385, postnatal ward
// 22.5871 and community 45.8953, together 124.45918 WTE. Triage 11.1409, clinics 4.9600 and day assessment 2.9760 are open
// whatever happens.

test('5 % more births need 5 % more where births drive the hours, and no more triage, clinics and day assessment', () => {
  // 124.45918 x 0.05 = 6.22296 of C; midwives 0.90 + 0.09 of it = 6.16073, support 0.10 of it = 0.62230
  const births = { now: 4360, steps: [{ from: '2027-04', births: 4578 }] };
  expect(march(wholeTrust(), { births })).toEqual([wte(142.10068 + 6.16073), wte(14.3536 + 0.6223)]);
});

test('the areas that births drive are the person’s to choose: the delivery suite alone', () => {
  // 44.91217 x 0.05 = 2.24561 of C; 0.99 of it = 2.22315 and 0.10 of it = 0.22456
  const births = { now: 4360, steps: [{ from: '2027-04', births: 4578 }], areas: ['Delivery suite'] };
  expect(march(wholeTrust(), { births })).toEqual([wte(142.10068 + 2.22315), wte(14.3536 + 0.22456)]);
});

test('an uplift of 26 % in place of 24 % acts at its own step: C 143.53604 × 1.26 ÷ 1.24 = 145.85114', () => {
  const uplift = { now: 2400, to: 2600, from: '2027-04' };
  // 145.85114 x 0.99 = 144.39263, x 0.10 = 14.58511
  expect(march(wholeTrust(), { uplift })).toEqual([wte(144.39263), wte(14.58511)]);
});

test('both together: births first, then the uplift on the hours that they make', () => {
  // (143.53604 + 6.22296) x 1.26 / 1.24 = 152.17446, which is 8.63842 more; 0.99 of it = 8.55204, 0.10 = 0.86384
  const assumed = {
    births: { now: 4360, steps: [{ from: '2027-04', births: 4578 }] },
    uplift: { now: 2400, to: 2600, from: '2027-10' },
  };
  expect(march(wholeTrust(), assumed)).toEqual([wte(142.10068 + 8.55204), wte(14.3536 + 0.86384)]);
});

test('a skill mix of 85 to 15 is of the clinical total, and the specialist posts stay', () => {
  // 143.53604 x 0.05 = 7.17680 of C go from midwives to support
  const skillMix = { midwives: 8500, from: '2027-04' };
  expect(march(wholeTrust(), { skillMix })).toEqual([wte(142.10068 - 7.1768), wte(14.3536 + 7.1768)]);
});

test('a specialist and management share of 11 % in place of 9 % is 2 % of the clinical total more, all midwives', () => {
  const specialist = { share: 1100, from: '2027-04' };
  expect(march(wholeTrust(), { specialist })).toEqual([wte(142.10068 + 2.87072), wte(14.3536)]);
});

test('posts that a report prints outside the uplift do not grow with it', () => {
  // 100.00 WTE by the report, 10 % support, 9.00 specialist posts as printed: 99.00 midwives and 10.00 support.
  // 100 x 1.26 / 1.24 = 101.61290: midwives 91.45161 + 9.00 = 100.45161 and not 99 x 1.26 / 1.24 = 100.59677.
  const report: AssessmentInputs = inputs([{ ...area('All areas'), reportWte: amount(100) }], {
    basis: 'report',
    printedSpecialist: amount(9),
    specialistShare: null,
  });
  const uplift = { now: 2400, to: 2600, from: '2027-04' };
  expect(march(report, { uplift }, [99, 10])).toEqual([wte(100.45161), wte(10.16129)]);
});

test('what was agreed outside the assessment is not touched: it is required beside it', () => {
  // 5.00 WTE of midwives were entered beside the assessment.
  const births = { now: 4360, steps: [{ from: '2027-04', births: 4578 }] };
  expect(march(wholeTrust(), { births }, [147.10068, 14.3536])[0]).toBe(wte(147.10068 + 6.16073));
});

test('a new report is as it is in its month, and births that change later change it from there', () => {
  const births = {
    now: 4360,
    steps: [
      { from: '2027-04', births: 4578 },
      { from: '2027-10', births: 4360 },
    ],
  };
  const required = [{ from: '2027-04', group: 'midwives', wte: wte(150), why: 'Report of 2027' }];
  // Births back to those of before take the 6.16073 off again.
  expect(march(wholeTrust(), { births, required })[0]).toBe(wte(150 - 6.16073));
});
