import type { EffectJudgement } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { compare, one } from '../../../core/fraction.ts';
import type { Signal, Variation, VariationRules } from './variation.ts';

/** "March 2027" for a month by its last day; a whole date for a day within a month. */
export const momentText = (day: string, isMonth: boolean): string =>
  isMonth ? dateInWords(day).replace(/^\d+ /, '') : dateInWords(day);

/** Said of figures of which so few a month are counted that one more or less looks like a change. */
const rare =
  ' Before the start fewer than one a month was counted: single months of so few say little. Look at a wider figure too, such as voluntary leavers.';

export interface Described {
  /** "leavers in a month". */
  readonly name: string;
  readonly better: 'lower' | 'higher' | null;
  /** People are counted. */
  readonly isCount: boolean;
  /** True where the values are of months, false where they are of days. */
  readonly isMonthly: boolean;
}

const signalText = ({ kind, month, side }: Signal, { runLength }: VariationRules, isMonthly: boolean): string => {
  const when = momentText(month, isMonthly);
  const values = isMonthly ? 'months' : 'values';
  switch (kind) {
    case 'beyond':
      return `${when} lies ${side} the ${side === 'above' ? 'upper' : 'lower'} limit`;
    case 'run':
      return `by ${when}, ${runLength} ${values} in a row lie ${side} the mean of before`;
    case 'near_limit':
      return `by ${when}, two of three ${values} lie ${side} two thirds of the way to the ${side === 'above' ? 'upper' : 'lower'} limit`;
  }
};

/** In words whether the change since the start is more than ordinary variation, and by which rule. */
export function judgementOf(
  variation: Variation,
  rules: VariationRules,
  { name, better, isCount, isMonthly }: Described,
): { judgement: EffectJudgement; sentence: string } {
  const values = isMonthly ? 'months' : 'values';
  const known = (some: Variation['before']) => some.filter(({ value }) => value !== null).length;
  const [before, after] = [known(variation.before), known(variation.after)];
  if (variation.why === 'too_few')
    return {
      judgement: 'too_few_before',
      sentence: `${before} ${values} before the start are known; the range of ordinary variation needs ${rules.leastBefore}. It cannot be told whether ${name} changed.`,
    };
  if (variation.why === 'all_the_same')
    return {
      judgement: 'all_the_same',
      sentence: `All ${before} ${values} before the start have the same value, so no range of ordinary variation can be drawn. Look at the ${values} after it yourself.`,
    };
  if (after === 0)
    return {
      judgement: 'none_after',
      sentence: `No ${isMonthly ? 'month' : 'value'} since the start is known yet. The range of ordinary variation of the ${before} ${values} before stands ready.`,
    };
  const caution = isCount && variation.limits && compare(variation.limits.mean, one) < 0 ? rare : '';
  if (variation.signals.length === 0)
    return {
      judgement: 'ordinary',
      sentence: `No change that is more than ordinary variation: the ${after} ${values} since the start are as the ${before} before them lead one to expect.${caution}`,
    };
  const found = variation.signals.map((signal) => signalText(signal, rules, isMonthly)).join('; ');
  const sides = new Set(variation.signals.map(({ side }) => side));
  const side = sides.size === 1 ? variation.signals[0]?.side : undefined;
  const wanted = side && better && (side === 'below') === (better === 'lower');
  const direction =
    side === undefined
      ? 'in both directions'
      : `${side === 'below' ? 'lower' : 'higher'}${better === null ? '' : wanted ? ', as was wanted' : ', against what was wanted'}`;
  return {
    judgement: side === undefined || better === null ? 'changed' : wanted ? 'better' : 'worse',
    sentence: `More than ordinary variation: ${name} ${side === undefined ? 'moved' : 'went'} ${direction}. ${found[0]?.toUpperCase()}${found.slice(1)}. This tells that something changed, not what changed it.${caution}`,
  };
}
