import { describe, expect, it } from 'vitest';
import { positionOf } from '../../../electron/features/establishment/calculations.ts';
import { establishmentFiguresAsExpected } from '../../../electron/features/establishment/calculations/as-expected.ts';
import { figuresOf } from '../../../electron/features/establishment/calculations/figures.ts';
import { sheetOf } from '../../../electron/features/establishment/calculations/sheet.ts';
import { line, wte } from './lines.ts';

describe('published and worked examples', () => {
  it('180.00 funded and 163.40 in post leave 16.60 vacant, a rate of 9.22 % and a fill of 90.78 %', () => {
    const figures = establishmentFiguresAsExpected(sheetOf([line('Trust', 'midwives', '6', null, '180.00', '163.40')]));
    expect(figures).toMatchObject({
      funded_wte: 180,
      in_post_wte: 163.4,
      vacancy_wte: 16.6,
      vacancy_rate_percent: 9.22,
      establishment_fill_percent: 90.78,
    });
  });

  it('midwives short of Birthrate+ and of funding beside support workers over Birthrate+ keep their signs', () => {
    const figures = establishmentFiguresAsExpected(
      sheetOf([
        line('Trust', 'midwives', '6', '142.1007', '136.00', '124.60'),
        line('Trust', 'support', '3', '14.3536', '16.00', '13.90'),
      ]),
    );
    expect(figures.by_group.midwives).toMatchObject({
      required_minus_funded_wte: 6.1,
      vacancy_wte: 11.4,
      vacancy_rate_percent: 8.38,
      establishment_fill_percent: 91.62,
      required_minus_in_post_wte: 17.5,
    });
    expect(figures.by_group.support).toMatchObject({
      required_minus_funded_wte: -1.65,
      vacancy_wte: 2.1,
      vacancy_rate_percent: 13.13,
    });
  });

  it('Royal Surrey in November 2015: Band 7 vacancy 10.13 %, midwives 2.27 %, all staff 1.66 %', () => {
    const published: [string, string, string, string][] = [
      ['midwives', '8d', '1.00', '1.00'],
      ['midwives', '8a', '3.00', '3.00'],
      ['midwives', '7', '21.32', '19.16'],
      ['midwives', '6', '46.70', '46.70'],
      ['midwives', '5', '23.27', '23.27'],
      ['support', '3', '10.63', '10.63'],
      ['support', '2', '23.54', '23.54'],
      ['other_nursing', '6', '0.64', '0.64'],
    ];
    const figures = establishmentFiguresAsExpected(
      sheetOf(published.map(([group, band, funded, inPost]) => line('Maternity', group, band, null, funded, inPost))),
    );
    expect(figures.by_group_and_band.midwives?.['7']?.vacancy_rate_percent).toBe(10.13);
    expect(figures.by_group.midwives).toMatchObject({ funded_wte: 95.29, vacancy_rate_percent: 2.27 });
    expect(figures).toMatchObject({ funded_wte: 130.1, vacancy_wte: 2.16, vacancy_rate_percent: 1.66 });
  });

  it('Birmingham in 2016: 13.44 WTE midwives over the requirement do not hide 20.39 WTE support workers short', () => {
    const { requiredLessInPost } = positionOf([
      line('Trust', 'midwives', '6', '186.56', null, '200.00'),
      line('Trust', 'support', '3', '34.23', null, '30.00'),
      line('Trust', 'support', '2', '46.16', null, '30.00'),
    ]);
    expect(requiredLessInPost).toMatchObject({ wte: wte('6.95'), gross: wte('20.39') });
  });
});

describe('what is not known', () => {
  const lines = [
    line('Ward', 'midwives', '6', '30.00', '28.00', '25.00'),
    line('Ward', 'midwives', '5', null, '6.00', '5.00'),
    line('Ward', 'support', '3', '12.00', '10.00', null),
  ];

  it('is left out of a gap, and the gap says so', () => {
    const [requiredLessFunded, vacancy] = figuresOf(positionOf(lines));
    expect(requiredLessFunded).toMatchObject({
      value: { numerator: wte('4.00'), denominator: 1 },
      inputs: [
        { name: 'required', wte: wte('42.00') },
        { name: 'funded', wte: wte('38.00') },
      ],
      note: '1 of 3 lines left out: required or funded is not known.',
    });
    expect(vacancy?.note).toBe('1 of 3 lines left out: funded or in post is not known.');
  });

  it('is left out of a rate on both sides of the division', () => {
    expect(positionOf(lines).vacancyRate).toEqual({ numerator: wte('4.00'), denominator: wte('34.00') });
    expect(positionOf(lines).establishmentFill).toEqual({ numerator: wte('30.00'), denominator: wte('34.00') });
  });

  it('is counted beside each total', () => {
    expect(positionOf(lines)).toMatchObject({
      lines: 3,
      required: { wte: wte('42.00'), known: 2 },
      funded: { wte: wte('44.00'), known: 3 },
      inPost: { wte: wte('30.00'), known: 2 },
    });
  });

  it('is not nought: a line without a requirement has no gap, one with a requirement of nought has', () => {
    expect(positionOf([line('Ward', 'midwives', '6', null, '5.00', '4.00')]).requiredLessFunded.wte).toBeNull();
    expect(positionOf([line('Ward', 'midwives', '6', '0', '5.00', '4.00')]).requiredLessFunded.wte).toBe(wte('-5.00'));
  });

  it('makes no rate of a post that nobody funds', () => {
    const position = positionOf([line('Ward', 'midwives', '6', null, '0', '1.00')]);
    expect(position).toMatchObject({ vacancyRate: null, establishmentFill: null, vacancy: { wte: wte('-1.00') } });
  });

  it('leaves every figure of an empty sheet not known', () => {
    const position = positionOf([]);
    expect(figuresOf(position).every(({ value, note }) => value === null && note === null)).toBe(true);
  });
});

describe('a sheet', () => {
  it('names each requirement once, that of most lines first, then the newest', () => {
    const of = (tool: string, date: string | null) => ({
      ...line('Ward', 'midwives', '6', '1.00', null, null),
      requiredTool: tool,
      requiredDate: date,
    });
    const sheet = sheetOf([
      of('Locally agreed', null),
      of('Birthrate+', '2022-03-01'),
      of('Birthrate+', '2025-03-14'),
      of('Birthrate+', '2025-03-14'),
    ]);
    expect(sheet.requirements).toEqual([
      { tool: 'Birthrate+', source: null, date: '2025-03-14' },
      { tool: 'Birthrate+', source: null, date: '2022-03-01' },
      { tool: 'Locally agreed', source: null, date: null },
    ]);
  });
});
