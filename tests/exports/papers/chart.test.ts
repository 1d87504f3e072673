import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { PaperChart } from '#contract';
import { valueInWords } from '../../../electron/exports/papers/chart-look.ts';
import { chartScale } from '../../../electron/exports/papers/chart-scale.ts';
import { chartSize, chartSvg } from '../../../electron/exports/papers/chart-svg.ts';

const chart = (values: (number | null)[], more: Partial<PaperChart> = {}): PaperChart => ({
  kind: 'chart',
  type: 'line',
  title: 'Red flags & more',
  description: 'Line chart.',
  unit: 'Events',
  decimals: 0,
  lowest: null,
  highest: null,
  categories: values.map((_, index) => `Month ${index + 1}`),
  series: [{ name: 'All', values }],
  ...more,
});

describe('the axis of a chart', () => {
  test('counts by whole numbers where the values are whole', () => {
    expect(chartScale(chart([0, 1, 3])).marks).toEqual([0, 1, 2, 3]);
    expect(chartScale(chart([0, 14])).marks).toEqual([0, 3, 6, 9, 12, 15]);
    expect(chartScale(chart([0, 0])).marks).toEqual([0, 1]);
  });

  test('ends at 100 for a share and starts where the chart says, so that 97 % and 99 % can be told apart', () => {
    const { lowest, highest } = chartScale(chart([97.2, 99.1], { decimals: 1, lowest: 90, highest: 100 }));
    expect([lowest, highest]).toEqual([90, 100]);
  });

  test('holds every value between its ends, at most eight marks apart by one step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5_000, max: 50_000 }), { minLength: 1 }), (values) => {
        const { lowest, highest, marks } = chartScale(chart(values, { decimals: 1 }));
        expect(lowest).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(highest).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(marks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('the picture of a chart', () => {
  test('is well-formed, whatever its texts are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.option(fc.integer({ min: 0, max: 900 })), { minLength: 1 }),
        (text, values) => {
          const words = text.replace(/[^\t\n\u0020-\ud7ff]/g, '');
          for (const type of ['line', 'bar'] as const) {
            const parser = new SaxesParser();
            parser.on('error', (error) => {
              throw error;
            });
            parser.write(chartSvg(chart(values, { type, title: words, description: words, unit: words }))).close();
          }
        },
      ),
    );
  });

  test('leaves a gap where a value is not known', () => {
    const svg = chartSvg(chart([12, 9, null, 14, 8]));
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(4);
  });

  test('says each value on its bar and stays within its edges', () => {
    const svg = chartSvg(chart([136, 124.6], { type: 'bar', decimals: 1 }));
    expect(svg).toContain('>136.0<');
    expect(svg).toContain('>124.6<');
    for (const [, y] of svg.matchAll(/ y1?="([\d.-]+)"/g)) {
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(chartSize.height);
    }
  });
});

test('values have a real minus sign and thousands in threes, rounded half up', () => {
  expect([valueInWords(1234.565, 2), valueInWords(-1.65, 2), valueInWords(-0.001, 2)]).toEqual([
    '1,234.57',
    '−1.65',
    '0.00',
  ]);
});
