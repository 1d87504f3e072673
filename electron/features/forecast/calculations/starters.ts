import type { ForecastAssumptions } from '#contract';
import { addDays } from '../../../core/dates.ts';
import type { ForecastBase } from './base.ts';
import { daysWithin, isWithin, type Month, monthOf, monthsLater } from './months.ts';
import { halfUp } from './shares.ts';

/** Who starts in one cell in one month, and those of them who are beside the numbers. WTE in hundred-thousandths. */
export interface Starters {
  readonly plan: number;
  readonly cohorts: number;
  readonly more: number;
  /** On average over the month. */
  readonly beside: number;
}

type Sums = { -readonly [Key in keyof Starters]: number };

/** The first day of a start of the plan, as far as it is delayed. */
export const delayed = (on: string, months: number): string =>
  months === 0 ? on : `${monthsLater(monthOf(on), months)}-${on.slice(8) > '28' ? '28' : on.slice(8)}`;

/** WTE times how many in a hundred start, half up. */
export const likelyOf = ({ wte, percent }: { readonly wte: number; readonly percent: number }): number =>
  halfUp(BigInt(wte) * BigInt(percent), 100n);

/** Starters of every month and, within it, of every cell of the base. A start of the census month is of the first month. */
export function startersOf(
  { cells, starts, besideNow, cohortBesideDays }: ForecastBase,
  { delayMonths = 0, cohorts = [], starters = [] }: ForecastAssumptions,
  months: readonly Month[],
): Starters[][] {
  const table: Sums[][] = months.map(() => cells.map(() => ({ plan: 0, cohorts: 0, more: 0, beside: 0 })));
  const placeOf = (one: { readonly group: string; readonly band: string }) =>
    cells.findIndex(({ group, band }) => group === one.group && band === one.band);
  const beside = (place: number, likely: number, from: string, days: number) => {
    if (days <= 0 || likely === 0 || place < 0) return;
    const until = addDays(from, days);
    for (const [index, month] of months.entries()) {
      if (month.first >= until) break;
      const within = from >= month.next ? 0 : daysWithin(month, from, until);
      if (within > 0) table[index]![place]!.beside += halfUp(BigInt(likely) * BigInt(within), BigInt(month.days));
    }
  };
  for (const one of besideNow) {
    const [index, place] = [months.findIndex(({ key }) => key === one.month), placeOf(one)];
    if (index >= 0 && place >= 0) table[index]![place]!.beside += one.wte;
  }
  for (const start of starts) {
    const place = placeOf(start);
    const on = delayed(start.on, delayMonths);
    const index = Math.max(
      months.findIndex(({ key }) => key === monthOf(on)),
      monthOf(on) < (months[0]?.key ?? '') ? 0 : -1,
    );
    const likely = likelyOf(start);
    if (index >= 0) table[index]![place]!.plan += likely;
    beside(place, likely, on, start.besideDays);
  }
  for (const cohort of cohorts) {
    const place = placeOf(cohort);
    for (const [index, { key, first }] of months.entries()) {
      if (Number(key.slice(5)) !== cohort.month || !isWithin(key, cohort.from, cohort.to)) continue;
      table[index]![place]!.cohorts += likelyOf(cohort);
      beside(place, likelyOf(cohort), first, cohortBesideDays);
    }
  }
  for (const more of starters)
    for (const [index, { key }] of months.entries())
      if (isWithin(key, more.from, more.to)) table[index]![placeOf(more)]!.more += more.wte;
  return table;
}
