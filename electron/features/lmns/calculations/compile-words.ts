import type { MeasureDefinition, PairOfNumbers, SystemCompile } from '#contract';
import { roundedPercent } from '../../../core/rates.ts';
import { hoursInWords, wteInWords } from '../../returns/calculations/words.ts';
import { inThrees } from '../../../core/words.ts';

/** A number of a measure with its unit, or why it is not shown. */
export function numberInWords(
  pair: PairOfNumbers,
  part: 'numerator' | 'denominator',
  unit: MeasureDefinition['unit'],
  hideBelow: number,
): string {
  const value = pair[part];
  const state = pair[`${part}State`];
  if (state === 'small') return `fewer than ${hideBelow}`;
  if (state === 'withheld') return 'withheld to protect another';
  if (state === 'not known' || value === null) return 'not known';
  if (unit === 'wte') return wteInWords(value);
  if (unit === 'minutes') return hoursInWords(value);
  const digits = inThrees(String(Math.abs(value)));
  return value < 0 ? `−${digits}` : digits;
}

/** The rate as a percentage to two decimals; null where there is none to show. */
export function percentOf(pair: PairOfNumbers, { denominator, denominatorPer }: MeasureDefinition): number | null {
  if (denominator === null || pair.numerator === null || !pair.denominator) return null;
  return roundedPercent({ numerator: pair.numerator * denominatorPer, denominator: pair.denominator });
}

/** A measure as it is printed: its percentage, or its number where it is over nothing. */
export function figureInWords(pair: PairOfNumbers, definition: MeasureDefinition, hideBelow: number): string {
  if (definition.denominator === null) return numberInWords(pair, 'numerator', definition.unit, hideBelow);
  const percent = percentOf(pair, definition);
  if (percent !== null) return `${percent.toFixed(2).replace(/^-/, '−')} %`;
  if (pair.denominator === 0) return 'no rate';
  const part = pair.numeratorState === 'shown' ? 'denominator' : 'numerator';
  return numberInWords(pair, part, definition.unit, hideBelow);
}

type Restatement = SystemCompile['restatements'][number];

/** What a correction was and is, as it is printed: "8.00 WTE of 100.00 WTE (8.00 %)", or the words of a status. */
export function correctionInWords(system: SystemCompile, { measure, first, latest, from, to }: Restatement) {
  const definition = system.measures.find((one) => one.definition.id === measure)?.definition;
  if (!definition || !first || !latest) return { from, to };
  const said = (pair: PairOfNumbers) => {
    const number = (part: 'numerator' | 'denominator') =>
      pair[`${part}State`] === 'withheld' ? 'not shown' : numberInWords(pair, part, definition.unit, system.hideBelow);
    if (definition.denominator === null) return number('numerator');
    const percent = percentOf(pair, definition);
    const share = percent === null ? '' : ` (${percent.toFixed(2).replace(/^-/, '−')} %)`;
    const comma = pair.numeratorState === 'shown' ? '' : ',';
    return `${number('numerator')}${comma} of ${number('denominator')}${share}`;
  };
  return { from: said(first), to: said(latest) };
}

/** What was corrected: the status of a line, a measure, or what the trust calls it. */
export const correctedPlace = ({ kind, place }: Restatement): string =>
  kind === 'line' ? `Status of ${place}` : place;

/** "Vacancy rate, Midwives". */
export const measureTitle = ({ shortName }: MeasureDefinition, group: string | null): string =>
  group === null ? shortName : `${shortName}, ${group}`;

export const trustName = ({ trusts }: Pick<SystemCompile, 'trusts'>, code: string): string =>
  trusts.find((trust) => trust.code === code)?.name ?? code;

/** Sentences to be read beside figures, with what each trust has. */
export const warningsInWords = (system: SystemCompile): string[] =>
  system.warnings
    // Who has not returned is told where returns are listed.
    .filter(({ kind }) => kind !== 'missing')
    .map(({ sentence, trusts }) =>
      `${sentence} ${trusts.map(({ trust, value }) => `${trustName(system, trust)}: ${value}`).join('; ')}`.trim(),
    );
