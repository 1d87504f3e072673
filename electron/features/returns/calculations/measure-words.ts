import type { ColumnKind, MeasureDefinition, MeasureValue, ReturnDocument } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { definerInWords } from './own-measures.ts';
import { percentInWords } from '../../../core/words.ts';
import { valueInWords } from './words.ts';

type State = MeasureValue['numeratorState'];

/** How a number of a measure is written in a cell. */
export const kindOfUnit = (unit: MeasureDefinition['unit']): ColumnKind =>
  unit === 'wte' || unit === 'minutes' ? unit : 'count';

/** What a number of each unit counts. */
export const unitNames: Record<MeasureDefinition['unit'], string> = {
  wte: 'WTE',
  heads: 'people',
  minutes: 'hours',
  count: 'number',
  days: 'days',
};

/** Why a number is not told; null where it is. */
export function stateInWords(state: State): string | null {
  if (state === 'shown') return null;
  if (state === 'small') return 'small: withheld';
  return state === 'withheld' ? 'withheld to protect another' : 'not known';
}

/** A numerator or denominator in words; empty for the denominator of what has none. */
export function partInWords(
  definition: MeasureDefinition,
  value: MeasureValue,
  part: 'numerator' | 'denominator',
): string {
  if (part === 'denominator' && definition.denominator === null) return '';
  const state = part === 'numerator' ? value.numeratorState : value.denominatorState;
  return stateInWords(state) ?? valueInWords(kindOfUnit(definition.unit), value[part]);
}

/** What a measure says: a share in per cent, or its number; or why it is not told. */
export function measureInWords(definition: MeasureDefinition, value: MeasureValue): string {
  const { numerator, denominator } = value;
  if (definition.denominator === null) return partInWords(definition, value, 'numerator');
  if (numerator !== null && denominator !== null)
    return percentInWords({ numerator: numerator * definition.denominatorPer, denominator });
  return partInWords(definition, value, numerator === null ? 'numerator' : 'denominator');
}

/** "1 November 2025 to 31 October 2026", or the day alone. */
export const daysInWords = ({ from, on }: Pick<MeasureValue, 'from' | 'on'>): string =>
  from === null ? dateInWords(on) : `${dateInWords(from)} to ${dateInWords(on)}`;

/** Every value with its definition, in the order of the return; a value of no known measure is left out. */
export function measuredOf({
  definitions,
  values,
}: ReturnDocument['measures']): { definition: MeasureDefinition; value: MeasureValue }[] {
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  return values.flatMap((value) => {
    const definition = known.get(value.measure);
    return definition ? [{ definition, value }] : [];
  });
}

/** Whose measure it is: that of a pack, or of whoever defines it. */
export const madeBy = (definition: MeasureDefinition, { pack }: MeasureValue): string =>
  definerInWords(definition) ?? pack;
