/** An axis of round numbers that holds every value. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** About so many steps of 1, 2 or 5 times a power of ten, with a little room; below nought only where a value is. */
export function axisOf(values: readonly number[], steps: number, leastSpan = 0): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = stepOf(Math.max(high - low || Math.abs(high) * 0.16 || 1, leastSpan) / steps);
  const bottom = Math.floor((low - step / 4) / step);
  const first = low >= 0 ? Math.max(0, bottom) : bottom;
  const last = Math.ceil((high + step / 4) / step);
  const at = (count: number) => Number((count * step).toPrecision(12));
  return {
    from: at(first),
    to: at(last),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => at(first + index)),
  };
}

function stepOf(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
