import type { ChartRun } from 'docx/charts';
import type { PaperChart } from '../../contract/papers.ts';
import { legible } from '../../contract/values.ts';
import { lookOf } from './chart-look.ts';
import { chartScale } from './chart-scale.ts';

const dashes = { '': 'solid', '7 4': 'dash', '2 3': 'dot', '10 3 2 3': 'dashDot' } as const;

/** A chart that Word draws from its data, which "Edit Data" opens; with alternative text. */
export function docxChart(chart: PaperChart, { ChartRun: Run }: { ChartRun: typeof ChartRun }): ChartRun {
  const { lowest, highest, step } = chartScale(chart);
  const numberFormat = chart.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(chart.decimals)}`;
  const font = { color: '212B32', size: 9 };
  const shared = {
    categories: chart.categories.map(legible),
    font: { name: 'Arial', color: '212B32' },
    chartArea: { fill: 'none' as const, border: 'none' as const },
    transformation: { width: 642, height: 300 },
    altText: { title: legible(chart.title), description: legible(chart.description), name: legible(chart.title) },
    categoryAxis: { font },
    valueAxis: {
      title: { text: legible(chart.unit), font: { size: 9, color: '425563' } },
      minimum: lowest,
      maximum: highest,
      interval: step,
      numberFormat: Number.isInteger(step) ? '#,##0' : numberFormat,
      font,
    },
    ...(chart.series.length === 1 ? { legend: false as const } : { legend: { position: 'top' as const, font } }),
  };
  const looks = chart.series.map((one, index) => lookOf(index, one));
  const series = chart.series.map(({ name, values }, index) => ({
    name: legible(name),
    values,
    color: (looks[index] ?? lookOf(index, {})).colour.slice(1),
  }));
  const dataLabels = { value: true, numberFormat, font: { size: 8, color: '212B32' } };
  if (chart.type === 'bar') return new Run({ ...shared, type: 'column', gapWidth: 60, overlap: 0, series, dataLabels });
  return new Run({
    ...shared,
    type: 'line',
    ...(series.length === 1 ? { dataLabels: { ...dataLabels, position: 'above' as const } } : {}),
    series: series.map((one, index) => {
      const { dash, mark } = looks[index] ?? lookOf(index, {});
      return {
        ...one,
        line: { color: one.color, width: 2, dash: dashes[dash] },
        markers: { shape: mark, size: 6 },
      };
    }),
  });
}
