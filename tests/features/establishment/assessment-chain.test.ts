import { describe, expect, it } from 'vitest';
import { roundedExact } from '#contract';
import {
  amount,
  area,
  cases,
  inputs,
  ofBirths,
  posts,
  setting,
  shown,
  wholeTrust,
  worked,
} from './assessment-samples.ts';

describe('St Anywhere, 5,200 births, as the guide publishes it', () => {
  const published: [name: string, cases: number, hours: number, published: number][] = [
    ['I', 567, 6.6, 3_742],
    ['II', 1_165, 7.4, 8_621],
    ['III', 899, 11.3, 10_159],
    ['IV', 1_347, 13.9, 18_723],
    ['V', 1_222, 22.9, 27_983],
    ['X', 6_344, 1, 6_344],
    ['A1', 572, 4, 2_288],
    ['A2', 156, 15, 2_340],
    ['R', 78, 6, 468],
    ['Inductions', 1_716, 2.5, 4_290],
    ['T', 26, 8, 208],
  ];
  const suite = area('Delivery suite', ...published.map(([name, count, hours]) => cases(name, count, hours)));
  const at = (uplift: number, mode: 'add_on' | 'divisor' = 'add_on') =>
    worked(inputs([suite], { uplift: amount(uplift), upliftMode: mode })).areas[0]!;

  it.each(published.map((row, index) => [...row, index] as const))(
    'category %s: %d women at %d hours come to %d hours, within an hour',
    (_name, _count, _hours, hours, index) => {
      const value = Number(shown(at(21).activities[index]?.hours, 2));
      expect(Math.abs(value - hours)).toBeLessThanOrEqual(1);
    },
  );

  it('births come to 5,200 and all hours to 85,166 within an hour for each row', () => {
    expect(published.slice(0, 5).reduce((sum, [, count]) => sum + count, 0)).toBe(5_200);
    expect(Math.abs(Number(shown(at(21).hours, 2)) - 85_166)).toBeLessThanOrEqual(published.length);
  });

  it('85,166 hours are 43.6749 WTE before uplift, and 52.8466, 53.2833 and 54.1568 with 21, 22 and 24 %', () => {
    const hours = (uplift: number, mode?: 'divisor') =>
      worked(inputs([area('All', cases('All', 85_166, 1))], { uplift: amount(uplift), upliftMode: mode ?? 'add_on' }))
        .areas[0]!;
    expect(shown(hours(21).beforeUplift)).toBe('43.6749');
    expect([21, 22, 24].map((uplift) => shown(hours(uplift).wte))).toEqual(['52.8466', '53.2833', '54.1568']);
    // Not what a report means by 22 %.
    expect(shown(hours(22, 'divisor').wte)).toBe('55.9934');
  });

  it('exact percentages of 5,200 births give 69,299.0 hours for categories I to V, not the 69,228 of rounded cases', () => {
    const exactly = {
      ...inputs([
        {
          ...area(
            'Delivery suite',
            ofBirths('I', 10.9, 6.6, 1),
            ofBirths('II', 22.4, 7.4, 1),
            ofBirths('III', 17.3, 9.4, 1.2),
            ofBirths('IV', 25.9, 10.7, 1.3),
            ofBirths('V', 23.5, 16.4, 1.4),
          ),
          setting: 'Delivery suite',
        },
      ]),
      settings: [setting('Delivery suite', 5_200)],
    };
    const result = worked(exactly).areas[0]!;
    expect(result.activities.map(({ hours }) => shown(hours, 2))).toEqual([
      '3740.88',
      '8619.52',
      '10147.49',
      '18733.99',
      '28057.12',
    ]);
    expect(shown(result.hours, 1)).toBe('69299.0');
  });
});

describe('a whole trust of 4,360 births', () => {
  const result = worked(wholeTrust());
  const [suite] = result.areas;

  it('has the hours of categories I to V to the hour', () => {
    expect(suite?.activities.slice(0, 5).map(({ hours }) => shown(hours, 0))).toEqual([
      '1440',
      '3920',
      '7776',
      '14872',
      '30240',
    ]);
  });

  it.each([
    ['Delivery suite', '70628', '44.9122'],
    ['Birth centre', '2400', '1.5262'],
    ['Antenatal ward', '15000', '9.5385'],
    ['Postnatal ward', '35520', '22.5871'],
    ['Triage', '17520', '11.1409'],
    ['Clinics', '7800', '4.9600'],
    ['Day assessment', '4680', '2.9760'],
    ['Community', '62760', '45.8953'],
  ])('%s needs %s hours and %s WTE', (name, hours, wte) => {
    const found = result.areas[wholeTrust().areas.findIndex((each) => each.name === name)];
    expect([shown(found?.hours, 0), shown(found?.wte)]).toEqual([hours, wte]);
  });

  it('counts travel on the community hours before the uplift: 72,174 hours', () => {
    expect(shown(result.areas[7]?.hoursWithTravel, 0)).toBe('72174');
  });

  it('needs 143.5360 clinical WTE, 129.1824 midwives and 14.3536 support workers of them', () => {
    expect([result.clinical, result.clinicalMidwives, result.support].map((value) => shown(value))).toEqual([
      '143.5360',
      '129.1824',
      '14.3536',
    ]);
  });

  it('needs 12.9182 specialist and management posts, 156.4543 WTE in all and 142.1007 midwives', () => {
    expect([result.specialist, result.total, result.midwives].map((value) => shown(value))).toEqual([
      '12.9182',
      '156.4543',
      '142.1007',
    ]);
  });

  it('has a birth ratio by each denominator, and says which', () => {
    expect(shown(result.births, 0)).toBe('4360');
    expect(result.ratios.map(({ denominator, value }) => [denominator, shown(value, 2)])).toEqual([
      ['clinical WTE, midwives and support', '30.38'],
      ['WTE of midwives who give care', '33.75'],
      ['recommended WTE of midwives', '30.68'],
      ['recommended total WTE', '27.87'],
    ]);
  });

  it('shows every step with its formula, its numbers and its exact outcome', () => {
    const community = result.steps.filter((step) => step.area === 'Community');
    expect(community.map(({ title, numbers, value }) => [title, numbers, roundedExact(value, 4)])).toEqual([
      ['Births: hours a year', '4,300 × 14', '60200.0000'],
      ['Exports: hours a year', '−350 × 14', '-4900.0000'],
      ['Imports: hours a year', '250 × 14', '3500.0000'],
      ['Attrition: hours a year', '450 × 4', '1800.0000'],
      ['Home births: hours a year', '60 × 36', '2160.0000'],
      ['Hours a year', '60,200 + −4,900 + 3,500 + 1,800 + 2,160', '62760.0000'],
      ['Hours with travel', '62,760 × (1 + 15 %)', '72174.0000'],
      ['WTE before uplift', '72,174 ÷ (37.5 × 52)', '37.0123'],
      ['WTE', '37.0123 × (1 + 24 %)', '45.8953'],
      ['Support workers', '45.8953 × 10 %', '4.5895'],
    ]);
    const totals = result.steps.filter((step) => step.area === null);
    expect(totals.map(({ title }) => title)).toEqual([
      'Births a year',
      'Clinical total (C)',
      'Support workers',
      'Midwives who give care',
      'Specialist and management',
      'Recommended total',
      'Recommended midwives',
      'Births per clinical WTE, midwives and support',
      'Births per WTE of midwives who give care',
      'Births per recommended WTE of midwives',
      'Births per recommended total WTE',
    ]);
  });
});

describe('wrong answers that are often given', () => {
  const result = worked(wholeTrust());

  it('travel added to the uplift (x 1.39) would give the community 44.7366 and C 142.3774', () => {
    const added = worked({
      ...wholeTrust(),
      areas: wholeTrust().areas.map((each) => ({ ...each, travels: false })),
    });
    const hours = Number(shown(added.areas[7]?.hours, 0));
    expect(((hours / 1_950) * 1.39).toFixed(4)).toBe('44.7366');
    expect(shown(result.areas[7]?.wte)).not.toBe('44.7366');
    expect(shown(result.clinical)).not.toBe('142.3774');
  });

  it('the uplift as a divisor gives C 152.3090, and only where it was switched on, which is said', () => {
    const divisor = worked(wholeTrust({ upliftMode: 'divisor' }));
    expect(shown(divisor.clinical)).toBe('152.3090');
    expect(divisor.findings.map(({ code }) => code)).toContain('divisor');
    expect(divisor.steps.find(({ title }) => title === 'WTE')?.formula).toBe('WTE before uplift ÷ (1 − uplift)');
    expect(result.findings.map(({ code }) => code)).not.toContain('divisor');
  });

  it('areas that are rounded before they are added give 143.55, not the 143.54 that is shown', () => {
    const rounded = result.areas.reduce((sum, { wte }) => sum + Math.round(Number(shown(wte, 2)) * 100), 0);
    expect(rounded).toBe(14_355);
    expect(shown(result.clinical, 2)).toBe('143.54');
  });

  it('10 % for specialists would make midwives equal to C and hide errors: 9 % does not', () => {
    const ten = worked(wholeTrust({ specialistShare: amount(10) }));
    expect(ten.midwives).toBe(ten.clinical);
    expect(result.midwives).not.toBe(result.clinical);
  });

  it('a share of the total is not a share of C: 9 % of the total is 9.89 % of C', () => {
    const ofTotal = worked(wholeTrust({ specialistBase: 'total' }));
    expect(shown(ofTotal.specialistOfTotal)).toBe('0.0900');
    expect(shown(ofTotal.specialistOfClinical)).toBe('0.0989');
    expect(shown(result.specialistOfTotal)).toBe('0.0826');
  });

  it('a year of 365 days against one of 52 weeks makes 11.1409 of 11.1104, and the difference is named', () => {
    const weeks = worked(inputs([area('Triage', posts('On duty', 2, 24, 364))]));
    expect(shown(weeks.areas[0]?.wte)).toBe('11.1104');
    expect(weeks.findings.map(({ code }) => code)).not.toContain('days and weeks');
    const days = worked(inputs([area('Triage', posts('On duty', 2, 24, 365))]));
    expect(shown(days.areas[0]?.wte)).toBe('11.1409');
    expect(days.findings.find(({ code }) => code === 'days and weeks')?.message).toContain('0.0305 WTE');
  });

  it('a post at all hours is 168 hours over 37.5, 4.48 WTE, and 5.5552 with 24 % uplift', () => {
    const post = worked(inputs([area('Triage', posts('On duty', 1, 24, 364))]));
    expect(shown(post.areas[0]?.wte)).toBe('5.5552');
    expect(shown(worked(inputs([area('Triage', posts('On duty', 1, 24, 364))], { uplift: 0 })).clinical)).toBe(
      '4.4800',
    );
  });

  it('ratios add as reciprocals: 42 births per WTE in hospital and 98 in the community are 29.40 together, not 70', () => {
    // 8,400 births: 200 WTE in hospital at 1,950 hours each, and 8,400 ÷ 98 in the community.
    const hospital = area('Hospital', cases('Births', 8_400, 1_950 / 42));
    const community = area('Community', cases('Births', 8_400, 1_950 / 98));
    const settings = [setting('Hospital', 8_400)];
    const both = worked({ ...inputs([hospital, community], { uplift: 0 }), settings });
    expect(shown(both.ratios[0]?.value, 2)).toBe('29.40');
  });

  it('births per WTE are never averaged: they are births over the WTE of all', () => {
    const separately = result.areas
      .slice(0, 2)
      .map(({ wte }, index) => (index === 0 ? 4_000 : 300) / Number(shown(wte, 6)));
    expect(shown(result.ratios[0]?.value, 2)).not.toBe(((separately[0]! + separately[1]!) / 2).toFixed(2));
  });

  it('C holds the support workers: it is not the number of midwives', () => {
    expect(result.clinical).not.toBe(result.clinicalMidwives);
  });
});

describe('the casemix of a sample', () => {
  const sampled = (counts: (number | null)[], more = {}) =>
    worked({
      ...inputs(
        [
          {
            ...area(
              'Delivery suite',
              ...(['I', 'V'] as const).map((category) => ({
                ...cases(`Category ${category}`, null, 10),
                category,
                quantityOf: 'casemix' as const,
              })),
            ),
            setting: 'Delivery suite',
          },
        ],
        { sampleFirst: '2025-09-01', sampleLast: '2025-11-30', sampleSize: 997, ...more },
      ),
      settings: [setting('Delivery suite', 4_000, counts)],
    });

  it('gives each category its part of a year of births, exactly, without percentages in between', () => {
    const result = sampled([60, 140, 180, 260, 357]);
    expect(result.areas[0]?.activities.map(({ cases: each }) => each)).toEqual(['240000/997', '1428000/997']);
    expect(result.casemix[0]).toMatchObject({ sample: 997 });
    expect(result.findings.map(({ code }) => code)).not.toContain('sample');
    expect(result.findings.map(({ code }) => code)).not.toContain('short sample');
  });

  it('is not used while a category has no count, since that is not nought', () => {
    const result = sampled([60, 140, null, 260, 357]);
    expect(result.areas[0]?.hours).toBe(null);
    expect(result.findings.map(({ code }) => code)).toContain('casemix');
  });

  it('is questioned where it counts other women than the sample has, or covers less than three months', () => {
    const codes = sampled([60, 140, 180, 260, 360], { sampleLast: '2025-11-29' }).findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['sample', 'short sample']));
  });
});
