import type { PeriodOfReturn, PlanLine } from '#contract';
import { clockText, dateText } from '../../components/numbers.ts';

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

/** When the plan wants the line, in words; null where it names no date. */
export function planDates({ dates, datesElsewhere = [], recurs }: PlanLine): string | null {
  const said = [...dates, ...datesElsewhere].map(({ text, type, resolved }) => {
    const words = /^(from|since|by|during)\b/i.test(text) ? text : `${type} ${text}`;
    return `${words} (${dateText(resolved)})`;
  });
  if (recurs) said.push(recurs === 'annual' ? 'every year' : 'regularly');
  return said.length ? said.join('; ') : null;
}

/** "31 Mar 2028" for 2028-03-31, where a table has no room for the month's whole name. */
export const shortDate = (civilDate: string): string => dateText(civilDate).replace(/ ([A-Z][a-z]{2})[a-z]* /, ' $1 ');
