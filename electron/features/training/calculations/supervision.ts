import type { SupervisionRules } from '../../../contract/supervision-rules.ts';
import { addDays, addMonths, type DatePeriod, daysBetween } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';

/** A spell of a locum as it is entered. */
export interface EnteredLocum {
  readonly first: string;
  readonly last: string;
  readonly route: string | null;
  readonly certificate: string | null;
  readonly level: string | null;
  readonly checkedBy: string | null;
  readonly checkedOn: string | null;
  readonly toolComplete: boolean | null;
  readonly induction: boolean | null;
  readonly namedConsultant: string | null;
}

export interface JudgedLocum {
  /** Days from the first to the last, both counted. */
  readonly days: number;
  readonly term: 'short' | 'long';
  readonly compliant: boolean;
  readonly wanting: readonly string[];
  readonly remarks: readonly string[];
}

type LocumRules = Pick<SupervisionRules, 'shortTermDays' | 'routes'>;

/**
 * A short-term locum is compliant by one of the routes, with the certificate's number and level where the route is the
 * certificate, and with who checked it and when. A long-term one by the tool, an induction and a named consultant.
 */
export function judgedLocum(locum: EnteredLocum, { shortTermDays, routes }: LocumRules): JudgedLocum {
  const days = daysBetween(locum.first, locum.last) + 1;
  const term = days <= shortTermDays ? 'short' : 'long';
  const wanting: string[] = [];
  const remarks: string[] = [];
  if (term === 'short') {
    const route = routes.find(({ key }) => key === locum.route);
    if (route === undefined) wanting.push('no route');
    if (route?.certificate === true && locum.certificate === null) wanting.push('no certificate number');
    if (route?.certificate === true && locum.level === null) wanting.push('no level');
    if (locum.checkedBy === null) wanting.push('not said who checked');
    if (locum.checkedOn === null) wanting.push('not said when it was checked');
    else if (locum.checkedOn > locum.first) remarks.push('checked after the first day');
  } else {
    if (locum.toolComplete !== true) wanting.push('monitoring tool not complete');
    if (locum.induction !== true) wanting.push('no induction');
    if (locum.namedConsultant === null) wanting.push('no named consultant');
  }
  return { days, term, compliant: wanting.length === 0, wanting, remarks };
}

/** So many months up to a day, that day counted. */
export function monthsUpTo(last: string, months: number): DatePeriod {
  return { first: addDays(addMonths(last, -months), 1), last };
}

export const isWithin = (date: string, { first, last }: DatePeriod): boolean => date >= first && date <= last;

/** Those for which something holds, of all. */
export function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): Rate {
  return { numerator: items.filter(holds).length, denominator: items.length };
}

/** Whether a share reaches whole percents, on the exact fraction; null of nothing. */
export function reachesPercent({ numerator, denominator }: Rate, percent: number): boolean | null {
  return denominator === 0 ? null : numerator * 100 >= denominator * percent;
}

/** An event asks for the consultant unless the situation leaves it to a doctor who is signed off and was there. */
export function asksForConsultant(
  { situation, signedOff }: { readonly situation: string; readonly signedOff: boolean },
  { situations }: Pick<SupervisionRules, 'situations'>,
): boolean {
  return !(signedOff && situations.find(({ key }) => key === situation)?.unlessSignedOff === true);
}

/** Rest is owed after a night that left less than the rest of a day, or of which nobody knows how much it left. */
export function isRestOwed(
  { restMinutes }: { readonly restMinutes: number | null },
  { restHours }: Pick<SupervisionRules, 'restHours'>,
): boolean {
  return restMinutes === null || restMinutes < restHours * 60;
}
