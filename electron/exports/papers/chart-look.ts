import type { PaperChart } from '#contract';
import { roundedQuotient } from '../../core/rates.ts';
import { inThrees } from '../../core/words.ts';

/** How each series is drawn: apart by lightness, dash and mark as well as by colour, so that grey paper keeps them apart. */
const seriesLook = [
  { colour: '#003087', dash: '', mark: 'circle' },
  { colour: '#41b6e6', dash: '7 4', mark: 'square' },
  { colour: '#aeb7bd', dash: '2 3', mark: 'diamond' },
  { colour: '#005eb8', dash: '10 3 2 3', mark: 'triangle' },
] as const;

/** Statuses in the colours that they are known by: dark, middle, light and middle, and each bar has its number. */
const toneLook = {
  blue: { ...seriesLook[0], colour: '#003087' },
  green: { ...seriesLook[1], colour: '#009639' },
  amber: { ...seriesLook[2], colour: '#ffb81c' },
  red: { ...seriesLook[3], colour: '#da291c' },
} as const;

export type SeriesLook = (typeof seriesLook)[number] | (typeof toneLook)[keyof typeof toneLook];

/** The look of a series by its tone, or by its place in the chart. */
export const lookOf = (index: number, { tone }: Pick<PaperChart['series'][number], 'tone'>): SeriesLook =>
  tone === undefined ? (seriesLook[index % seriesLook.length] ?? seriesLook[0]) : toneLook[tone];

/** A value with the chart's decimals, thousands in threes and a real minus sign. */
export function valueInWords(value: number, decimals: number): string {
  const scale = 10 ** 6;
  const text = roundedQuotient(Math.round(Math.abs(value) * scale), scale, decimals).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const threes = inThrees(whole);
  return `${value < 0 && Number(text) !== 0 ? '−' : ''}${threes}${fraction === undefined ? '' : `.${fraction}`}`;
}
