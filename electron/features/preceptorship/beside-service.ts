import type { BesideMonth } from '#contract';
import type { Context } from '../../context.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import { roundedQuotient } from '../../core/rates.ts';
import { oneWte } from '../../core/wte.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { datedMinutes } from './calculations/assess.ts';
import { addMinutes, isBeside, type MinutesByMonth, spreadMinutes, wteOfMinutes } from './calculations/beside.ts';
import { preceptorOn, wteOn } from './calculations/living.ts';
import { runningDays } from './calculations/pauses.ts';
import { givenMinutes } from './calculations/hours.ts';
import { livingPreceptees } from './living-service.ts';
import { preceptorNumbers } from './preceptor-service.ts';
import type { Preceptee } from './worked-out.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

const formula =
  'supernumerary hours of the month: entered and rostered ones on their days, what a log says without days evenly up to its day, what is still owed in the contracted hours from tomorrow to the end of the supernumerary weeks, what they do not hold evenly to the end of the programme; with protected hours of preceptee and preceptor, those of a log without days evenly up to its day; over 37.5 hours a week at 1.00 WTE';

/** Months shown: a year back, two years on. */
const [monthsBack, monthsOn] = [12, 24];

/** WTE out of the numbers by month, over all preceptees. */
export function besideMonths(world: World, trust: TrustRow): { on: string; months: BesideMonth[]; formula: string } {
  const today = world.today();
  const supernumerary: MinutesByMonth = new Map();
  const protectedHours: MinutesByMonth = new Map();
  const people = new Map<string, number>();
  const { preceptees } = livingPreceptees(world, trust);
  for (const one of preceptees) {
    const own: MinutesByMonth = new Map();
    supernumeraryByMonth(own, one, today);
    for (const [month, minutes] of own) {
      addMinutes(supernumerary, month, minutes);
      if (minutes > 0) people.set(month, (people.get(month) ?? 0) + 1);
    }
    protectedByMonth(protectedHours, one, today, 'protected_preceptee');
    protectedByMonth(protectedHours, one, today, 'protected_preceptor');
  }
  const first = addMonths(`${today.slice(0, 7)}-01`, -monthsBack);
  const weekly = world.reference.preceptorship.weeklyHours;
  const months = Array.from({ length: monthsBack + monthsOn + 1 }, (_, at) => addMonths(first, at).slice(0, 7));
  return {
    on: today,
    formula,
    months: months.map((month) => {
      const [one, other] = [supernumerary.get(month) ?? 0, protectedHours.get(month) ?? 0];
      return {
        month,
        supernumerary: one,
        protected: other,
        people: people.get(month) ?? 0,
        wte: wteOfMinutes(one + other, month, weekly),
      };
    }),
  };
}

/** Supernumerary minutes of one preceptee by month: what was given, what is booked and what is still to be given. */
function supernumeraryByMonth(months: MinutesByMonth, preceptee: Preceptee, today: string): void {
  const { standing, hours, course, beside, logged } = preceptee;
  const dated = datedMinutes(preceptee).filter(({ kind }) => kind === 'orientation' || kind === 'supernumerary');
  const sum = dated.reduce((total, { minutes }) => total + minutes, 0);
  for (const { day, minutes } of dated) addMinutes(months, day.slice(0, 7), minutes);
  // A log's hours have no days; those of its hours that were entered with theirs are counted there.
  const undated = Math.max(0, hours.given + hours.booked - sum);
  const logDay = logged === null || logged.day > today ? today : logged.day;
  const spellEnd = beside !== null && beside.until <= logDay ? beside.until : addDays(logDay, 1);
  if (undated > 0) spreadMinutes(months, undated, standing.clock, spellEnd, course.pauses);
  if (hours.unbooked !== null && !preceptee.isOver)
    owedByMonth(months, preceptee, Math.ceil(hours.unbooked.numerator / hours.unbooked.denominator), today);
}

/** What is neither given nor booked: first every contracted hour of the supernumerary weeks, the rest evenly to the end. */
function owedByMonth(
  months: MinutesByMonth,
  { standing, course, contract, programme, beside }: Preceptee,
  missing: number,
  today: string,
): void {
  const { pauses } = course;
  const from = standing.clock > today ? standing.clock : addDays(today, 1);
  const weeksEnd = beside !== null && beside.until > from ? beside.until : from;
  const wte = wteOn(contract, from) ?? oneWte;
  const room = Math.floor((runningDays(from, weeksEnd, pauses) * programme.weeklyHours * 60 * wte) / (7 * oneWte));
  const first = Math.min(missing, room);
  if (first > 0) spreadMinutes(months, first, from, weeksEnd, pauses);
  const until = standing.adjustedEnd ?? standing.limit;
  // Past the end nobody has planned them for any month.
  if (missing > first && until !== null && until > weeksEnd)
    spreadMinutes(months, missing - first, weeksEnd, until, pauses);
}

type Protected = 'protected_preceptee' | 'protected_preceptor';

/** Protected minutes of a preceptee or of the preceptor: entries on their days, what a log says evenly up to its day. */
function protectedByMonth(months: MinutesByMonth, preceptee: Preceptee, today: string, kind: Protected): void {
  for (const { day, minutes } of ofKind(preceptee, kind)) addMinutes(months, day.slice(0, 7), minutes);
  undatedByMonth(months, preceptee, today, kind);
}

const ofKind = ({ hand }: Preceptee, kind: Protected) => hand.hours.filter((entry) => entry.kind === kind);

/** Those that a log has without days. */
function undatedByMonth(months: MinutesByMonth, preceptee: Preceptee, today: string, kind: Protected): void {
  const { standing, course, logged } = preceptee;
  if (logged === null) return;
  const dated = ofKind(preceptee, kind);
  const { given, booked } = givenMinutes([kind], dated, logged[kind], logged.day, today);
  const undated = given + booked - dated.reduce((sum, { minutes }) => sum + minutes, 0);
  const until = addDays(logged.day > today ? today : logged.day, 1);
  if (undated > 0 && until > standing.clock) spreadMinutes(months, undated, standing.clock, until, course.pauses);
}

/**
 * Protected minutes of a preceptee's preceptors by month, each by the employee number: of an entry whoever was the preceptor on
 * its day, of what a log says without days whoever was it on the day of the log.
 */
function ofPreceptors(
  monthsOf: (person: string) => MinutesByMonth,
  preceptee: Preceptee,
  today: string,
  numberOf: (name: string) => string | null,
): void {
  const { cells, hand, logged } = preceptee;
  const on = (day: string): MinutesByMonth => {
    const name = preceptorOn(cells, hand.events, day);
    const person = name === null ? null : numberOf(name);
    return person === null ? new Map() : monthsOf(person);
  };
  for (const { day, minutes } of ofKind(preceptee, 'protected_preceptor'))
    addMinutes(on(day), day.slice(0, 7), minutes);
  if (logged !== null) undatedByMonth(on(logged.day), preceptee, today, 'protected_preceptor');
}

/**
 * Of each preceptee in a programme, and of each preceptor, with an employee number: WTE out of the numbers by month, in
 * hundred-thousandths. Who is both has the hours of both.
 */
export function besideByPerson(world: World, trust: TrustRow): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const today = world.today();
  const weekly = world.reference.preceptorship.weeklyHours;
  const minutesOf = new Map<string, MinutesByMonth>();
  const monthsOf = (person: string): MinutesByMonth => {
    const months: MinutesByMonth = minutesOf.get(person) ?? new Map();
    minutesOf.set(person, months);
    return months;
  };
  const numberOf = preceptorNumbers(world, trust);
  for (const one of livingPreceptees(world, trust).preceptees) {
    ofPreceptors(monthsOf, one, today, numberOf);
    if (one.person === null || one.isOver) continue;
    supernumeraryByMonth(monthsOf(one.person), one, today);
    protectedByMonth(monthsOf(one.person), one, today, 'protected_preceptee');
  }
  const wte = ([month, sum]: [string, number]): [string, number] => {
    const { numerator, denominator } = wteOfMinutes(sum, month, weekly);
    return [month, roundedQuotient(numerator, denominator, 0)];
  };
  return new Map([...minutesOf].map(([person, months]) => [person, new Map([...months].map(wte))]));
}

/** Preceptees out of the numbers on a day: who, and with what WTE. */
export interface BesidePerson {
  readonly person: string | null;
  readonly key: string;
  readonly wte: number | null;
  readonly batchId: number | null;
  readonly row: number | null;
}

export function besideOn(world: World, trust: TrustRow, day: string): BesidePerson[] {
  return livingPreceptees(world, trust)
    .preceptees.filter(({ course, beside }) => isBeside(course, beside, day))
    .map(({ key, person, contract, file }) => ({
      key,
      person,
      wte: wteOn(contract, day),
      batchId: file?.batchId ?? null,
      row: file?.entry.row ?? null,
    }));
}
