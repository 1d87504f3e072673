import { roundedQuotient } from '../../core/rates.ts';

/** How each series is drawn: apart by lightness, dash and mark as well as by colour, so that grey paper keeps them apart. */
export const seriesLook = [
  { colour: '#003087', dash: '', mark: 'circle' },
  { colour: '#41b6e6', dash: '7 4', mark: 'square' },
  { colour: '#aeb7bd', dash: '2 3', mark: 'diamond' },
  { colour: '#005eb8', dash: '10 3 2 3', mark: 'triangle' },
] as const;

export type SeriesLook = (typeof seriesLook)[number];

/** The look of a series by its place in the chart. */
export const lookOf = (index: number): SeriesLook => seriesLook[index % seriesLook.length] ?? seriesLook[0];

/** A value with the chart's decimals, thousands in threes and a real minus sign. */
export function valueInWords(value: number, decimals: number): string {
  const scale = 10 ** 6;
  const text = roundedQuotient(Math.round(Math.abs(value) * scale), scale, decimals).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const threes = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 && Number(text) !== 0 ? '−' : ''}${threes}${fraction === undefined ? '' : `.${fraction}`}`;
}
