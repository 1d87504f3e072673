import type { PaperChart } from '../../contract/papers.ts';

/** The axis of values: its lowest and highest mark, and every mark between them. */
export interface ChartScale {
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
  readonly marks: readonly number[];
}

/** Steps that a reader counts by without thinking. */
const easy = [1, 2, 2.5, 5, 10];
const MOST_MARKS = 6;

/** An axis from nought, or where the chart starts, or below where a value is, to the largest value, or to the end that the chart states. */
export function chartScale({ series, lowest, highest, decimals }: PaperChart): ChartScale {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const bottom = Math.min(lowest ?? 0, ...values);
  const top = Math.max(highest ?? 0, ...values, bottom);
  const step = stepOf(top - bottom || 1, decimals);
  const from = Math.floor(bottom / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(top / step - 1e-9));
  const marks = Array.from({ length: to - from + 1 }, (_, index) => rounded((from + index) * step));
  return { lowest: rounded(from * step), highest: rounded(to * step), step, marks };
}

/** The smallest easy step that leaves no more marks than a reader wants; whole where the values are. */
function stepOf(range: number, decimals: number): number {
  const size = 10 ** Math.floor(Math.log10(range / MOST_MARKS));
  const smallest = decimals === 0 ? 1 : 0;
  const found = easy.map((one) => one * size).find((step) => range / step <= MOST_MARKS && step >= smallest);
  const step = found ?? 10 * size;
  return decimals === 0 ? Math.max(1, Math.ceil(step)) : step;
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
