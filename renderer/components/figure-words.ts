import type { ReturnFigure, ReturnMeasure } from '#contract';
import { dateText, decimal, hoursText, percentText, wteText } from './numbers.ts';

/** What somebody did with a figure and why; with the values that it put in place of those worked out. */
export function decidedText({ decision, measures }: ReturnFigure): string {
  if (!decision) return '';
  const words = { accepted: 'Accepted', edited: 'In our words', overruled: 'Overruled' }[decision.kind];
  const values = measures.flatMap((measure) =>
    measure.workedOut === undefined
      ? []
      : [
          `${measure.title} ${measureText(measure)}, worked out as ${measureText({ ...measure, value: measure.workedOut })}`,
        ],
  );
  const why = decision.reason === null ? '' : `: ${decision.reason}`;
  return `${words} on ${dateText(decision.on)}${why}${values.length > 0 ? ` (${values.join('; ')})` : ''}`;
}

/** What a measure shows: two decimals and the unit; "not known" where there is no value. */
export function measureText({ kind, value }: Pick<ReturnMeasure, 'kind' | 'value'>): string {
  if (value === null) return 'not known';
  if (typeof value === 'string') return kind === 'date' ? dateText(value) : value;
  if (typeof value === 'object')
    return kind === 'figure' ? `${decimal(value.numerator / value.denominator, 2)} times` : percentText(value);
  if (kind === 'wte') return `${wteText(value)} WTE`;
  return kind === 'minutes' ? `${hoursText(value)} hours` : decimal(value, 0);
}

/** The formula with its inputs, and what it leaves out; empty for a figure that was entered as it is. */
export function howMade({ formula, inputs, note }: ReturnMeasure): string {
  const said = inputs.map((input) => `${input.title} ${measureText(input)}`).join(', ');
  return [formula && `${formula}${said && `: ${said}`}.`, note].filter(Boolean).join(' ');
}
