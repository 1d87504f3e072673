import { array, assert, constantFrom, integer, option, pre, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import type { EstablishmentGap } from '#contract';
import { positionOf } from '../../../electron/features/establishment/calculations.ts';
import { establishmentFiguresAsExpected } from '../../../electron/features/establishment/calculations/as-expected.ts';
import { sheetOf } from '../../../electron/features/establishment/calculations/sheet.ts';
import { line } from './lines.ts';

const value = option(integer({ min: 0, max: 999_999_999 }), { nil: null });
const anyLine = record({
  unit: constantFrom('Delivery suite', 'Ward', 'Community'),
  group: constantFrom('midwives', 'support'),
  band: constantFrom('3', '5', '6', '7'),
  required: value,
  funded: value,
  inPost: value,
}).map(({ unit, group, band, ...values }) => ({ ...line(unit, group, band, null, null, null), ...values }));
const anyLines = array(anyLine, { maxLength: 40 });
const knownLines = anyLines.map((lines) =>
  lines.map((each) => ({ ...each, required: each.required ?? 0, funded: each.funded ?? 0, inPost: each.inPost ?? 0 })),
);

const gaps = ['requiredLessFunded', 'vacancy', 'requiredLessInPost'] as const;
const parts = ['wte', 'from', 'less', 'compared', 'gross'] as const;
const added = (each: EstablishmentGap[], part: (typeof parts)[number]) =>
  each.reduce((sum, gap) => sum + (gap[part] ?? 0), 0);

it('units, staff groups and bands each sum to the trust', () => {
  assert(
    property(anyLines, (lines) => {
      const sheet = sheetOf(lines);
      for (const split of [sheet.byUnit, sheet.byGroup, sheet.byGroupAndBand, sheet.lines]) {
        const positions = split.map(({ position }) => position);
        for (const gap of gaps)
          for (const part of parts)
            expect(
              added(
                positions.map((position) => position[gap]),
                part,
              ),
            ).toBe(sheet.all[gap][part] ?? 0);
        for (const total of ['required', 'funded', 'inPost'] as const)
          expect(positions.reduce((sum, position) => sum + (position[total].wte ?? 0), 0)).toBe(
            sheet.all[total].wte ?? 0,
          );
      }
    }),
  );
});

it('the order of the lines is irrelevant', () => {
  assert(
    property(anyLines, (lines) => {
      expect(positionOf([...lines].reverse())).toEqual(positionOf(lines));
    }),
  );
});

it('gross is never below net nor below nought, and a gap is always its own two sides', () => {
  assert(
    property(anyLines, (lines) => {
      const position = positionOf(lines);
      for (const key of gaps) {
        const gap = position[key];
        if (gap.wte === null) continue;
        expect(gap.gross).toBeGreaterThanOrEqual(Math.max(0, gap.wte));
        expect(gap.wte).toBe((gap.from ?? 0) - (gap.less ?? 0));
      }
    }),
  );
});

it('where every line is known, the gaps are the differences of the totals and the third is the sum of the other two', () => {
  assert(
    property(knownLines, (lines) => {
      pre(lines.length > 0);
      const { required, funded, inPost, requiredLessFunded, vacancy, requiredLessInPost } = positionOf(lines);
      expect(requiredLessFunded.wte).toBe(required.wte! - funded.wte!);
      expect(vacancy.wte).toBe(funded.wte! - inPost.wte!);
      expect(requiredLessInPost.wte).toBe(requiredLessFunded.wte! + vacancy.wte!);
    }),
  );
});

it('over-establishment is negative: swapping funded and in post turns the sign of the vacancy', () => {
  assert(
    property(anyLines, (lines) => {
      const turned = lines.map((each) => ({ ...each, funded: each.inPost, inPost: each.funded }));
      expect(positionOf(turned).vacancy.wte ?? 0).toBe(-(positionOf(lines).vacancy.wte ?? 0) + 0);
    }),
  );
});

it('a total is rounded once, at the edge: many lines of 0.005 WTE are not each rounded first', () => {
  assert(
    property(integer({ min: 1, max: 400 }), (count) => {
      const sheet = sheetOf(Array.from({ length: count }, () => line('Ward', 'midwives', '6', null, '0.005', '0')));
      expect(establishmentFiguresAsExpected(sheet).vacancy_wte).toBe(Math.floor((count * 5 + 5) / 10) / 100);
    }),
  );
});
