import type { ReturnMeasure, TableValue } from '#contract';
import { type ProtectedCount, protectedInWords, protectedRate } from '../../../core/small-numbers.ts';

type Input = ReturnMeasure['inputs'][number];

const input = (title: string, value: TableValue): Input => ({ title, kind: 'count', value });

/** A number of things that are not people, or of people whom nothing has to protect. */
export const countMeasure = (
  key: string,
  title: string,
  value: number | null,
  formula: string | null = null,
): ReturnMeasure => ({ key, title, kind: 'count', value, formula, inputs: [], note: null });

/** WTE in hundred-thousandths. */
export const wteMeasure = (
  key: string,
  title: string,
  value: number | null,
  formula: string | null = null,
): ReturnMeasure => ({ key, title, kind: 'wte', value, formula, inputs: [], note: null });

/** A number of people as it may leave the trust: "fewer than 5", or "not shown" where another would tell it. */
export const peopleMeasure = (
  key: string,
  title: string,
  count: ProtectedCount,
  hideBelow: number,
  formula: string | null = null,
): ReturnMeasure => ({
  ...countMeasure(key, title, null, formula),
  value: count.kind === 'shown' ? count.count : protectedInWords(count, hideBelow),
});

/** A share of people as it may leave the trust: it goes with its numerator and its denominator. */
export function peopleShareMeasure(
  key: string,
  title: string,
  { of, all, hideBelow }: { of: ProtectedCount; all: ProtectedCount; hideBelow: number },
  formula: string,
  [ofTitle, allTitle]: readonly [string, string],
): ReturnMeasure {
  const rate = protectedRate(of, all);
  const value = (count: ProtectedCount) => (count.kind === 'shown' ? count.count : protectedInWords(count, hideBelow));
  return {
    key,
    title,
    kind: 'rate',
    value: rate === null ? 'not shown: a number in it is small' : rate.denominator === 0 ? null : rate,
    formula,
    inputs: [input(ofTitle, value(of)), input(allTitle, value(all))],
    note: null,
  };
}

/** A count as a sentence says it: "12", "fewer than 5" or "a number not shown". */
export const peopleInWords = (count: ProtectedCount, hideBelow: number): string =>
  count.kind === 'withheld' ? 'a number not shown' : protectedInWords(count, hideBelow);
