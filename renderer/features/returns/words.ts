import type { PeriodOfReturn, PlanLine, ReturnFigure, ReturnMeasure } from '#contract';
import { clockText, dateText, decimal, hoursText, percentText, wteText } from '../../components/numbers.ts';

/** "quarter 2 of 2026/27" for 2026-Q2; a month says all by its title. */
export function periodOfYear({ period, kind, title }: Pick<PeriodOfReturn, 'period' | 'kind' | 'title'>): string {
  if (kind === 'month') return title;
  const year = Number(period.slice(0, 4));
  return `${title}, quarter ${period.slice(6)} of ${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** "3 October 2026 at 10:30", local time. */
export const momentText = (instant: string): string => `${dateText(instant)} at ${clockText(instant)}`;

/** How far a return is, for the list of periods and the line below the title. */
export const stateText = ({ state, restated }: Pick<PeriodOfReturn, 'state' | 'restated'>): string =>
  state === 'submitted' && restated > 0
    ? `submitted, corrected ${restated === 1 ? 'once' : `${restated} times`}`
    : state;

/** What the trust did with a figure and why; with the values that it put in place of those worked out. */
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

/** When the plan wants the line, in words; null where it names no date. */
export function planDates({ dates, datesElsewhere = [], recurs }: PlanLine): string | null {
  const said = [...dates, ...datesElsewhere].map(({ text, type, resolved }) => {
    const words = /^(from|since|by|during)\b/i.test(text) ? text : `${type} ${text}`;
    return `${words} (${dateText(resolved)})`;
  });
  if (recurs) said.push(recurs === 'annual' ? 'every year' : 'regularly');
  return said.length ? said.join('; ') : null;
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

/** "31 Mar 2028" for 2028-03-31, where a table has no room for the month's whole name. */
export const shortDate = (civilDate: string): string => dateText(civilDate).replace(/ ([A-Z][a-z]{2})[a-z]* /, ' $1 ');
