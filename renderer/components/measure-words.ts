import type { CompiledCell, MeasureDefinition, PairOfNumbers } from '#contract';
import { decimal, hoursText, wteText } from './numbers.ts';

type Definition = MeasureDefinition;
type Unit = Definition['unit'];

/** A number in its unit, without the unit's name. */
export function amountText(value: number, unit: Unit): string {
  if (unit === 'wte') return wteText(value);
  return unit === 'minutes' ? hoursText(value) : decimal(value, 0);
}

export const unitWords: Record<Unit, string> = {
  wte: 'WTE',
  heads: 'people',
  minutes: 'hours',
  count: 'number',
  days: 'days',
};

/** Why a number is not shown, in words. */
export function stateText(state: PairOfNumbers['numeratorState'], hideBelow: number): string {
  if (state === 'small') return `fewer than ${hideBelow}`;
  return state === 'withheld' ? 'withheld to protect another' : 'not known';
}

/** A numerator or denominator as it may be shown. */
export function numberText(
  pair: PairOfNumbers,
  part: 'numerator' | 'denominator',
  unit: Unit,
  hideBelow: number,
): string {
  const value = pair[part];
  const state = part === 'numerator' ? pair.numeratorState : pair.denominatorState;
  return state === 'shown' && value !== null ? amountText(value, unit) : stateText(state, hideBelow);
}

/** The rate before rounding; null where there is none. */
export function rateOf(pair: PairOfNumbers, { denominator, denominatorPer }: Definition): number | null {
  if (denominator === null || pair.numerator === null || !pair.denominator) return null;
  return pair.numerator / (pair.denominator / denominatorPer);
}

/** A measure with a denominator is a share in percent; without one it is its numerator. */
export function figureText(pair: PairOfNumbers, definition: Definition, hideBelow: number): string {
  if (definition.denominator === null) return numberText(pair, 'numerator', definition.unit, hideBelow);
  const rate = rateOf(pair, definition);
  if (rate !== null) return `${decimal(rate * 100, 2)} %`;
  if (pair.denominator === 0) return 'no rate: nothing to divide by';
  const state = pair.numeratorState === 'shown' ? pair.denominatorState : pair.numeratorState;
  return stateText(state, hideBelow);
}

/** What is drawn of a figure: percent, or the number in its unit. */
export function drawnValue(pair: PairOfNumbers, definition: Definition): number | null {
  if (definition.denominator !== null) {
    const rate = rateOf(pair, definition);
    return rate === null ? null : rate * 100;
  }
  if (pair.numerator === null) return null;
  if (definition.unit === 'wte') return pair.numerator / 100_000;
  return definition.unit === 'minutes' ? pair.numerator / 60 : pair.numerator;
}

/** "Vacancy rate · Midwives". */
export const measureName = ({ shortName }: Definition, group: string | null): string =>
  group === null ? shortName : `${shortName} · ${group}`;

/** The days that a trust's figure is of. */
export function daysOf({ from, on }: Pick<CompiledCell, 'from' | 'on'>, text: (day: string) => string): string {
  if (on === null) return '–';
  return from === null ? text(on) : `${text(from)} to ${text(on)}`;
}
