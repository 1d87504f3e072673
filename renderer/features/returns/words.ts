import type { PlanLine, QuarterOfReturn, ReturnMeasure } from '#contract';
import { clockText, dateText, decimal, hoursText, percentText, wteText } from '../../components/numbers.ts';

/** "quarter 2 of 2026/27" for 2026-Q2. */
export function quarterOfYear(period: string): string {
  const year = Number(period.slice(0, 4));
  return `quarter ${period.slice(6)} of ${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** "3 October 2026 at 10:30", local time. */
export const momentText = (instant: string): string => `${dateText(instant)} at ${clockText(instant)}`;

export function stateText({ state, madeAt }: Pick<QuarterOfReturn, 'state' | 'madeAt'>): string {
  if (state === 'made' && madeAt !== null) return `made ${momentText(madeAt)}`;
  return state;
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
  if (typeof value === 'object') return percentText(value);
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
